/// The end record of an archive, which contains the position of the directory and the number of entries.
struct ArchiveEnd {
  let count: Int
  /// The byte range of the directory.
  let directory: Range<Int>

  init(of source: some ArchiveSource) throws {
    guard source.size >= ZipFormat.endSize else {
      throw ArchiveProblem("not-a-zip", nil, "the file is too short for a ZIP archive, or is truncated")
    }
    let tail = try source.bytes(
      at: source.size - min(source.size, ZipFormat.endSize + ZipFormat.over16),
      count: min(source.size, ZipFormat.endSize + ZipFormat.over16))
    guard let at = ArchiveEnd.last(in: tail) else {
      throw ArchiveProblem("not-a-zip", nil, "the end of the archive is missing: the file is not a ZIP archive, or is truncated")
    }
    var fields = ByteFields(tail, at: at + 4)
    guard let disk = fields.number(2), let first = fields.number(2), let here = fields.number(2), let count = fields.number(2),
      let size = fields.number(4), let offset = fields.number(4), let comment = fields.number(2)
    else { throw ArchiveEnd.damaged }
    guard fields.rest == comment else {
      throw ArchiveProblem("extra-data", nil, "there are bytes after the end of the archive")
    }
    let start = source.size - tail.count + at
    let wide = try ArchiveEnd.wide(before: start, in: source)
    let values =
      wide.map { [$0.disk, $0.first, $0.here, $0.count, $0.size, $0.offset] } ?? [disk, first, here, count, size, offset]
    let short = [disk, first, here, count, size, offset]
    for (i, limit) in [
      ZipFormat.over16, ZipFormat.over16, ZipFormat.over16, ZipFormat.over16, ZipFormat.over32, ZipFormat.over32,
    ]
    .enumerated() where short[i] != limit && short[i] != values[i] {
      throw ArchiveProblem("directory-damaged", nil, "the two end records of the archive differ")
    }
    guard values[0] == 0, values[1] == 0, values[2] == values[3] else {
      throw ArchiveProblem("multi-disk", nil, "the file is one part of a multi-part archive")
    }
    let end = wide?.start ?? start
    self.count = values[3]
    guard values[4] >= 0, values[5] >= 0, values[5] + values[4] <= end else { throw ArchiveEnd.damaged }
    guard values[5] + values[4] == end else {
      throw ArchiveProblem("extra-data", nil, "there are \(end - values[5] - values[4]) bytes that belong to no entry")
    }
    directory = values[5]..<end
  }

  private static let damaged = ArchiveProblem("directory-damaged", nil, "the directory of the archive is damaged")

  private static func last(in tail: [UInt8]) -> Int? {
    let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    return (0...(tail.count - ZipFormat.endSize)).reversed().first { tail[$0...].starts(with: signature) }
  }

  private struct Wide {
    let start: Int
    let disk, first, here, count, size, offset: Int
  }

  /// The ZIP64 end record directly before the end record. Nil if the archive has no ZIP64 end record.
  private static func wide(before end: Int, in source: some ArchiveSource) throws -> Wide? {
    let locator = end - ZipFormat.locatorSize
    guard locator >= 56 else { return nil }
    var fields = ByteFields(try source.bytes(at: locator, count: ZipFormat.locatorSize))
    guard fields.number(4) == ZipFormat.locator64 else { return nil }
    guard let disk = fields.number(4), let at = fields.number(8), let disks = fields.number(4) else { throw damaged }
    guard disk == 0, disks <= 1 else { throw ArchiveProblem("multi-disk", nil, "the file is one part of a multi-part archive") }
    guard at >= 0, at + 56 <= locator else { throw damaged }
    var record = ByteFields(try source.bytes(at: at, count: 56))
    guard record.number(4) == ZipFormat.end64, let size = record.number(8), record.number(4) != nil,
      let own = record.number(4), let first = record.number(4), let here = record.number(8), let count = record.number(8),
      let directorySize = record.number(8), let offset = record.number(8)
    else { throw damaged }
    guard at + 12 + size == locator else {
      throw ArchiveProblem("extra-data", nil, "there are bytes before the end record of the archive that belong to no record")
    }
    return Wide(start: at, disk: own, first: first, here: here, count: count, size: directorySize, offset: offset)
  }
}
