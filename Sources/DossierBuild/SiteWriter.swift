import Glibc

/// Writes a site beside the old one and swaps the two: at any moment, killed or out of space, the old or the new site is there, whole.
///
/// The new site grows in a folder `.NAME.dossier-PID-RANDOM` next to the output, locked while its build lives, so that two builds
/// never touch each other's work and a later build can sweep away what a killed one left.
package struct SiteWriter: ~Copyable {
  private let output: OutputFolder
  private let rule: OutputGuard
  private let stage: Descriptor
  private let stageName: String

  /// Refuses an output that is neither empty nor a site, unless `force`; and always one that holds what the user works with.
  package init(_ path: String, workspace: Workspace, force: Bool) throws(EnvironmentError) {
    let output = try OutputFolder(path)
    let rule = OutputGuard(workspace: workspace, force: force)
    let stageName = output.stages.new()
    let stage = try output.locked { () throws(EnvironmentError) in
      try output.recover()
      try output.admit(rule)
      output.sweep()
      return try SiteWriter.begin(stageName, in: output)
    }
    self.output = output
    self.rule = rule
    self.stage = stage
    self.stageName = stageName
  }

  /// Makes the folder that is to become the output, and locks it.
  static func begin(_ name: String, in output: borrowing OutputFolder) throws(EnvironmentError) -> Descriptor {
    try attempt("make the folder \(name) in \(output.parentPath)") { () throws(SystemFailure) in
      guard unsafe mkdirat(output.parent.number, name, 0o755) == 0 else { throw SystemFailure(code: errno) }
      do throws(SystemFailure) {
        let stage = try output.parent.folder(name)
        try stage.permit(0o755)
        guard try stage.lock(waiting: false) else { throw SystemFailure(code: EWOULDBLOCK) }
        return stage
      } catch {
        FolderRemoval.remove(name, in: output.parent)
        throw error
      }
    }
  }

  /// A place to write files of the new site to, from any thread.
  package func folder() -> NewFiles { NewFiles(in: "\(output.parentPath)/\(stageName)", published: true) }

  /// Puts the new site in the place of the old one.
  package borrowing func commit() throws(EnvironmentError) {
    try output.locked { () throws(EnvironmentError) in
      // Looked at again: somebody may have put something there while the site grew.
      try output.admit(rule)
      try output.carryOver(to: stage)
      try output.swap(with: stageName)
    }
  }

  /// Gives up: the old site stays, the half-written one goes.
  package borrowing func abandon() { FolderRemoval.remove(stageName, in: output.parent) }
}
