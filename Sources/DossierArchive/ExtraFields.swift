/// The extra fields of a header that can change what a tool unpacks.
struct ExtraFields {
  /// The content of the ZIP64 field, for numbers that do not fit in 32 bits.
  private(set) var large: [UInt8]?
  /// The Unicode path, which some tools use instead of the name.
  private(set) var unicodeName: [UInt8]?
  /// The id of a field that can turn the entry into something other than a plain file, for example a link or an encrypted file.
  private(set) var acting: Int?

  /// The ids of fields that can mark an entry as a link or as encrypted: PKWARE Unix, ASi Unix, AES, a libarchive experiment and
  /// strong encryption.
  private static let actingFields: Set<Int> = [0x000D, 0x756E, 0x9901, 0x6C78, 0x0017]

  /// Nil when the fields do not match their lengths. Zeros at the end are accepted, because some tools use them for alignment.
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

  /// Replaces the numbers that did not fit with the numbers in the ZIP64 field, in the order of the format.
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
