/// The results of a search in one file, or in all files of a tree, as a set of bits. The first three bits are the marks below.
/// Each further bit means that one digest was found.
struct SearchMarks: Sendable, Hashable {
  /// The object is missing or does not match its hash.
  static let isMissing = 0
  /// The file contains YAML escapes. So it can contain a digest with digits that are written as escapes.
  static let hasEscapes = 1
  /// The file makes git convert the encoding of files (`working-tree-encoding` in a file of attributes).
  static let converts = 2
  static let firstDigest = 3

  private var words: [UInt64] = []

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  mutating func insert(_ number: Int) {
    while words.count <= number / 64 { words.append(0) }
    words[number / 64] |= 1 << UInt64(number % 64)
  }

  mutating func remove(_ number: Int) {
    if number / 64 < words.count { words[number / 64] &= ~(1 << UInt64(number % 64)) }
  }

  func contains(_ number: Int) -> Bool { number / 64 < words.count && words[number / 64] & 1 << UInt64(number % 64) != 0 }

  /// The numbers in the set, in ascending order.
  var numbers: [Int] {
    var numbers: [Int] = []
    for (i, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        numbers.append(i * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return numbers
  }

  mutating func formUnion(_ other: SearchMarks) {
    while words.count < other.words.count { words.append(0) }
    for i in other.words.indices { words[i] |= other.words[i] }
  }

  func intersects(_ other: SearchMarks) -> Bool { zip(words, other.words).contains { $0 & $1 != 0 } }
}
