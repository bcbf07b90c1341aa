import DossierText
import Glibc

/// An open file or folder. It is closed when the value is destroyed.
///
/// Every failed call throws the value that `errno` had directly after the call, because closing a file can change `errno`.
struct Descriptor: ~Copyable {
  let number: Int32

  /// Takes ownership of an open file descriptor.
  init(adopting number: Int32) { self.number = number }

  deinit { _ = Glibc.close(number) }

  /// Takes ownership of the result of a system call. Throws when the call failed.
  init(made number: Int32) throws(SystemFailure) {
    guard number >= 0 else { throw SystemFailure(code: errno) }
    self.number = number
  }

  /// Opens a folder by its path.
  init(folder path: String) throws(EnvironmentError) {
    number = unsafe Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw EnvironmentError("open the folder \(path)", SystemFailure(code: errno)) }
  }

  /// Closes a written file and reports errors. Some file systems report a failed write only on close.
  consuming func close() throws(SystemFailure) {
    let number = number
    discard self
    // Do not retry after EINTR, because Linux has already closed the descriptor.
    guard Glibc.close(number) == 0 || errno == EINTR else { throw SystemFailure(code: errno) }
  }

  /// Opens an entry of this folder. Never follows a symbolic link.
  borrowing func open(_ name: String, _ flags: Int32, mode: mode_t = 0o644) throws(SystemFailure) -> Descriptor {
    let opened = unsafe openat(number, name, flags | O_NOFOLLOW | O_CLOEXEC, mode)
    guard opened >= 0 else { throw SystemFailure(code: errno) }
    return Descriptor(adopting: opened)
  }

  borrowing func folder(_ name: String) throws(SystemFailure) -> Descriptor { try open(name, O_RDONLY | O_DIRECTORY) }

  /// Opens a regular file for reading. Rejects everything else: a pipe without a writer would block for ever.
  borrowing func file(_ name: String) throws(SystemFailure) -> Descriptor {
    let file = try open(name, O_RDONLY | O_NONBLOCK)
    guard try file.status().st_mode & S_IFMT == S_IFREG else { throw .isNoFile }
    return file
  }

  /// Opens the nested folder at `folders`. No folder on the way may be a symbolic link.
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

  /// The status of the entry with this name. Does not follow a symbolic link. Nil if no entry has this name.
  borrowing func status(of name: String) throws(SystemFailure) -> stat? {
    var status = stat()
    if unsafe fstatat(number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 { return status }
    let code = errno
    guard code == ENOENT else { throw SystemFailure(code: code) }
    return nil
  }

  /// Adds permissions that the umask removed. Keeps all other permissions.
  borrowing func permit(_ mode: mode_t) throws(SystemFailure) {
    let now = try status().st_mode & 0o7777
    guard now | mode != now, fchmod(number, now | mode) != 0 else { return }
    let code = errno
    // This process owns the file. So the error means that the file system does not support permissions.
    guard code == EPERM || code == ENOTSUP else { throw SystemFailure(code: code) }
  }

  /// Locks this file or folder until `unlock` or close. Does not wait: returns false if another process has the lock. Use
  /// `LockWait` to wait.
  borrowing func lock() throws(SystemFailure) -> Bool {
    while flock(number, LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      if code == EWOULDBLOCK { return false }
      if code != EINTR { throw SystemFailure(code: code) }
    }
    return true
  }

  borrowing func unlock() { flock(number, LOCK_UN) }

  /// Reads all bytes. Stops when more than `limit` bytes were read, so that the caller can detect a larger file.
  borrowing func read(expecting size: Int, limit: Int) throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(size, limit) + 1)
    while bytes.count <= limit {
      // Request one byte more than expected, to detect a file that grew. Read a larger file in large parts.
      let rest = size + 1 - bytes.count
      let part = try part(upTo: rest > 0 ? max(64, min(rest, 1 << 18)) : 1 << 18)
      if part.isEmpty { return bytes }
      bytes += part
    }
    return bytes
  }

  /// Reads all bytes in parts.
  borrowing func readParts(_ use: ([UInt8]) -> Void) throws(SystemFailure) {
    while true {
      let part = try part()
      if part.isEmpty { return }
      use(part)
    }
  }

  /// The SHA-256 of all bytes. Reads the file in parts and passes each part to `use`.
  borrowing func digest(_ use: ([UInt8]) throws(SystemFailure) -> Void = { _ in }) throws(SystemFailure) -> Digest {
    var stream = DigestStream()
    while true {
      let part = try part()
      if part.isEmpty { return stream.finish() }
      stream.add(part)
      try use(part)
    }
  }

  /// Reads the next bytes. Returns no bytes at the end of the file.
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
