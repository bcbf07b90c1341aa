import DossierRecords
import DossierText

/// Reads what `git cat-file --batch` writes, part by part: `OBJECT TYPE SIZE`, a line end, the bytes, a line end.
///
/// It holds one object at a time, and of one above the limit nothing but its sums.
struct BatchReader {
  private let wanted: [ObjectID]
  private let type: String
  private let limit: Int
  private let use: (Int, GitObject) -> Void
  /// Objects that came.
  private(set) var count = 0
  /// What came of the line that begins the next.
  private var head: [UInt8] = []
  private var open: Open?

  /// An object of which bytes are still to come.
  private struct Open {
    var left: Int
    let size: Int
    let isWanted: Bool
    var name: ObjectHash
    var bytes: [UInt8] = []
    /// Of one above the limit.
    var digest: DigestStream?
  }

  /// `wanted` are the objects in the order in which they were asked for. Those of another type count as absent.
  init(_ wanted: [ObjectID], type: String, limit: Int, _ use: @escaping (Int, GitObject) -> Void) {
    (self.wanted, self.type, self.limit, self.use) = (wanted, type, limit, use)
  }

  mutating func add(_ part: [UInt8]) {
    var rest = part[...]
    while !rest.isEmpty {
      if open == nil { rest = begin(rest) } else { rest = take(rest) }
    }
  }

  private mutating func begin(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let end = rest.firstIndex(of: 0x0A) else {
      head += rest
      return []
    }
    let line = head + rest[..<end]
    head = []
    let words = line.split(separator: 0x20)
    guard words.count == 3, let size = Int(String(decoding: words[2], as: UTF8.self)), wanted.indices.contains(count) else {
      // "OBJECT missing"
      finish(.absent)
      return rest[(end + 1)...]
    }
    var open = Open(
      left: size, size: size, isWanted: words[1].elementsEqual(type.utf8),
      name: ObjectHash(type: type, size: size, digits: wanted[count].text.count))
    if size > limit { open.digest = DigestStream() } else { open.bytes.reserveCapacity(size) }
    self.open = open
    return rest[(end + 1)...]
  }

  /// The bytes of the open object, then the line end that follows them.
  private mutating func take(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let left = open?.left, left > 0 else {
      if let open { finish(object(open)) }
      open = nil
      return rest.dropFirst()
    }
    let part = Array(rest.prefix(left))
    open?.left -= part.count
    if open?.isWanted ?? false {
      open?.name.add(part)
      if open?.digest == nil { open?.bytes += part } else { open?.digest?.add(part) }
    }
    return rest.dropFirst(part.count)
  }

  private func object(_ open: Open) -> GitObject {
    guard open.isWanted, open.name.finish() == wanted[count].text else { return .absent }
    return open.digest.map { .tooLarge(size: open.size, digest: $0.finish()) } ?? .content(open.bytes)
  }

  private mutating func finish(_ object: GitObject) {
    use(count, object)
    count += 1
  }
}
