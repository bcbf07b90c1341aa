import DossierText

/// Creates names of files and folders of the site from ids and paths.
enum Slug {
  /// The maximum length of a shortened name in bytes, without its extension.
  private static let longest = 72

  /// Whether a name is safe as a file name: not empty, at most 100 bytes, and only `a-z`, `0-9`, `-`, `.` and `_`.
  ///
  /// It must not start with a dot or hyphen, must not end with a dot, and must not be a reserved name on Windows.
  static func isSafe(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 100 else { return false }
    guard first != UInt8(ascii: "."), first != UInt8(ascii: "-"), last != UInt8(ascii: ".") else { return false }
    return bytes.allSatisfy(isKept) && !isReserved(bytes)
  }

  /// The slug of a name, in lower case. ASCII letters, digits and `_` are kept. All other characters between them become one
  /// hyphen, but a single dot is kept. A slug is the same on every run.
  ///
  /// If the name has non-ASCII characters or is too long, a part of the name is lost. The start of the SHA-256 of the name is
  /// then added. So names that differ only in the lost part have different slugs.
  static func make(_ text: String) -> String {
    var out: [UInt8] = []
    var run: [UInt8] = []
    var isLossy = false
    for byte in text.utf8 {
      let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      if isWord(lower) {
        if !out.isEmpty, !run.isEmpty { out.append(run == [UInt8(ascii: ".")] ? UInt8(ascii: ".") : UInt8(ascii: "-")) }
        run = []
        out.append(lower)
      } else {
        isLossy = isLossy || byte >= 0x80
        run.append(byte)
      }
    }
    if isLossy || out.isEmpty || out.count > longest {
      out =
        Array(out.prefix(longest - 9)) + (out.isEmpty ? [] : [UInt8(ascii: "-")])
        + Digest(of: Array(text.utf8)).short.utf8.prefix(8)
    }
    if isReserved(out) { out = Array("file-".utf8) + out }
    return String(decoding: out, as: UTF8.self)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func isKept(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  /// Whether the part before the first dot is `con`, `nul`, `com1` and so on. Windows cannot create such files.
  private static func isReserved(_ name: [UInt8]) -> Bool {
    let stem = Array(name.prefix { $0 != UInt8(ascii: ".") })
    if ["con", "prn", "aux", "nul"].contains(where: { Array($0.utf8) == stem }) { return true }
    guard stem.count == 4, (0x30...0x39).contains(stem[3]) else { return false }
    return ["com", "lpt"].contains { Array($0.utf8).elementsEqual(stem[..<3]) }
  }
}
