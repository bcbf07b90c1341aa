import Glibc

/// Writes to standard output and standard error.
enum Console {
  static func out(_ text: String) { write(Array(text.utf8), to: STDOUT_FILENO) }
  static func out(bytes: [UInt8]) { write(bytes, to: STDOUT_FILENO) }
  static func error(_ text: String) { write(Array(text.utf8), to: STDERR_FILENO) }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Reopens closed standard streams on `/dev/null`, before anything else is opened.
  ///
  /// Otherwise the first file of the site would get the number of a closed stream, and messages would be written into that file.
  /// The replacement is read-only, so writing to it fails.
  static func begin() {
    // Ignore SIGPIPE. Otherwise a reader that closes the pipe early (`dossier check | head`) would kill this program.
    signal(SIGPIPE, SIG_IGN)
    while true {
      let opened = unsafe open("/dev/null", O_RDONLY)
      if opened > STDERR_FILENO { close(opened) }
      if opened < 0 || opened > STDERR_FILENO { return }
    }
  }

  /// Writes all bytes. Stops without an error if the reader has closed the stream.
  ///
  /// Every other failure, such as a full disk, ends the program, because an incomplete report must not look complete.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      var code: Int32 = 0
      let written = unsafe rest.withUnsafeBytes { buffer in
        let written = unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        if written < 0 { code = errno }
        return written
      }
      if written >= 0 {
        rest = rest.dropFirst(written)
        continue
      }
      switch code {
      case EINTR: continue
      case EAGAIN: waitUntilWritable(descriptor)
      case EPIPE: return
      default: fail(descriptor, code)
      }
    }
  }

  private static func waitUntilWritable(_ descriptor: Int32) {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&wanted, 1, -1)
  }

  private static func fail(_ descriptor: Int32, _ code: Int32) -> Never {
    if descriptor == STDOUT_FILENO {
      error("error: cannot write to standard output: \(unsafe String(cString: strerror(code)))\n")
    }
    exit(Ending.Status.environment.rawValue)
  }
}
