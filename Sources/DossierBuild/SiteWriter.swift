import Glibc

/// Writes a site beside the old one and swaps the two: at any moment, killed or out of space, the old or the new site is there, whole.
///
/// The new site grows in a folder `.NAME.dossier-PID` next to the output, locked while its build lives, so that two builds never
/// touch each other's work and a later build can sweep away what a killed one left.
package struct SiteWriter: ~Copyable {
  private let output: OutputFolder
  private let stage: Descriptor
  private let stageName: String

  /// The file that marks a folder as a site of ours.
  package static let marker = "site.json"

  /// A file of the output folder that is not the site's own and that a build leaves as it is.
  private static let kept = "README.md"

  /// Refuses an output that is not empty and no site, unless `force`.
  package init(_ path: String, force: Bool) throws(EnvironmentError) {
    let output = try OutputFolder(path)
    try output.mayBeReplaced(force: force, marker: SiteWriter.marker, kept: SiteWriter.kept)
    // A folder that is made but not locked yet must not look like a dead build's to another.
    flock(output.parent.number, LOCK_EX)
    output.sweep()
    let stageName = output.stagePrefix + String(getpid()) + "-" + String(UInt32.random(in: 0...UInt32.max), radix: 36)
    let failure = "make the folder \(stageName) in \(output.parentPath)"
    guard unsafe mkdirat(output.parent.number, stageName, 0o755) == 0 else { throw EnvironmentError(failure, code: errno) }
    guard let opened = output.parent.open(stageName, O_RDONLY | O_DIRECTORY) else {
      throw EnvironmentError(failure, code: errno)
    }
    flock(opened.number, LOCK_EX | LOCK_NB)
    flock(output.parent.number, LOCK_UN)
    self.output = output
    self.stage = opened
    self.stageName = stageName
  }

  /// A place to write files of the new site to, from any thread.
  package func folder() throws(EnvironmentError) -> StageFolder {
    try StageFolder(path: "\(output.parentPath)/\(stageName)")
  }

  /// Puts the new site in the place of the old one.
  package borrowing func commit() throws(EnvironmentError) {
    if let kept = output.read(SiteWriter.kept) {
      let folder = try folder()
      try folder.write(kept, to: [SiteWriter.kept])
    }
    // Only one build at a time swaps.
    flock(output.parent.number, LOCK_EX)
    defer { flock(output.parent.number, LOCK_UN) }
    try output.swap(with: stageName)
  }

  /// Gives up: the old site stays, the half-written one goes.
  package borrowing func abandon() { FolderRemoval.remove(stageName, in: output.parent) }
}
