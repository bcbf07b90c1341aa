import CFileSystem
import Glibc

/// Writes a file in one step. Even if the process is killed or the disk is full, the file is never incomplete: the path has
/// either the complete new file, or the same content as before.
///
/// The next call removes a temporary file that a killed call left beside the file.
package enum WholeFile {
  /// Creates the folders above the file. If `replacing` is false, an existing file is kept, and an error with `advice` is thrown.
  /// If `replacing` is true, the new file gets the owner, permissions and attributes of the old file.
  package static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, advice: String = "choose another place"
  ) throws(EnvironmentError) {
    let target = try FilePlace(path)
    do throws(EnvironmentError) { try write(bytes, to: target, path, replacing, advice) } catch {
      target.made.undo()
      throw error
    }
  }

  private static func write(
    _ bytes: [UInt8], to target: FilePlace, _ path: String, _ replacing: Bool, _ advice: String
  ) throws(EnvironmentError) {
    let name = target.name
    let parent = try Descriptor(folder: target.folder)
    try attempt("write \(path)") { () throws(SystemFailure) in
      if !replacing, try parent.status(of: name) != nil { throw .isTaken(advice) }
      let stage = try StagedFile(StageName(output: name), in: parent)
      do throws(SystemFailure) {
        try stage.file.write(bytes)
        if replacing, let old = try? parent.file(name) { try stage.file.take(attributesOf: old) }
        // Some file systems report a failed write only when the file is flushed to disk.
        guard fsync(stage.file.number) == 0 else { throw SystemFailure(code: errno) }
        if replacing {
          try rename(stage.name, name, in: parent)
        } else {
          try place(stage.name, as: name, in: parent, advice)
        }
      } catch {
        unsafe unlinkat(parent.number, stage.name, 0)
        throw error
      }
      fsync(parent.number)
    }
  }

  /// Renames the temporary file to a name that must not exist.
  private static func place(
    _ stage: String, as name: String, in parent: borrowing Descriptor, _ advice: String
  ) throws(SystemFailure) {
    if unsafe dossier_rename_new(parent.number, stage, name) == 0 { return }
    let code = errno
    if code == EEXIST { throw .isTaken(advice) }
    // This file system has no rename operation that fails if the new name exists. So check first that the name does not exist,
    // and then rename.
    guard code == EINVAL || code == ENOSYS else { throw SystemFailure(code: code) }
    if try parent.status(of: name) != nil { throw .isTaken(advice) }
    try rename(stage, name, in: parent)
  }

  private static func rename(_ stage: String, _ name: String, in parent: borrowing Descriptor) throws(SystemFailure) {
    guard unsafe renameat(parent.number, stage, parent.number, name) == 0 else { throw SystemFailure(code: errno) }
  }
}
