import Glibc

/// Files that users add to a published site. They are kept when the site is replaced.
///
/// The files are hard-linked, not moved or read, so that the old site stays complete until it is replaced.
enum CarriedOver {
  /// Names that begin with a dot, such as `.nojekyll` or `.well-known`, and `README.md` and `CNAME`. No site contains them.
  static func includes(_ name: String) -> Bool {
    name.utf8.first == UInt8(ascii: ".") || name == "README.md" || name == "CNAME"
  }

  static func link(from old: borrowing Descriptor, to new: borrowing Descriptor) throws(SystemFailure) {
    for member in try FolderListing(old).members where includes(member.name) {
      try link(member, from: old, to: new)
    }
  }

  private static func link(
    _ member: FolderListing.Member, from old: borrowing Descriptor, to new: borrowing Descriptor
  ) throws(SystemFailure) {
    if member.kind == .folder {
      let inner = try old.folder(member.name)
      guard unsafe mkdirat(new.number, member.name, 0o700) == 0 else { throw SystemFailure(code: errno) }
      let made = try new.folder(member.name)
      for innermost in try FolderListing(inner).members { try link(innermost, from: inner, to: made) }
      fchmod(made.number, try inner.status().st_mode & 0o7777)
      return
    }
    if unsafe linkat(old.number, member.name, new.number, member.name, 0) == 0 { return }
    let code = errno
    // The file system has no hard links, or the file belongs to another user.
    guard member.kind == .file, [EPERM, ENOTSUP, EMLINK].contains(code) else { throw SystemFailure(code: code) }
    let original = try old.file(member.name)
    let copy = try new.open(member.name, O_WRONLY | O_CREAT | O_EXCL)
    _ = try original.digest { part throws(SystemFailure) in try copy.write(part) }
    try copy.permit(try original.status().st_mode & 0o777)
    try copy.close()
  }
}
