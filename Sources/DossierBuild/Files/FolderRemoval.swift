import Glibc

/// Removes a folder of our own with everything in it. Never follows a symbolic link; what cannot be removed stays.
enum FolderRemoval {
  static func remove(_ name: String, in parent: borrowing Descriptor) {
    try? empty(name, in: parent)
    unsafe unlinkat(parent.number, name, AT_REMOVEDIR)
  }

  private static func empty(_ name: String, in parent: borrowing Descriptor) throws(SystemFailure) {
    let folder = try parent.folder(name)
    // From a folder that may not be written nothing can be removed.
    try folder.permit(0o700)
    for member in try FolderListing(folder).members {
      if member.kind == .folder {
        remove(member.name, in: folder)
      } else {
        unsafe unlinkat(folder.number, member.name, 0)
      }
    }
  }
}
