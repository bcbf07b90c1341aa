import Glibc

/// A file that is written under a temporary name in the target folder and then renamed in one step.
///
/// It is locked while its writer runs. The next writer to the same target removes the files of killed writers.
struct StagedFile: ~Copyable {
  let file: Descriptor
  let name: String

  init(_ stages: StageName, in folder: borrowing Descriptor) throws(SystemFailure) {
    StagedFile.sweep(stages, in: folder)
    while true {
      let name = stages.new()
      let file = try folder.open(name, O_WRONLY | O_CREAT | O_EXCL)
      // Another process may have removed the file before it was locked. Without support for locks, no process removes files.
      guard (try? file.lock(waiting: false)) ?? true, try file.status().st_nlink > 0 else { continue }
      self.file = file
      self.name = name
      return
    }
  }

  private static func sweep(_ stages: StageName, in folder: borrowing Descriptor) {
    guard let listing = try? FolderListing(folder) else { return }
    for member in listing.members where member.kind == .file && stages.matches(member.name) {
      guard let left = try? folder.file(member.name), (try? left.lock(waiting: false)) == true else { continue }
      unsafe unlinkat(folder.number, member.name, 0)
    }
  }
}
