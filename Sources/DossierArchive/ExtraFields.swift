/// The extra fields of a ZIP header. Only fields that can change the unpacked file are stored.
struct ExtraFields {
  /// The content of the ZIP64 field, which stores the numbers that are too large for their place in the header.
  private(set) var large: [UInt8]?
  /// The content of the Unicode path field. Some tools use this name instead of the name in the header.
  private(set) var unicodeName: [UInt8]?
  /// The id of a field that can make the entry a link or an encrypted file. Nil if the header has no field of this type.
  private(set) var acting: Int?

  /// The ids of fields that can mark an entry as a link or as encrypted: PKWARE Unix, ASi Unix, AES, a libarchive experiment and
  /// strong encryption.
  private static let actingFields: Set<Int> = [0x000D, 0x756E, 0x9901, 0x6C78, 0x0017]

  /// Reads the extra fields. Returns nil if the bytes are malformed, or if a field that must occur only once is duplicated.
  ///
  /// Zeros at the end are accepted, because some tools add zeros for alignment.
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

  /// Replaces each placeholder (a value equal to its `limit`) with the next number of the ZIP64 field.
  ///
  /// `sizes` are the sizes of the numbers in bytes. Returns nil if the ZIP64 field is too short.
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
