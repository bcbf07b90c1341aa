/// The header before the data of an entry. `init` checks that this header agrees with the header in the directory.
///
/// Some tools read only this header, others read only the directory. If the two headers differ, tools unpack different files.
struct LocalHeader {
  /// The offset of the entry's data.
  let start: Int
  /// The offset after the last byte that belongs to the entry.
  let end: Int

  init(of central: CentralHeader, in source: some ArchiveSource, before limit: Int) throws {
    let name = central.shownName
    let cut = ArchiveProblem("overlap", name, "has no header at the offset in the archive directory, or overlaps other data")
    guard central.offset >= 0, central.offset + ZipFormat.localSize <= limit else { throw cut }
    var fields = ByteFields(try source.bytes(at: central.offset, count: ZipFormat.localSize))
    guard fields.number(4) == ZipFormat.localHeader, fields.number(2) != nil, let flags = fields.number(2),
      let method = fields.number(2), fields.number(4) != nil, let checksum = fields.number(4), let packed = fields.number(4),
      let size = fields.number(4), let nameLength = fields.number(2), let extraLength = fields.number(2)
    else { throw cut }
    start = central.offset + ZipFormat.localSize + nameLength + extraLength
    guard central.packedSize >= 0, start + central.packedSize <= limit else { throw cut }
    var names = ByteFields(try source.bytes(at: central.offset + ZipFormat.localSize, count: nameLength + extraLength))
    func differs(_ what: String) -> ArchiveProblem {
      ArchiveProblem("headers-differ", name, "has a different \(what) in its own header and in the directory of the archive")
    }
    guard names.take(nameLength) == central.name else { throw differs("name") }
    guard let extraBytes = names.take(extraLength), let extra = ExtraFields(extraBytes) else { throw differs("extra field") }
    if let field = extra.acting {
      throw ArchiveProblem("special", name, "has an extra field (0x\(String(field, radix: 16))) that can turn it into a link")
    }
    if let other = extra.unicodeName, other != central.name { throw differs("name") }
    let telling =
      ZipFormat.isEncrypted | ZipFormat.hasDescriptor | ZipFormat.isPatch | ZipFormat.isStronglyEncrypted | ZipFormat.isUTF8
      | ZipFormat.isMasked
    guard flags & telling == central.flags & telling else { throw differs("flag") }
    guard method == central.method else { throw differs("method") }
    guard let wide = extra.widened([(size, ZipFormat.over32), (packed, ZipFormat.over32)], sizes: [8, 8]) else {
      throw differs("size")
    }
    let hasDescriptor = flags & ZipFormat.hasDescriptor != 0
    // If a data descriptor follows the data, the header may contain placeholders in place of sizes and checksum.
    func agrees(_ own: Int, _ other: Int) -> Bool { own == other || (hasDescriptor && (own == 0 || own == ZipFormat.over32)) }
    guard agrees(wide[0], central.size), agrees(wide[1], central.packedSize) else { throw differs("size") }
    guard agrees(checksum, central.checksum) else { throw differs("checksum") }
    let after = start + central.packedSize
    guard hasDescriptor else {
      end = after
      return
    }
    guard let length = try LocalHeader.descriptor(at: after, of: central, in: source, before: limit) else {
      throw differs("descriptor")
    }
    end = after + length
  }

  /// The length of the data descriptor after the data. The descriptor repeats the checksum and the sizes.
  ///
  /// A descriptor has four forms: with or without a signature, and with sizes of 32 or 64 bits. Nil if, in every form, the
  /// bytes differ from `central`, the header in the directory.
  private static func descriptor(
    at offset: Int, of central: CentralHeader, in source: some ArchiveSource, before limit: Int
  ) throws -> Int? {
    let bytes = try source.bytes(at: offset, count: max(0, min(24, limit - offset)))
    for hasSignature in [true, false] {
      for width in [4, 8] {
        var fields = ByteFields(bytes)
        if hasSignature, fields.number(4) != ZipFormat.descriptor { continue }
        if fields.number(4) == central.checksum, fields.number(width) == central.packedSize, fields.number(width) == central.size
        {
          return fields.position
        }
      }
    }
    return nil
  }
}
