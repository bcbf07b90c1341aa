import DossierText
import Glibc

/// An open file or folder, closed when it goes out of use.
struct Descriptor: ~Copyable {
  let number: Int32

  private init(_ number: Int32) { self.number = number }

  deinit { close(number) }

  /// Opens a folder by its path.
  init(folder path: String) throws(EnvironmentError) {
    number = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw EnvironmentError("open the folder \(path)", code: errno) }
  }

  /// Opens something inside this folder; never through a symbolic link. Nil when that cannot be done.
  borrowing func open(_ name: String, _ flags: Int32, mode: mode_t = 0o644) -> Descriptor? {
    let opened = unsafe openat(number, name, flags | O_NOFOLLOW | O_CLOEXEC, mode)
    return opened >= 0 ? Descriptor(opened) : nil
  }

  /// Goes down through `folders`, none of which may be a symbolic link.
  borrowing func descend(_ folders: ArraySlice<String>) -> Descriptor? {
    guard let first = folders.first else { return open(".", O_RDONLY | O_DIRECTORY) }
    guard let next = open(first, O_RDONLY | O_DIRECTORY) else { return nil }
    if folders.count == 1 { return next }
    return next.descend(folders.dropFirst())
  }

  /// No folder, pipe or device.
  var isRegular: Bool {
    var status = stat()
    return unsafe fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// All bytes, at most `limit` of them and one more. Nil when they cannot be read.
  borrowing func read(expecting size: Int, limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit) + 1)
    while bytes.count <= limit {
      // One byte more than is expected, so that a file that has grown is noticed.
      guard let part = part(upTo: max(64, min(size + 1 - bytes.count, 1 << 18))) else { return nil }
      if part.isEmpty { return bytes }
      bytes += part
    }
    return bytes
  }

  /// SHA-256 of all bytes, read a part at a time. Nil when they cannot be read.
  borrowing func digest() -> Digest? {
    var stream = DigestStream()
    while let part = part() {
      if part.isEmpty { return stream.finish() }
      stream.add(part)
    }
    return nil
  }

  /// The next bytes, empty at the end. Nil when they cannot be read.
  borrowing func part(upTo capacity: Int = 1 << 18) -> [UInt8]? {
    while true {
      var got = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        got = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
        count = max(0, got)
      }
      if got >= 0 { return bytes }
      if errno != EINTR { return nil }
    }
  }

  borrowing func write(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(number, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(written)
    }
    return true
  }
}
