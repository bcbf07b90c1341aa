import DossierText
import Glibc

/// Replaces or creates a file of the workspace atomically: at any moment, the complete old or the complete new file exists.
///
/// Keeps the owner, permissions and attributes of the old file. With `expecting`, fails when the file no longer has that digest.
func replace(
  _ path: SourcePath, with bytes: [UInt8], in workspace: Workspace, expecting digest: Digest? = nil
) throws(EnvironmentError) {
  let action = "write \(path)"
  let root = try Descriptor(folder: workspace.path)
  let folder = try attempt(action) { () throws(SystemFailure) in try root.descend(path.folder[...]) }
  let old = try attempt(action) { () throws(SystemFailure) in try folder.status(of: path.name) }
  if let old, old.st_mode & S_IFMT != S_IFREG { throw EnvironmentError(action, reason: "it is not a regular file") }
  // The name begins with a dot, so a remaining file of a killed process is never read as a source. The name is fixed, so the next
  // run finds that file and removes it.
  let name = ".dossier-\(Digest(of: Array(path.name.utf8)).short)"
  let stage = try attempt(action) { () throws(SystemFailure) in try StagedFile(named: name, in: folder) }
  do throws(EnvironmentError) {
    // `stage` now holds a lock, so no other dossier process can replace the file. Compare the digest to detect an earlier change.
    if let digest {
      let now = try attempt(action) { () throws(SystemFailure) in try folder.file(path.name).digest() }
      guard now == digest else { throw EnvironmentError(action, reason: "it changed after it was read; run the command again") }
    }
    try attempt(action) { () throws(SystemFailure) in
      try stage.file.write(bytes)
      if old != nil { try stage.file.take(attributesOf: try folder.file(path.name)) }
      guard fsync(stage.file.number) == 0, unsafe renameat(folder.number, name, folder.number, path.name) == 0 else {
        throw SystemFailure(code: errno)
      }
    }
  } catch {
    unsafe unlinkat(folder.number, name, 0)
    throw error
  }
}
