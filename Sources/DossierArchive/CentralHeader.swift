/// The header of an entry in the directory of an archive. `LocalHeader` compares this header with the header before the data.
struct CentralHeader {
  let name: [UInt8]
  let host: Int
  let flags: Int
  let method: Int
  let checksum: Int
  let packedSize: Int
  let size: Int
  let attributes: Int
  let offset: Int
  let extra: ExtraFields

  /// The name for messages. Invalid UTF-8 is replaced.
  var shownName: String { String(decoding: name, as: UTF8.self) }

  init(_ fields: inout ByteFields) throws(ArchiveProblem) {
    let broken = ArchiveProblem("directory-damaged", nil, "the directory of the archive is damaged")
    guard fields.number(4) == ZipFormat.centralHeader, let made = fields.number(2), fields.number(2) != nil,
      let flags = fields.number(2), let method = fields.number(2), fields.number(4) != nil, let checksum = fields.number(4),
      let packed = fields.number(4), let size = fields.number(4), let nameLength = fields.number(2),
      let extraLength = fields.number(2), let commentLength = fields.number(2), let disk = fields.number(2),
      fields.number(2) != nil, let attributes = fields.number(4), let offset = fields.number(4),
      let name = fields.take(nameLength), let extraBytes = fields.take(extraLength), fields.take(commentLength) != nil,
      let extra = ExtraFields(extraBytes),
      let wide = extra.widened(
        [(size, ZipFormat.over32), (packed, ZipFormat.over32), (offset, ZipFormat.over32), (disk, ZipFormat.over16)],
        sizes: [8, 8, 8, 4])
    else { throw broken }
    self.name = name
    self.host = made >> 8
    self.flags = flags
    self.method = method
    self.checksum = checksum
    self.size = wide[0]
    self.packedSize = wide[1]
    self.offset = wide[2]
    self.attributes = attributes
    self.extra = extra
    guard wide[3] == 0 else {
      throw ArchiveProblem("multi-disk", shownName, "is in another part of a multi-part archive")
    }
  }

  /// Checks that the entry is a plain file or folder with a safe name that every tool unpacks in the same way.
  ///
  /// Throws the first problem.
  func admit() throws(ArchiveProblem) {
    let encrypted = ZipFormat.isEncrypted | ZipFormat.isStronglyEncrypted | ZipFormat.isMasked
    guard flags & encrypted == 0 else { throw ArchiveProblem("encrypted", shownName, "is encrypted") }
    guard flags & ZipFormat.isPatch == 0 else { throw ArchiveProblem("method", shownName, "is a patch of another file") }
    guard method == ZipFormat.stored || method == ZipFormat.deflated else {
      throw ArchiveProblem("method", shownName, "is compressed with method \(method), which not every tool supports")
    }
    if let field = extra.acting {
      let id = String(field, radix: 16)
      throw ArchiveProblem("special", shownName, "has an extra field (0x\(id)) that can turn it into a link or an encrypted file")
    }
    if let other = extra.unicodeName, other != name {
      throw ArchiveProblem("two-names", shownName, "has a second name, which some tools use instead")
    }
    try admitName()
    try admitKind()
    guard method == ZipFormat.deflated || size == packedSize else {
      throw ArchiveProblem("size", shownName, "is stored uncompressed, but has two different sizes")
    }
  }

  var isFolder: Bool { name.last == UInt8(ascii: "/") }

  /// Whether the name is longer than 1024 bytes, or contains more than 64 slashes.
  var isEndless: Bool { name.count > 1024 || name.count { $0 == UInt8(ascii: "/") } > 64 }

  private func admitName() throws(ArchiveProblem) {
    func unsafe(_ why: String) -> ArchiveProblem { ArchiveProblem("unsafe-name", shownName, why) }
    guard let text = String(validating: name, as: UTF8.self) else { throw unsafe("has a name that is not UTF-8") }
    guard name.allSatisfy({ $0 < 0x80 }) || flags & ZipFormat.isUTF8 != 0 || extra.unicodeName != nil else {
      throw unsafe("has a name with non-ASCII characters that is not marked as UTF-8, so tools read it differently")
    }
    guard !name.isEmpty else { throw unsafe("an entry has no name") }
    guard !isEndless else { throw unsafe("has a name longer than 1024 bytes or deeper than 64 folders") }
    guard !name.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { throw unsafe("has a name with control characters") }
    guard !name.contains(UInt8(ascii: "\\")) else {
      throw unsafe("has a backslash in its name, which some tools treat as a folder separator")
    }
    guard name.first != UInt8(ascii: "/") else {
      throw unsafe("has an absolute path, so it would be written outside the target folder")
    }
    if name.count > 1, name[1] == UInt8(ascii: ":") {
      throw unsafe("has a drive letter, so it would be written outside the target folder")
    }
    let parts = (isFolder ? text.dropLast() : text[...]).split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains("..") else { throw unsafe("has `..` in its name, so it would be written outside the target folder") }
    guard !parts.contains(where: { $0.isEmpty || $0 == "." }) else { throw unsafe("has an empty part or `.` in its name") }
  }

  /// Rejects links, pipes and devices, which archives from Unix and macOS can contain.
  private func admitKind() throws(ArchiveProblem) {
    let kind = (attributes >> 16) & 0o170000
    let isUnix = [3, 19].contains(host) || kind != 0
    if isUnix, kind != 0, kind != (isFolder ? 0o040000 : 0o100000) {
      let what =
        kind == 0o120000 ? "a symbolic link" : kind == 0o040000 ? "a folder according to its mode only" : "not a regular file"
      throw ArchiveProblem("special", shownName, "is \(what)")
    }
    if !isFolder, attributes & 0x10 != 0 {
      throw ArchiveProblem("special", shownName, "is marked as a folder, but has the name of a file")
    }
    if isFolder, size != 0 || packedSize > 2 { throw ArchiveProblem("special", shownName, "is a folder, but has content") }
  }
}
