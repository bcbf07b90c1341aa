import DossierArchive
import Glibc

/// An open archive on disk. Any part can be read from any thread.
final class ArchiveFile: ArchiveSource {
  let size: Int
  private let file: Descriptor
  private let path: String

  /// Opens the file. Follows a symbolic link, because the user gave this path.
  init(_ path: String) throws(EnvironmentError) {
    let file = try attempt("open \(path)") { () throws(SystemFailure) in
      let file = try Descriptor(made: unsafe Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC))
      guard try file.status().st_mode & S_IFMT == S_IFREG else { throw .isNoFile }
      return file
    }
    size = Int(try attempt("read \(path)") { () throws(SystemFailure) in try file.status().st_size })
    self.file = file
    self.path = path
  }

  /// Whether a regular file exists at a path.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether the file begins with the bytes `PK`, as ZIP archives do.
  var beginsLikeArchive: Bool {
    get throws { try size >= 4 && bytes(at: 0, count: 2) == Array("PK".utf8) }
  }

  func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    try attempt("read \(path)") { () throws(SystemFailure) in try file.bytes(at: offset, count: count) }
  }
}

extension Descriptor {
  /// Reads exactly `count` bytes at an offset.
  borrowing func bytes(at offset: Int, count: Int) throws(SystemFailure) -> [UInt8] {
    var code: Int32 = 0
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = unsafe pread(number, buffer.baseAddress?.advanced(by: filled), count - filled, off_t(offset + filled))
        if got > 0 {
          filled += got
        } else if got == 0 {
          // The file was truncated while it was read.
          code = EIO
          return
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    guard code == 0 else { throw SystemFailure(code: code) }
    return bytes
  }
}
