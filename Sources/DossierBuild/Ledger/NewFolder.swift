import Glibc

/// A folder that is created completely or not at all, and that never replaces another folder.
///
/// The folder is written under a temporary name in the same parent folder. This temporary folder is locked while
/// it is written. If the process is killed, the lock ends. The next process that writes in the same parent folder then removes
/// the temporary folder.
struct NewFolder: ~Copyable {
  private let output: OutputFolder
  private let stage: Descriptor
  private let stageName: String

  init(_ path: String, waiting wait: LockWait) throws(EnvironmentError) {
    let output = try OutputFolder(path, waiting: wait)
    let stageName = output.stages.new()
    do throws(EnvironmentError) {
      stage = try output.locked { () throws(EnvironmentError) in
        NewFolder.sweep(output.parent)
        return try SiteWriter.begin(stageName, in: output)
      }
    } catch {
      output.made.undo()
      throw error
    }
    self.output = output
    self.stageName = stageName
  }

  /// Removes temporary folders that killed processes left behind. The caller must hold the lock of the parent folder.
  private static func sweep(_ parent: borrowing Descriptor) {
    guard let listing = try? FolderListing(parent) else { return }
    for member in listing.members where member.kind == .folder && StageName.isOfAny(member.name) {
      guard let left = try? parent.folder(member.name), (try? left.lock()) == true else { continue }
      FolderRemoval.remove(member.name, in: parent)
    }
  }

  func files() -> NewFiles { NewFiles(in: "\(output.parentPath)/\(stageName)", published: true) }

  /// Renames the folder to its final name, which must not exist.
  borrowing func commit() throws(EnvironmentError) {
    try output.locked { () throws(EnvironmentError) in try output.place(stageName) }
  }

  /// Calls `holds` under the lock. If `holds` returns true, renames the folder to its final name. Otherwise keeps the
  /// temporary name and returns false.
  borrowing func commit(if holds: () throws(EnvironmentError) -> Bool) throws(EnvironmentError) -> Bool {
    try output.locked { () throws(EnvironmentError) in
      guard try holds() else { return false }
      try output.place(stageName)
      return true
    }
  }

  /// Removes the unfinished folder, and the folders above it that were created for it.
  borrowing func abandon() {
    FolderRemoval.remove(stageName, in: output.parent)
    output.made.undo()
  }
}
