import DossierText
import Glibc

/// Files that users add to a published site and that a new site keeps. They are plain files with one of the fixed `names`, or
/// files of passive types (`PassiveExtension`) in the folder `.well-known`.
///
/// The files are hard-linked, not moved or read, so that the old site stays complete until it is replaced.
enum CarriedOver {
  /// `CNAME` contains the domain. `.nojekyll` turns off a filter of GitHub Pages. `README.md` is for readers of a repository.
  /// Other programs read the files in `.well-known` (RFC 8615). All other files are excluded, for example `.htaccess` (which web
  /// servers obey), links and pages.
  static let names = [".nojekyll", "CNAME", "README.md"]
  static let folder = ".well-known"
  private static let deepest = 8

  static func includes(_ path: SourcePath, _ kind: FolderListing.Kind) -> Bool {
    let parts = path.parts
    if parts.count == 1, kind == .file { return names.contains(parts[0]) }
    guard parts[0] == folder, parts.count <= deepest, parts.dropFirst().allSatisfy({ $0.utf8.first != UInt8(ascii: ".") }) else {
      return false
    }
    if kind == .folder { return true }
    let endings = path.name.split(separator: ".", omittingEmptySubsequences: false).dropFirst()
    return kind == .file && parts.count > 1 && endings.allSatisfy { PassiveExtension.all.contains(String($0)) }
  }

  /// Hard-links the files of an old site into a new site, and creates their folders in the new site. `KeptAttributes` later
  /// gives the new folders the owner, permissions and attributes of the old folders.
  static func link(_ paths: [SourcePath], from old: borrowing Descriptor, to new: borrowing Descriptor) throws(SystemFailure) {
    for path in paths { try link(path.parts[...], from: old, to: new) }
  }

  private static func link(
    _ parts: ArraySlice<String>, from old: borrowing Descriptor, to new: borrowing Descriptor
  ) throws(SystemFailure) {
    guard let name = parts.first else { return }
    guard parts.count == 1 else {
      let inner = try old.folder(name)
      let isNew = unsafe mkdirat(new.number, name, 0o700) == 0
      let code = errno
      guard isNew || code == EEXIST else { throw SystemFailure(code: code) }
      let made = try new.folder(name)
      // Keep the new folder writable while files are added. Its attributes are copied after all files are in the folder.
      return try link(parts.dropFirst(), from: inner, to: made)
    }
    if unsafe linkat(old.number, name, new.number, name, 0) == 0 { return }
    let code = errno
    // Copy the file if it cannot be linked: the file system has no hard links, or the file belongs to another user.
    guard [EPERM, ENOTSUP, EMLINK, EXDEV].contains(code) else { throw SystemFailure(code: code) }
    let original = try old.file(name)
    let copy = try new.open(name, O_WRONLY | O_CREAT | O_EXCL)
    _ = try original.digest { part throws(SystemFailure) in try copy.write(part) }
    try copy.take(attributesOf: original)
    try copy.close()
  }
}
