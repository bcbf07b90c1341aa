import DossierText
import Glibc

/// One large file that is written from the front and comes to its place in one step: until then the old one stays.
///
/// It grows beside its place, locked while its writer lives, so that a later run can remove what a killed one left.
struct NewArchive: ~Copyable {
  private let parent: Descriptor
  private let file: Descriptor
  private let stage: String
  private let name: String
  private let path: String

  /// Refuses a place where there is something else than a file.
  init(_ path: String) throws(EnvironmentError) {
    let place = try FilePlace(path)
    let name = place.name
    let parent = try Descriptor(folder: place.folder)
    let stages = StageName(output: name)
    let stage = stages.new()
    let file = try attempt("write \(path)") { () throws(SystemFailure) in
      if let there = try parent.status(of: name), there.st_mode & S_IFMT != S_IFREG { throw .isNoFile }
      // Between making and locking, nobody may take it for a dead one.
      _ = try parent.lock(waiting: true)
      defer { parent.unlock() }
      NewArchive.sweep(stages, in: parent)
      let file = try parent.open(stage, O_WRONLY | O_CREAT | O_EXCL)
      _ = try file.lock(waiting: false)
      return file
    }
    self.parent = parent
    self.file = file
    self.stage = stage
    self.name = name
    self.path = path
  }

  private static func sweep(_ stages: StageName, in parent: borrowing Descriptor) {
    guard let listing = try? FolderListing(parent) else { return }
    for member in listing.members where member.kind == .file && stages.matches(member.name) {
      guard let left = try? parent.file(member.name), (try? left.lock(waiting: false)) == true else { continue }
      unsafe unlinkat(parent.number, member.name, 0)
    }
  }

  borrowing func write(_ bytes: [UInt8]) throws(EnvironmentError) {
    try attempt("write \(path)") { () throws(SystemFailure) in try file.write(bytes) }
  }

  /// Puts it in its place, when all of it has arrived on the disk.
  borrowing func commit() throws(EnvironmentError) {
    try attempt("write \(path)") { () throws(SystemFailure) in
      guard fsync(file.number) == 0 else { throw SystemFailure(code: errno) }
      guard unsafe renameat(parent.number, stage, parent.number, name) == 0 else { throw SystemFailure(code: errno) }
      fsync(parent.number)
    }
  }

  borrowing func abandon() { unsafe unlinkat(parent.number, stage, 0) }
}
