import DossierText

/// Counts how often the hexadecimal digits of digests occur in a text, in upper or lower case, in one pass.
struct DigestMentions {
  private let digests: [[UInt8]: Digest]
  /// The first digits of each digest. Most sequences of digits in a text begin with other digits and are skipped quickly.
  private let starts: Set<UInt64>

  private static let length = 64
  private static let start = 8

  init(_ digests: Set<Digest>) {
    self.digests = Dictionary(uniqueKeysWithValues: digests.map { (Array($0.description.utf8), $0) })
    starts = Set(self.digests.keys.map { DigestMentions.start(of: $0[...]) })
  }

  /// How often each digest occurs in the bytes. Digests that do not occur are left out.
  func counts(in bytes: [UInt8]) -> [Digest: Int] {
    var counts: [Digest: Int] = [:]
    var place = 0
    while place < bytes.count {
      var end = place
      while end < bytes.count, DigestMentions.isDigit(bytes[end]) { end += 1 }
      count(bytes[place..<end], &counts)
      place = end + 1
    }
    return counts
  }

  private func count(_ run: ArraySlice<UInt8>, _ counts: inout [Digest: Int]) {
    guard run.count >= DigestMentions.length else { return }
    for first in run.startIndex...(run.endIndex - DigestMentions.length) {
      guard starts.contains(DigestMentions.start(of: run[first...])) else { continue }
      let digits = run[first..<(first + DigestMentions.length)].map { $0 < 0x3A ? $0 : $0 | 0x20 }
      if let digest = digests[digits] { counts[digest, default: 0] += 1 }
    }
  }

  private static func start(of digits: ArraySlice<UInt8>) -> UInt64 {
    digits.prefix(start).reduce(0) { $0 << 8 | UInt64($1 < 0x3A ? $1 : $1 | 0x20) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
  }
}
