import DossierText
import Glibc

/// One large file that is written from the front and comes to its place in one step: until then the old one stays.
///
/// It grows beside its place; what a killed one left, the next removes.
struct NewArchive: ~Copyable {
  private let parent: Descriptor
  private let stage: StagedFile
  private let name: String
  private let path: String

  /// Refuses a place where there is something else than a file.
  init(_ path: String) throws(EnvironmentError) {
    let place = try FilePlace(path)
    let name = place.name
    let parent = try Descriptor(folder: place.folder)
    stage = try attempt("write \(path)") { () throws(SystemFailure) in
      if let there = try parent.status(of: name), there.st_mode & S_IFMT != S_IFREG { throw .isNoFile }
      return try StagedFile(StageName(output: name), in: parent)
    }
    self.parent = parent
    self.name = name
    self.path = path
  }

  borrowing func write(_ bytes: [UInt8]) throws(EnvironmentError) {
    try attempt("write \(path)") { () throws(SystemFailure) in try stage.file.write(bytes) }
  }

  /// Puts it in its place, when all of it has arrived on the disk.
  borrowing func commit() throws(EnvironmentError) {
    try attempt("write \(path)") { () throws(SystemFailure) in
      guard fsync(stage.file.number) == 0 else { throw SystemFailure(code: errno) }
      guard unsafe renameat(parent.number, stage.name, parent.number, name) == 0 else { throw SystemFailure(code: errno) }
      fsync(parent.number)
    }
  }

  borrowing func abandon() { unsafe unlinkat(parent.number, stage.name, 0) }
}
