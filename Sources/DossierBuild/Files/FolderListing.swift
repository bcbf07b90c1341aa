import Glibc

/// The entries of one folder, in byte order of their names.
struct FolderListing {
  let members: [Member]

  struct Member {
    let name: String
    let kind: Kind
    let size: Int
  }

  enum Kind {
    case file, folder, link, other
    /// An entry of any kind whose name is not UTF-8.
    case nameless
  }

  /// Reads the folder. A name that is not UTF-8 gets replacement characters and the kind `nameless`.
  init(_ folder: borrowing Descriptor) throws(SystemFailure) {
    let copy = fcntl(folder.number, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw SystemFailure(code: errno) }
    guard let stream = unsafe fdopendir(copy) else {
      let code = errno
      close(copy)
      throw SystemFailure(code: code)
    }
    defer { unsafe closedir(stream) }
    unsafe rewinddir(stream)
    var members: [Member] = []
    while true {
      // Only `errno` distinguishes the end of the folder from an error.
      errno = 0
      guard let found = unsafe readdir(stream) else {
        let code = errno
        if code != 0 { throw SystemFailure(code: code) }
        break
      }
      let raw = unsafe withUnsafePointer(to: &found.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe Array(UnsafeBufferPointer(start: $0, count: strnlen($0, 256)))
        }
      }
      let bytes = raw.map { UInt8(bitPattern: $0) }
      let name = String(decoding: bytes, as: UTF8.self)
      if name == "." || name == ".." { continue }
      var status = stat()
      let isText = name.utf8.elementsEqual(bytes)
      guard isText else {
        members.append(Member(name: name, kind: .nameless, size: 0))
        continue
      }
      guard unsafe fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
        members.append(Member(name: name, kind: .other, size: 0))
        continue
      }
      let kind: Kind
      switch status.st_mode & S_IFMT {
      case S_IFREG: kind = .file
      case S_IFDIR: kind = .folder
      case S_IFLNK: kind = .link
      default: kind = .other
      }
      members.append(Member(name: name, kind: kind, size: Int(status.st_size)))
    }
    self.members = members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
