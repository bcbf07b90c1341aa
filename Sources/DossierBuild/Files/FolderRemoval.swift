import Glibc

/// Removes a folder of our own with everything in it. Never follows a symbolic link; what cannot be removed stays.
enum FolderRemoval {
  static func remove(_ name: String, in parent: borrowing Descriptor) {
    if let folder = parent.open(name, O_RDONLY | O_DIRECTORY), let listing = FolderListing(folder) {
      for member in listing.members {
        if member.kind == .folder {
          remove(member.name, in: folder)
        } else {
          unsafe unlinkat(folder.number, member.name, 0)
        }
      }
    }
    unsafe unlinkat(parent.number, name, AT_REMOVEDIR)
  }
}
