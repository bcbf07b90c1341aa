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
  if let digest {
    let now = try attempt(action) { () throws(SystemFailure) in try folder.file(path.name).digest() }
    guard now == digest else { throw EnvironmentError(action, reason: "it changed after it was read; run again") }
  }
  // Begins with a dot: no run takes what a killed one left for a source.
  let name = ".dossier-\(getpid())-\(String(UInt32.random(in: 0...UInt32.max), radix: 36))"
  do throws(EnvironmentError) {
    let file = try attempt(action) { () throws(SystemFailure) in try folder.open(name, O_WRONLY | O_CREAT | O_EXCL) }
    try attempt(action) { () throws(SystemFailure) in
      if let old, fchmod(file.number, old.st_mode & 0o7777) != 0 { throw SystemFailure(code: errno) }
      try file.write(bytes)
      if fsync(file.number) != 0 { throw SystemFailure(code: errno) }
    }
    do throws(SystemFailure) { try file.close() } catch { throw EnvironmentError(action, error) }
    if unsafe renameat(folder.number, name, folder.number, path.name) != 0 {
      throw EnvironmentError(action, SystemFailure(code: errno))
    }
  } catch {
    unsafe unlinkat(folder.number, name, 0)
    throw error
  }
}
