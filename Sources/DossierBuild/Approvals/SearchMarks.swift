/// The results of a search in one file, or in all files of a tree, as a set of bits. The first five bits are the marks below.
/// Each further bit means that one digest was found.
struct SearchMarks: Sendable, Hashable {
  /// The object is missing or does not match its hash.
  static let isMissing = 0
  /// The file is too large to be searched.
  static let isTooLarge = 1
  /// The file contains YAML escapes. So it can contain a digest with digits that are written as escapes.
  static let hasEscapes = 2
  /// The file is too large to be searched, and a file with its name can contain records.
  static let isLargeRecord = 3
  /// The file mentions a digest, and would contain records under the name of a record file.
  static let hasRecords = 4
  static let firstDigest = 5

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

  mutating func formUnion(_ other: SearchMarks) {
    while words.count < other.words.count { words.append(0) }
    for i in other.words.indices { words[i] |= other.words[i] }
  }

  func intersects(_ other: SearchMarks) -> Bool { zip(words, other.words).contains { $0 & $1 != 0 } }
}
