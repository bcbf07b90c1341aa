/// The directory of a ZIP archive: its entries, and the reasons why tools may unpack the archive to different files.
///
/// For example, an entry can be duplicated, hidden or ambiguous. If `problems` is empty, every tool unpacks the same files.
package struct ArchiveDirectory: Sendable {
  /// The entries in the order of the archive's directory.
  package let entries: [ArchiveEntry]
  /// The problems of the archive. Read files of the archive only if this array is empty.
  package let problems: [ArchiveProblem]

  /// The maximum size of the directory in bytes.
  private static let largest = 1 << 28
  /// The maximum number of reported problems.
  private static let mostProblems = 100

  /// Reads the directory of an archive. Throws the errors of `source`. Problems of the archive are stored in `problems`.
  package init(of source: some ArchiveSource) throws {
    var entries: [ArchiveEntry] = []
    var problems: [ArchiveProblem] = []
    do {
      let end = try ArchiveEnd(of: source)
      guard end.directory.count <= ArchiveDirectory.largest, end.count <= end.directory.count / ZipFormat.centralSize else {
        throw ArchiveProblem("directory-damaged", nil, "the directory of the archive is damaged")
      }
      var fields = ByteFields(try source.bytes(at: end.directory.lowerBound, count: end.directory.count))
      var headers: [CentralHeader] = []
      for _ in 0..<end.count { headers.append(try CentralHeader(&fields)) }
      guard fields.rest == 0 else {
        throw ArchiveProblem("directory-damaged", nil, "the directory contains more data than its number of entries needs")
      }
      problems += ArchiveDirectory.doubled(headers)
      var pieces: [(start: Int, end: Int, name: String)] = []
      for header in headers where problems.count < ArchiveDirectory.mostProblems {
        do {
          try header.admit()
          let local = try LocalHeader(of: header, in: source, before: end.directory.lowerBound)
          pieces.append((header.offset, local.end, header.shownName))
          entries.append(ArchiveEntry(header, start: local.start))
        } catch let problem as ArchiveProblem { problems.append(problem) }
      }
      // The end of an entry with a problem is unknown. So compute gaps only if there are no problems.
      if problems.isEmpty { problems += ArchiveDirectory.gaps(pieces, upTo: end.directory.lowerBound) }
    } catch let problem as ArchiveProblem { problems.append(problem) }
    self.entries = entries
    self.problems = problems
  }

  /// Finds entries whose names are the same on some file systems, and files whose path is also a parent folder of another
  /// entry.
  private static func doubled(_ headers: [CentralHeader]) -> [ArchiveProblem] {
    var problems: [ArchiveProblem] = []
    // Swift strings that differ only in Unicode normalization are equal.
    var seen: [String: CentralHeader] = [:]
    for header in headers where problems.count < mostProblems {
      let name = header.shownName
      let key = (header.isFolder ? String(name.dropLast()) : name).lowercased()
      guard let first = seen[key] else {
        seen[key] = header
        continue
      }
      problems.append(
        first.name == header.name
          ? ArchiveProblem("duplicate", name, "is in the archive twice")
          : ArchiveProblem("duplicate", name, "and \(first.shownName) are the same name on some file systems"))
    }
    for header in headers where problems.count < mostProblems && !header.isEndless {
      var parts = header.shownName.lowercased().split(separator: "/")
      while parts.popLast() != nil, !parts.isEmpty {
        if let above = seen[parts.joined(separator: "/")], !above.isFolder {
          problems.append(ArchiveProblem("duplicate", header.shownName, "is inside \(above.shownName), which is a file"))
          break
        }
      }
    }
    return problems
  }

  /// Finds bytes that belong to no entry, and entries that overlap.
  private static func gaps(_ pieces: [(start: Int, end: Int, name: String)], upTo limit: Int) -> [ArchiveProblem] {
    var problems: [ArchiveProblem] = []
    var position = 0
    for piece in pieces.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if piece.start < position {
        problems.append(ArchiveProblem("overlap", piece.name, "shares bytes with another entry"))
      } else if piece.start > position {
        let count = piece.start - position
        problems.append(ArchiveProblem("extra-data", piece.name, "is preceded by \(count) bytes that belong to no entry"))
      }
      position = max(position, piece.end)
    }
    if position < limit {
      problems.append(
        ArchiveProblem("extra-data", nil, "there are \(limit - position) bytes after the last entry that belong to no entry"))
    }
    return problems
  }
}

extension ArchiveEntry {
  fileprivate init(_ header: CentralHeader, start: Int) {
    isFolder = header.isFolder
    name = isFolder ? String(header.shownName.dropLast()) : header.shownName
    size = header.size
    packedSize = header.packedSize
    checksum = UInt32(truncatingIfNeeded: header.checksum)
    method = header.method
    self.start = start
  }
}
