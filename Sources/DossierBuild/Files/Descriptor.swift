import DossierText
import Glibc

/// An open file or folder, closed when it goes out of use.
///
/// Every call that fails throws the system's number as it was directly after the call: closing may change it.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Takes over a number that was opened elsewhere.
  init(adopting number: Int32) { self.number = number }

  deinit { _ = Glibc.close(number) }

  /// Takes over what a call of the system has just opened.
  init(made number: Int32) throws(SystemFailure) {
    guard number >= 0 else { throw SystemFailure(code: errno) }
    self.number = number
  }

  /// Opens a folder by its path.
  init(folder path: String) throws(EnvironmentError) {
    number = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw EnvironmentError("open the folder \(path)", SystemFailure(code: errno)) }
  }

  /// Closes a file that was written: only then some file systems say that it did not arrive.
  consuming func close() throws(SystemFailure) {
    let number = number
    discard self
    // Not tried again after EINTR: Linux has let go of the number.
    guard Glibc.close(number) == 0 || errno == EINTR else { throw SystemFailure(code: errno) }
  }

  /// Opens something inside this folder; never through a symbolic link.
  borrowing func open(_ name: String, _ flags: Int32, mode: mode_t = 0o644) throws(SystemFailure) -> Descriptor {
    let opened = unsafe openat(number, name, flags | O_NOFOLLOW | O_CLOEXEC, mode)
    guard opened >= 0 else { throw SystemFailure(code: errno) }
    return Descriptor(adopting: opened)
  }

  borrowing func folder(_ name: String) throws(SystemFailure) -> Descriptor { try open(name, O_RDONLY | O_DIRECTORY) }

  /// Opens a regular file for reading, and nothing else: a pipe without a writer would keep us waiting for ever.
  borrowing func file(_ name: String) throws(SystemFailure) -> Descriptor {
    let file = try open(name, O_RDONLY | O_NONBLOCK)
    guard try file.status().st_mode & S_IFMT == S_IFREG else { throw .isNoFile }
    return file
  }

  /// Goes down through `folders`, none of which may be a symbolic link.
  borrowing func descend(_ folders: ArraySlice<String>) throws(SystemFailure) -> Descriptor {
    guard let first = folders.first else { return try folder(".") }
    let next = try folder(first)
    if folders.count == 1 { return next }
    return try next.descend(folders.dropFirst())
  }

  borrowing func status() throws(SystemFailure) -> stat {
    var status = stat()
    guard unsafe fstat(number, &status) == 0 else { throw SystemFailure(code: errno) }
    return status
  }

  /// What stands under this name, a symbolic link itself. Nil when the name is free.
  borrowing func status(of name: String) throws(SystemFailure) -> stat? {
    var status = stat()
    if unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
    let code = errno
    guard code == ENOENT else { throw SystemFailure(code: code) }
    return nil
  }

  /// Adds permissions that the umask has taken away, and leaves the others as they are.
  borrowing func permit(_ mode: mode_t) throws(SystemFailure) {
    let now = try status().st_mode & 0o7777
    guard now | mode != now, fchmod(number, now | mode) != 0 else { return }
    let code = errno
    // Of a file of our own: a file system that knows no permissions.
    guard code == EPERM || code == ENOTSUP else { throw SystemFailure(code: code) }
  }

  /// Takes the lock on this file or folder, held until it is unlocked or closed. False when another has it and we do not wait.
  borrowing func lock(waiting: Bool) throws(SystemFailure) -> Bool {
    while flock(number, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EWOULDBLOCK { return false }
      if code != EINTR { throw SystemFailure(code: code) }
    }
    return true
  }

  borrowing func unlock() { flock(number, LOCK_UN) }

  /// All bytes, at most `limit` of them and one more.
  borrowing func read(expecting size: Int, limit: Int) throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit) + 1)
    while bytes.count <= limit {
      // One byte more than is expected, so that a file that has grown is noticed; of one that is larger, large parts.
      let rest = size + 1 - bytes.count
      let part = try part(upTo: rest > 0 ? max(64, min(rest, 1 << 18)) : 1 << 18)
      if part.isEmpty { return bytes }
      bytes += part
    }
    return bytes
  }

  /// All bytes, a part at a time.
  borrowing func readParts(_ use: ([UInt8]) -> Void) throws(SystemFailure) {
    while true {
      let part = try part()
      if part.isEmpty { return }
      use(part)
    }
  }

  /// SHA-256 of all bytes, read a part at a time, each of which `use` gets to see.
  borrowing func digest(_ use: ([UInt8]) throws(SystemFailure) -> Void = { _ in }) throws(SystemFailure) -> Digest {
    var stream = DigestStream()
    while true {
      let part = try part()
      if part.isEmpty { return stream.finish() }
      stream.add(part)
      try use(part)
    }
  }

  /// The next bytes, empty at the end.
  private borrowing func part(upTo capacity: Int = 1 << 18) throws(SystemFailure) -> [UInt8] {
    while true {
      var got = 0
      var code: Int32 = 0
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        got = unsafe Glibc.read(number, buffer.baseAddress, buffer.count)
        if got < 0 { code = errno }
        count = max(0, got)
      }
      if got >= 0 { return bytes }
      if code != EINTR { throw SystemFailure(code: code) }
    }
  }

  borrowing func write(_ bytes: [UInt8]) throws(SystemFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      var code: Int32 = 0
      let written = unsafe rest.withUnsafeBytes { buffer in
        let written = unsafe Glibc.write(number, buffer.baseAddress, buffer.count)
        if written < 0 { code = errno }
        return written
      }
      if written < 0 {
        if code == EINTR { continue }
        throw SystemFailure(code: code)
      }
      rest = rest.dropFirst(written)
    }
  }
}
