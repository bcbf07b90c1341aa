import DossierText

/// Counts how often a text mentions digests, in one pass (rule 13). A mention is the hexadecimal digits of a digest, in upper or
/// lower case, without `<` directly after them.
///
/// Pages of a site contain digests in HTML, before the end tag. Such digits are no mention: in YAML, a `<` directly after them would
/// be part of the value. So no line of a page can become the digest of an approval.
struct DigestMentions: Sendable {
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
      let isTag = end < bytes.count && bytes[end] == UInt8(ascii: "<")
      count(bytes[place..<end], isTag, &counts)
      place = end + 1
    }
    return counts
  }

  /// Counts in consecutive digits. If `isTag` is true, `<` follows them.
  private func count(_ run: ArraySlice<UInt8>, _ isTag: Bool, _ counts: inout [Digest: Int]) {
    guard run.count >= DigestMentions.length else { return }
    for first in run.startIndex...(run.endIndex - DigestMentions.length) {
      if isTag, first == run.endIndex - DigestMentions.length { return }
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

  /// Finds the digests in a text that arrives in parts.
  struct Stream {
    private let mentions: DigestMentions
    private(set) var found: Set<Digest> = []
    /// The last bytes, which can be the start of digits that continue in the next part.
    private var rest: [UInt8] = []

    init(_ mentions: DigestMentions) { self.mentions = mentions }

    mutating func add(_ part: [UInt8]) {
      rest += part
      // Digits at the end wait for the byte after them. Of very many digits, the last ones are enough.
      let digits = min(rest.reversed().prefix { DigestMentions.isDigit($0) }.count, DigestMentions.length)
      found.formUnion(mentions.counts(in: Array(rest.dropLast(digits == DigestMentions.length ? 1 : 0))).keys)
      rest = Array(rest.suffix(digits))
    }

    /// The digests in the whole text.
    mutating func finish() -> Set<Digest> {
      found.formUnion(mentions.counts(in: rest).keys)
      rest = []
      return found
    }
  }
}
