import DossierTesting

/// Changes inputs at random: bytes, ranges, and parts of other inputs. The same seed gives the same inputs.
struct Mutation {
  private let inputs: [[UInt8]]
  private var random: Seeded

  /// Bytes that begin or end a structure in one of the formats.
  private static let pieces: [[UInt8]] =
    [
      "\n", "\r\n", "\r", "\t", " ", "\"", "'", "<", ">", "{{", "}}", "{", "}", "[", "]", "|", "#", "- ", ": ", "---\n", "\\",
      "`", "&",
      "\u{FEFF}", "\u{301}", "é", "0", "-1", "9223372036854775807", "\u{0}", "<!--", "-->", ",", "*", "~", "=", "/", "\u{2028}",
    ].map { Array($0.utf8) } + [[0xFF], [0xC2], [0xFF, 0xFF, 0xFF, 0xFF], [0, 0, 0, 0], [0x50, 0x4B, 0x05, 0x06]]

  init(of inputs: [[UInt8]], seed: UInt64) {
    self.inputs = inputs
    random = Seeded(seed)
  }

  /// A changed input, with one to four changes.
  mutating func next() -> [UInt8] {
    var bytes = inputs.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &random) { change(&bytes) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let range = range(in: bytes)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: bytes.replaceSubrange(range, with: [])
    case 1: bytes.insert(contentsOf: bytes[range], at: range.lowerBound)
    case 2: bytes.insert(contentsOf: Mutation.pieces.randomElement(using: &random) ?? [], at: range.lowerBound)
    case 3: if let i = range.first { bytes[i] = UInt8.random(in: 0...255, using: &random) }
    case 4: if let i = range.first { bytes[i] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
    default:
      let other = inputs.randomElement(using: &random) ?? []
      bytes.replaceSubrange(range, with: other[self.range(in: other)])
    }
  }

  /// A range of at most 32 bytes.
  private mutating func range(in bytes: [UInt8]) -> Range<Int> {
    let start = Int.random(in: 0...bytes.count, using: &random)
    return start..<min(bytes.count, start + Int.random(in: 0...32, using: &random))
  }
}
