import DossierText
import Glibc

/// Replaces or creates a file of the workspace atomically: at any moment, the complete old or the complete new file exists.
///
/// Keeps the permissions of the old file. With `expecting`, fails when the file no longer has that digest.
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
  let file = try attempt(action) { () throws(SystemFailure) in try stage(name, in: folder) }
  do throws(EnvironmentError) {
    // The lock allows only one process here, so a change by another process is detected.
    if let digest {
      let now = try attempt(action) { () throws(SystemFailure) in try folder.file(path.name).digest() }
      guard now == digest else { throw EnvironmentError(action, reason: "it changed after it was read; run the command again") }
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

/// Creates and locks the file with that name. Replaces a file that a killed process left behind. Only the process with the lock
/// may remove the file.
private func stage(_ name: String, in folder: borrowing Descriptor) throws(SystemFailure) -> Descriptor {
  while true {
    do throws(SystemFailure) {
      let file = try folder.open(name, O_WRONLY | O_CREAT | O_EXCL)
      // If the file system does not support locks, no process removes the file.
      guard (try? file.lock(waiting: false)) ?? true, try file.status().st_nlink > 0 else { continue }
      return file
    } catch { guard error.code == EEXIST else { throw error } }
    do throws(SystemFailure) {
      let remaining = try folder.file(name)
      guard try remaining.lock(waiting: false) else { throw .isInUse }
      // Another process may have removed the file and created a new one before this process got the lock.
      guard let there = try folder.status(of: name), there.st_ino == (try remaining.status().st_ino) else { continue }
      guard unsafe unlinkat(folder.number, name, 0) == 0 else { throw SystemFailure(code: errno) }
    } catch { guard error.code == ENOENT else { throw error } }
  }
}
