import Glibc

/// The three pipes between us and a child. Every end that is still open is closed when this goes out of use.
final class ChildPipes {
  /// Reading end and writing end of standard input, output and error of the child.
  private var ends: [Int32] = []

  init() throws(SystemFailure) {
    for _ in 0..<3 {
      var pair: [Int32] = [0, 0]
      guard unsafe pipe(&pair) == 0 else { throw SystemFailure(code: errno) }
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      ends += pair
    }
    _ = fcntl(ours[0], F_SETFL, O_NONBLOCK)
  }

  deinit { for end in ends where end >= 0 { close(end) } }

  /// What becomes 0, 1 and 2 in the child.
  var childs: [Int32] { [ends[0], ends[3], ends[5]] }
  private var ours: [Int32] { [ends[1], ends[2], ends[4]] }

  /// Gives the child its input and takes what it says, all at once, so that neither waits for the other for ever.
  func exchange(_ input: [UInt8]) -> (output: [UInt8], errors: [UInt8]) {
    for end in [0, 3, 5] { shut(end) }
    var rest = input[...]
    var said: [[UInt8]] = [[], []]
    if rest.isEmpty { shut(1) }
    while ends[1] >= 0 || ends[2] >= 0 || ends[4] >= 0 {
      var waiting = [
        pollfd(fd: ends[1], events: Int16(POLLOUT), revents: 0), pollfd(fd: ends[2], events: Int16(POLLIN), revents: 0),
        pollfd(fd: ends[4], events: Int16(POLLIN), revents: 0),
      ]
      guard unsafe poll(&waiting, 3, -1) >= 0 || errno == EINTR else { break }
      if ends[1] >= 0, waiting[0].revents != 0 {
        give(&rest)
        if rest.isEmpty { shut(1) }
      }
      for (i, end) in [2, 4].enumerated() where ends[end] >= 0 && waiting[i + 1].revents != 0 {
        let part = take(ends[end])
        if let part, !part.isEmpty { said[i] += part } else if part != nil { shut(end) }
      }
    }
    return (said[0], said[1])
  }

  private func give(_ rest: inout ArraySlice<UInt8>) {
    let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(ends[1], $0.baseAddress, $0.count) }
    if written >= 0 {
      rest = rest.dropFirst(written)
    } else if errno != EINTR, errno != EAGAIN {
      // The child wants no more of it.
      rest = []
    }
  }

  /// The next bytes, empty at the end; nil when it must be asked again.
  private func take(_ end: Int32) -> [UInt8]? {
    var again = false
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      let got = unsafe Glibc.read(end, buffer.baseAddress, buffer.count)
      again = got < 0 && errno == EINTR
      count = max(0, got)
    }
    return again ? nil : bytes
  }

  private func shut(_ end: Int) {
    if ends[end] >= 0 { close(ends[end]) }
    ends[end] = -1
  }
}
