package import DossierText
import Glibc

/// Writes a site beside the old one and then swaps the two. If the process is killed or the disk is full, either the old site
/// or the new site is complete.
///
/// The new site is written to a folder `.NAME.dossier-PID-RANDOM` next to the output. The build locks this folder while it
/// runs. So two builds never change each other's folders, and a later build can remove the folder of a killed build.
package struct SiteWriter: ~Copyable {
  private let output: OutputFolder
  private let rule: OutputGuard
  private let stage: Descriptor
  private let stageName: String

  /// Throws if the output must not be replaced (`OutputGuard`). An empty folder and an old site may be replaced. Other folders
  /// need `force`. A folder that the user works in is never replaced.
  package init(_ path: String, workspace: Workspace, force: Bool, waiting wait: LockWait = LockWait()) throws(EnvironmentError) {
    let output = try OutputFolder(path, waiting: wait)
    let rule = OutputGuard(workspace: workspace, force: force)
    let stageName = output.stages.new()
    do throws(EnvironmentError) {
      stage = try output.locked { () throws(EnvironmentError) in
        try output.recover()
        _ = try output.admit(rule)
        output.sweep()
        let stage = try SiteWriter.begin(stageName, in: output)
        do throws(EnvironmentError) { try output.prepare(stage) } catch {
          FolderRemoval.remove(stageName, in: output.parent)
          throw error
        }
        return stage
      }
    } catch {
      output.made.undo()
      throw error
    }
    self.output = output
    self.rule = rule
    self.stageName = stageName
  }

  /// Creates the folder that becomes the output, and locks it.
  static func begin(_ name: String, in output: borrowing OutputFolder) throws(EnvironmentError) -> Descriptor {
    try attempt("make the folder \(name) in \(output.parentPath)") { () throws(SystemFailure) in
      guard unsafe mkdirat(output.parent.number, name, 0o755) == 0 else { throw SystemFailure(code: errno) }
      do throws(SystemFailure) {
        let stage = try output.parent.folder(name)
        try stage.permit(0o755)
        guard try stage.lock() else { throw SystemFailure(code: EWOULDBLOCK) }
        return stage
      } catch {
        FolderRemoval.remove(name, in: output.parent)
        throw error
      }
    }
  }

  /// The folder for the files of the new site. It can be used from any thread.
  package func folder() -> NewFiles { NewFiles(in: "\(output.parentPath)/\(stageName)", published: true) }

  /// Replaces the old site with the new one. Returns the files of users that were kept.
  @discardableResult
  package borrowing func commit() throws(EnvironmentError) -> [SourcePath] {
    try output.locked { () throws(EnvironmentError) in
      // Check again: the output may have changed while the site was written.
      let kept = try output.admit(rule)
      try output.carryOver(kept, to: stage)
      try output.swap(with: stageName)
      return kept
    }
  }

  /// Removes the unfinished site and keeps the old one.
  package borrowing func abandon() {
    FolderRemoval.remove(stageName, in: output.parent)
    output.made.undo()
  }
}
