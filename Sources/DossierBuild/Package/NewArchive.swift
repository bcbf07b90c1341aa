import DossierText
import Glibc

/// A large file that is written sequentially and then renamed to its target in one step. Until then, the old file remains.
///
/// The file is written under a temporary name in the same folder. If the process is killed, the temporary file remains. The next
/// process that writes the same archive removes the temporary file.
struct NewArchive: ~Copyable {
  private let parent: Descriptor
  private let made: MadeFolders
  private let stage: StagedFile
  private let name: String
  private let path: String

  /// Fails when the target exists and is not a regular file.
  init(_ path: String) throws(EnvironmentError) {
    let place = try FilePlace(path)
    let name = place.name
    let parent = try Descriptor(folder: place.folder)
    do throws(EnvironmentError) {
      stage = try attempt("write \(path)") { () throws(SystemFailure) in
        if let there = try parent.status(of: name), there.st_mode & S_IFMT != S_IFREG { throw .isNoFile }
        return try StagedFile(StageName(output: name), in: parent)
      }
    } catch {
      place.made.undo()
      throw error
    }
    self.parent = parent
    made = place.made
    self.name = name
    self.path = path
  }

  borrowing func write(_ bytes: [UInt8]) throws(EnvironmentError) {
    try attempt("write \(path)") { () throws(SystemFailure) in try stage.file.write(bytes) }
  }

  /// Flushes the file to disk and renames it to the target.
  borrowing func commit() throws(EnvironmentError) {
    try attempt("write \(path)") { () throws(SystemFailure) in
      if let old = try? parent.file(name) { try stage.file.take(attributesOf: old) }
      guard fsync(stage.file.number) == 0 else { throw SystemFailure(code: errno) }
      guard unsafe renameat(parent.number, stage.name, parent.number, name) == 0 else { throw SystemFailure(code: errno) }
      fsync(parent.number)
    }
  }

  borrowing func abandon() {
    unsafe unlinkat(parent.number, stage.name, 0)
    made.undo()
  }
}
