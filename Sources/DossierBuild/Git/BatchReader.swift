import DossierRecords
import DossierText

/// Parses the output of `git cat-file --batch` incrementally: `OBJECT TYPE SIZE`, a line feed, the bytes, a line feed.
///
/// The reader keeps one object in memory at a time. For an object above the limit, the reader keeps only the size and the digest.
struct BatchReader {
  private let wanted: [ObjectID]
  private let type: String
  private let limit: Int
  private let largePart: ([UInt8]) -> Void
  private let use: (Int, GitObject) -> Void
  /// The number of objects that are complete.
  private(set) var count = 0
  /// The partial header line of the next object.
  private var head: [UInt8] = []
  private var open: Open?

  /// An object whose bytes are not complete yet.
  private struct Open {
    var left: Int
    let size: Int
    let isWanted: Bool
    var name: ObjectHash
    var bytes: [UInt8] = []
    /// The digest of an object above the limit.
    var digest: DigestStream?
  }

  /// `wanted` are the objects in the order of the request. Objects of another type count as absent.
  /// `largePart` gets the bytes of objects above the limit in parts, before the object is verified.
  init(
    _ wanted: [ObjectID], type: String, limit: Int, largePart: @escaping ([UInt8]) -> Void = { _ in },
    _ use: @escaping (Int, GitObject) -> Void
  ) {
    (self.wanted, self.type, self.limit, self.largePart, self.use) = (wanted, type, limit, largePart, use)
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
      // git printed "OBJECT missing".
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

  /// Takes bytes of the current object, then the line feed after them.
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
      if open?.digest == nil {
        open?.bytes += part
      } else {
        open?.digest?.add(part)
        largePart(part)
      }
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
