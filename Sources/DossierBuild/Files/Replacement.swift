import DossierText
import Glibc

/// Puts other bytes in the place of a file of the workspace, or makes it: at any moment the old or the new file is there, whole.
///
/// The permissions of the old file stay. With `expecting`, fails when the file is no longer the one with that digest.
func replace(
  _ path: SourcePath, with bytes: [UInt8], in workspace: Workspace, expecting digest: Digest? = nil
) throws(EnvironmentError) {
  let action = "write \(path)"
  let root = try Descriptor(folder: workspace.path)
  let folder = try attempt(action) { () throws(SystemFailure) in try root.descend(path.folder[...]) }
  let old = try attempt(action) { () throws(SystemFailure) in try folder.status(of: path.name) }
  if let old, old.st_mode & S_IFMT != S_IFREG { throw EnvironmentError(action, reason: "it is no regular file") }
  // Begins with a dot: no run takes what a killed one left for a source. Always the same: the next run finds it and takes it away.
  let name = ".dossier-\(Digest(of: Array(path.name.utf8)).short)"
  let file = try attempt(action) { () throws(SystemFailure) in try stage(name, in: folder) }
  do throws(EnvironmentError) {
    // Only one at a time comes here: what another wrote meanwhile is seen.
    if let digest {
      let now = try attempt(action) { () throws(SystemFailure) in try folder.file(path.name).digest() }
      guard now == digest else { throw EnvironmentError(action, reason: "it changed after it was read; run again") }
    }
    try attempt(action) { () throws(SystemFailure) in
      if let old, fchmod(file.number, old.st_mode & 0o7777) != 0 { throw SystemFailure(code: errno) }
      try file.write(bytes)
      guard fsync(file.number) == 0, unsafe renameat(folder.number, name, folder.number, path.name) == 0 else {
        throw SystemFailure(code: errno)
      }
    }
  } catch {
    unsafe unlinkat(folder.number, name, 0)
    throw error
  }
}

/// Makes the file of that name and locks it, in the place of one that a killed run has left. Whoever holds the lock, and nobody else,
/// may take the name away.
private func stage(_ name: String, in folder: borrowing Descriptor) throws(SystemFailure) -> Descriptor {
  while true {
    do throws(SystemFailure) {
      let file = try folder.open(name, O_WRONLY | O_CREAT | O_EXCL)
      // Where nothing can be locked, nothing is taken away either.
      guard (try? file.lock(waiting: false)) ?? true, try file.status().st_nlink > 0 else { continue }
      return file
    } catch { guard error.code == EEXIST else { throw error } }
    do throws(SystemFailure) {
      let left = try folder.file(name)
      guard try left.lock(waiting: false) else { throw .isInUse }
      // Another may have taken it away, and made its own, before the lock was ours.
      guard let there = try folder.status(of: name), there.st_ino == (try left.status().st_ino) else { continue }
      guard unsafe unlinkat(folder.number, name, 0) == 0 else { throw SystemFailure(code: errno) }
    } catch { guard error.code == ENOENT else { throw error } }
  }
}
