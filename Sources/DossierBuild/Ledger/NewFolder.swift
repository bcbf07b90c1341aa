import Glibc

/// A folder that comes into being as a whole or not at all, and never takes the place of another.
///
/// It grows beside its place as a site does, locked; what a killed one left is swept away by the next in that folder.
struct NewFolder: ~Copyable {
  private let output: OutputFolder
  private let stage: Descriptor
  private let stageName: String

  init(_ path: String) throws(EnvironmentError) {
    let output = try OutputFolder(path)
    let stageName = output.stages.new()
    let stage = try output.locked { () throws(EnvironmentError) in
      NewFolder.sweep(output.parent)
      return try SiteWriter.begin(stageName, in: output)
    }
    self.output = output
    self.stage = stage
    self.stageName = stageName
  }

  /// Removes what killed ones of any name have left in a folder. Only under its lock.
  private static func sweep(_ parent: borrowing Descriptor) {
    guard let listing = try? FolderListing(parent) else { return }
    for member in listing.members where member.kind == .folder && StageName.isOfAny(member.name) {
      guard let left = try? parent.folder(member.name), (try? left.lock(waiting: false)) == true else { continue }
      FolderRemoval.remove(member.name, in: parent)
    }
  }

  func files() -> NewFiles { NewFiles(in: "\(output.parentPath)/\(stageName)", published: true) }

  /// Moves it to its place, which must be free.
  borrowing func commit() throws(EnvironmentError) {
    try output.locked { () throws(EnvironmentError) in try output.place(stageName) }
  }

  /// The same, if what is asked under the lock holds; else it stays where it grew, and the answer is false.
  borrowing func commit(if holds: () throws(EnvironmentError) -> Bool) throws(EnvironmentError) -> Bool {
    try output.locked { () throws(EnvironmentError) in
      guard try holds() else { return false }
      try output.place(stageName)
      return true
    }
  }

  borrowing func abandon() { FolderRemoval.remove(stageName, in: output.parent) }
}
