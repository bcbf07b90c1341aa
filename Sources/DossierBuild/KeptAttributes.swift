import CFileSystem
import Glibc

/// Gives the folders and files of a new site the owner, permissions and attributes of the old folders and files with the same
/// names.
enum KeptAttributes {
  static func copy(from old: borrowing Descriptor, to new: borrowing Descriptor) throws(SystemFailure) {
    for member in try FolderListing(old).members {
      guard member.kind == .file || member.kind == .folder, let there = try new.status(of: member.name),
        let before = try old.status(of: member.name), there.st_mode & S_IFMT == before.st_mode & S_IFMT
      else { continue }
      if member.kind == .folder {
        try copy(from: try old.folder(member.name), to: try new.folder(member.name))
      } else if there.st_ino != before.st_ino, differs(before, there) || hasAttributes(member.name, old, new) {
        // Skip a file that this user cannot open: its attributes were set by another user.
        guard let original = try? old.file(member.name) else { continue }
        let file = try new.file(member.name)
        try file.take(attributesOf: original)
      }
    }
    try new.take(attributesOf: old)
  }

  private static func differs(_ a: stat, _ b: stat) -> Bool {
    a.st_uid != b.st_uid || a.st_gid != b.st_gid || a.st_mode & 0o7777 != b.st_mode & 0o7777
  }

  private static func hasAttributes(_ name: String, _ old: borrowing Descriptor, _ new: borrowing Descriptor) -> Bool {
    unsafe dossier_has_attributes(old.number, name) == 1 || dossier_has_attributes(new.number, name) == 1
  }
}
