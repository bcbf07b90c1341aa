import Glibc

/// A file that grows under a name of its own beside its place, to be moved there in one step.
///
/// Locked while its writer lives, so that the next writer to that place removes what a killed one left.
struct StagedFile: ~Copyable {
  let file: Descriptor
  let name: String

  init(_ stages: StageName, in folder: borrowing Descriptor) throws(SystemFailure) {
    StagedFile.sweep(stages, in: folder)
    while true {
      let name = stages.new()
      let file = try folder.open(name, O_WRONLY | O_CREAT | O_EXCL)
      // Another that sweeps may have taken it for a dead one before it was locked. Where nothing can be locked, nothing is swept.
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
