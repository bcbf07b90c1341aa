import Glibc

/// The identity of a file or folder, independent of its path.
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

  /// The identities of a folder and of all folders above it up to the root. No folder is opened, so search permission is enough.
  static func upwards(from folder: borrowing Descriptor) throws(SystemFailure) -> [FileIdentity] {
    var found: [FileIdentity] = []
    var path = "."
    while true {
      var status = stat()
      guard unsafe fstatat(folder.number, path, &status, 0) == 0 else { throw SystemFailure(code: errno) }
      let identity = FileIdentity(status)
      // The parent of the root is the root itself.
      if identity == found.last { return found }
      found.append(identity)
      path += "/.."
    }
  }
}
