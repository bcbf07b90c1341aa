import DossierText

/// Names for files and folders of the site, made from ids and paths.
enum Slug {
  /// Longest name that is made of a longer one, in bytes, without its ending.
  private static let longest = 72

  /// Only `a-z`, `0-9`, `-`, `.`, `_`; not empty, no dot or hyphen at the start, no dot at the end, and not a name Windows keeps for itself.
  static func isSafe(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, let last = bytes.last, bytes.count <= 100 else { return false }
    guard first != UInt8(ascii: "."), first != UInt8(ascii: "-"), last != UInt8(ascii: ".") else { return false }
    return bytes.allSatisfy(isKept) && !isReserved(bytes)
  }

  /// Lower case; every run of other characters becomes one hyphen. Where that loses letters or the name is too long, the start of
  /// its SHA-256 is added: two names that differ only there stay two files, and stay the same two on every run.
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

  /// `con`, `nul`, `com1` … before the first dot: such files cannot be made on Windows.
  private static func isReserved(_ name: [UInt8]) -> Bool {
    let stem = Array(name.prefix { $0 != UInt8(ascii: ".") })
    if ["con", "prn", "aux", "nul"].contains(where: { Array($0.utf8) == stem }) { return true }
    guard stem.count == 4, (0x30...0x39).contains(stem[3]) else { return false }
    return ["com", "lpt"].contains { Array($0.utf8).elementsEqual(stem[..<3]) }
  }
}
