import Glibc

/// A file or folder however it is named.
struct FileIdentity: Equatable {
  let device: UInt
  let inode: UInt

  private init(_ status: stat) {
    device = UInt(status.st_dev)
    inode = UInt(status.st_ino)
  }

  init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init?(_ descriptor: borrowing Descriptor) {
    guard let status = try? descriptor.status() else { return nil }
    self.init(status)
  }

  /// The folder itself, the one above it, and so on up to the root. None is opened: to pass through them is enough.
  static func upwards(from folder: borrowing Descriptor) throws(SystemFailure) -> [FileIdentity] {
    var found: [FileIdentity] = []
    var path = "."
    while true {
      var status = stat()
      guard unsafe fstatat(folder.number, path, &status, 0) == 0 else { throw SystemFailure(code: errno) }
      let identity = FileIdentity(status)
      // Above the root is the root.
      if identity == found.last { return found }
      found.append(identity)
      path += "/.."
    }
  }
}
