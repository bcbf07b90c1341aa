import CFileSystem
import Glibc

/// One file put in its place in one step: at any moment, killed or out of space, there is the old file, the new one, or none that
/// was not there before. What a killed one left beside it, the next removes.
package enum WholeFile {
  /// Makes the folders above it. Without `replacing`, what is there already stays and an error is thrown, with `advice`.
  package static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool, advice: String = "choose another place"
  ) throws(EnvironmentError) {
    let target = try FilePlace(path)
    let name = target.name
    let parent = try Descriptor(folder: target.folder)
    try attempt("write \(path)") { () throws(SystemFailure) in
      if !replacing, try parent.status(of: name) != nil { throw .isTaken(advice) }
      let stage = try StagedFile(StageName(output: name), in: parent)
      do throws(SystemFailure) {
        try stage.file.write(bytes)
        // Asked for now: some file systems say only then that it did not arrive.
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

  /// Under a name that is free.
  private static func place(
    _ stage: String, as name: String, in parent: borrowing Descriptor, _ advice: String
  ) throws(SystemFailure) {
    if unsafe dossier_rename_new(parent.number, stage, name) == 0 { return }
    let code = errno
    if code == EEXIST { throw .isTaken(advice) }
    // A file system that cannot rename to a free name only: looked at once more, and renamed.
    guard code == EINVAL || code == ENOSYS else { throw SystemFailure(code: code) }
    if try parent.status(of: name) != nil { throw .isTaken(advice) }
    try rename(stage, name, in: parent)
  }

  private static func rename(_ stage: String, _ name: String, in parent: borrowing Descriptor) throws(SystemFailure) {
    guard unsafe renameat(parent.number, stage, parent.number, name) == 0 else { throw SystemFailure(code: errno) }
  }
}
