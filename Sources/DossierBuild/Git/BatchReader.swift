import DossierRecords

/// Reads what `git cat-file --batch` writes, part by part: `OBJECT TYPE SIZE`, a line end, the bytes, a line end.
struct BatchReader {
  private let use: (Int, [UInt8]?) -> Void
  private var rest: [UInt8] = []
  /// Where what was not yet used begins.
  private var start = 0
  /// Objects that came.
  private(set) var count = 0

  private let type: [UInt8]

  /// Objects of another type count as missing.
  init(type: String = "blob", _ use: @escaping (Int, [UInt8]?) -> Void) {
    self.type = Array(type.utf8)
    self.use = use
  }

  mutating func add(_ part: [UInt8]) {
    rest += part
    while let end = rest[start...].firstIndex(of: 0x0A) {
      let words = rest[start..<end].split(separator: 0x20)
      if words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)) {
        guard rest.count > end + size + 1 else { break }
        let isWanted = words[1].elementsEqual(type)
        use(count, isWanted ? Array(rest[(end + 1)..<(end + 1 + size)]) : nil)
        start = end + size + 2
      } else {
        // "OBJECT missing"
        use(count, nil)
        start = end + 1
      }
      count += 1
    }
    guard start > 1 << 20 || start == rest.count else { return }
    rest.removeFirst(start)
    start = 0
  }
}
