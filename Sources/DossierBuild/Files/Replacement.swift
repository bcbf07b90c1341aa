import DossierText
import Glibc

/// The new version of a file of the workspace, written under a temporary name beside the old version.
///
/// `commit` replaces or creates the file atomically: at any moment, the complete old or the complete new file exists. The new file
/// keeps the owner, permissions and attributes of the old file.
struct Replacement: ~Copyable {
  private let path: SourcePath
  private let folder: Descriptor
  private let stage: StagedFile

  /// Writes the new version to disk. With `expecting`, fails when the old file no longer has that digest.
  init(
    of path: SourcePath, with bytes: [UInt8], in workspace: Workspace, expecting digest: Digest? = nil
  ) throws(EnvironmentError) {
    let action = "write \(path)"
    let root = try Descriptor(folder: workspace.path)
    let folder = try attempt(action) { () throws(SystemFailure) in try root.descend(path.folder[...]) }
    let old = try attempt(action) { () throws(SystemFailure) in try folder.status(of: path.name) }
    if let old, old.st_mode & S_IFMT != S_IFREG { throw EnvironmentError(action, reason: "it is not a regular file") }
    // The name begins with a dot, so a remaining file of a killed process is never read as a source. The name is fixed, so the next
    // run finds that file and removes it. The name contains the complete digest, because somebody can choose two file names with
    // the same first digits.
    let name = ".dossier-\(Digest(of: Array(path.name.utf8)))"
    let stage = try attempt(action) { () throws(SystemFailure) in try StagedFile(named: name, in: folder) }
    do throws(EnvironmentError) {
      // `stage` now holds a lock, so no other dossier process can replace the file. Compare the digest to detect an earlier
      // change.
      if let digest {
        let now = try attempt(action) { () throws(SystemFailure) in try folder.file(path.name).digest() }
        guard now == digest else { throw EnvironmentError(action, reason: "it changed after it was read; run the command again") }
      }
      try attempt(action) { () throws(SystemFailure) in
        try stage.file.write(bytes)
        if old != nil { try stage.file.take(attributesOf: try folder.file(path.name)) }
        guard fsync(stage.file.number) == 0 else { throw SystemFailure(code: errno) }
      }
    } catch {
      unsafe unlinkat(folder.number, name, 0)
      throw error
    }
    self.path = path
    self.folder = folder
    self.stage = stage
  }

  /// Renames the new version to the name of the file. If this fails, removes the new version and keeps the old one.
  borrowing func commit() throws(EnvironmentError) {
    guard unsafe renameat(folder.number, stage.name, folder.number, path.name) == 0 else {
      let failure = SystemFailure(code: errno)
      abandon()
      throw EnvironmentError("write \(path)", failure)
    }
  }

  /// Removes the new version and keeps the old one.
  borrowing func abandon() { unsafe unlinkat(folder.number, stage.name, 0) }
}

extension FixResult.Change {
  /// The maximum number of files that are replaced together. Each of them needs two open descriptors until it is replaced.
  private static let together = 100

  /// Replaces every changed file. Fails for a file that changed on disk after it was read.
  ///
  /// All new versions are written before the first file is replaced. So if the disk is full, or a file changed, no file is
  /// replaced. More than 100 files are replaced in several such groups.
  static func write(_ changes: [FixResult.Change], in workspace: Workspace) throws(EnvironmentError) {
    for start in stride(from: 0, to: changes.count, by: together) {
      try writeTogether(changes[start..<min(start + together, changes.count)], in: workspace)
    }
  }

  private static func writeTogether(_ changes: ArraySlice<FixResult.Change>, in workspace: Workspace) throws(EnvironmentError) {
    guard let first = changes.first else { return }
    let replacement = try Replacement(of: first.path, with: first.new, in: workspace, expecting: first.old.digest)
    do throws(EnvironmentError) { try writeTogether(changes.dropFirst(), in: workspace) } catch {
      replacement.abandon()
      throw error
    }
    try replacement.commit()
  }
}
