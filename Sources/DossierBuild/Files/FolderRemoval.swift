import Glibc

/// Removes a folder that dossier created, with all its contents. Never follows a symbolic link and never enters a mount point.
/// Entries that cannot be removed remain.
enum FolderRemoval {
  static func remove(_ name: String, in parent: borrowing Descriptor) {
    try? empty(name, in: parent)
    unsafe unlinkat(parent.number, name, AT_REMOVEDIR)
  }

  private static func empty(_ name: String, in parent: borrowing Descriptor) throws(SystemFailure) {
    let folder = try parent.folder(name)
    if folder.isMountPoint { throw SystemFailure(code: EBUSY) }
    // Entries can be removed only from a writable folder.
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
