/// The extra fields of a header: what of them can change what a tool unpacks.
struct ExtraFields {
  /// The numbers of the field for sizes beyond 32 bits, in their order.
  private(set) var large: [UInt8]?
  /// The name that some tools use in the place of the other one.
  private(set) var unicodeName: [UInt8]?
  /// Fields that make of an entry something else than a file with these bytes: links, encryption, attributes.
  private(set) var acting: Int?

  /// PKWARE Unix, ASi Unix, AES, an experiment of libarchive's: each can say "this is a link" or "this is encrypted".
  private static let actingFields: Set<Int> = [0x000D, 0x756E, 0x9901, 0x6C78, 0x0017]

  /// Nil where the fields do not fill their room. Zeros at the end are how some tools align.
  init?(_ bytes: [UInt8]) {
    var fields = ByteFields(bytes)
    while fields.rest >= 4 {
      guard let id = fields.number(2), let size = fields.number(2) else { return nil }
      guard let content = fields.take(size) else { return nil }
      switch id {
      case 0x0001:
        guard large == nil else { return nil }
        large = content
      case 0x7075:
        guard unicodeName == nil, content.count >= 5 else { return nil }
        unicodeName = Array(content.dropFirst(5))
      default:
        if ExtraFields.actingFields.contains(id) { acting = id }
      }
    }
    guard let padding = fields.take(fields.rest), padding.allSatisfy({ $0 == 0 }) else { return nil }
  }

  /// Replaces the numbers that did not fit, in the order in which the format has them.
  func widened(_ values: [(value: Int, limit: Int)], sizes: [Int]) -> [Int]? {
    var fields = ByteFields(large ?? [])
    var result: [Int] = []
    for (pair, size) in zip(values, sizes) {
      if pair.value != pair.limit || large == nil {
        result.append(pair.value)
      } else {
        guard let value = fields.number(size) else { return nil }
        result.append(value)
      }
    }
    return result
  }
}
