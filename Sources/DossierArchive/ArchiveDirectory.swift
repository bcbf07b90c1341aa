/// What an archive holds, where every tool that unpacks it comes to the same files: nothing doubled, hidden or ambiguous.
package struct ArchiveDirectory: Sendable {
  /// In the order of the archive's directory.
  package let entries: [ArchiveEntry]
  /// All that is wrong; empty for an archive that may be read.
  package let problems: [ArchiveProblem]

  /// More bytes of directory than this are not read.
  private static let largest = 1 << 28
  /// Of several hundred damaged entries the first say enough.
  private static let mostProblems = 100

  /// Throws only what the source throws.
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
        throw ArchiveProblem("directory-damaged", nil, "the directory has more in it than its number of entries")
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
      // What could not be read has no known end, so gaps would be guessed.
      if problems.isEmpty { problems += ArchiveDirectory.gaps(pieces, upTo: end.directory.lowerBound) }
    } catch let problem as ArchiveProblem { problems.append(problem) }
    self.entries = entries
    self.problems = problems
  }

  /// Names that are one and the same on some file system, and files that are folders of others.
  private static func doubled(_ headers: [CentralHeader]) -> [ArchiveProblem] {
    var problems: [ArchiveProblem] = []
    // Strings that differ in their Unicode form only are equal.
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
          ? ArchiveProblem("duplicate", name, "stands in the archive twice")
          : ArchiveProblem("duplicate", name, "and \(first.shownName) are one name on some file systems"))
    }
    for header in headers where problems.count < mostProblems && !header.isEndless {
      var parts = header.shownName.lowercased().split(separator: "/")
      while parts.popLast() != nil, !parts.isEmpty {
        if let above = seen[parts.joined(separator: "/")], !above.isFolder {
          problems.append(ArchiveProblem("duplicate", header.shownName, "lies in \(above.shownName), which is a file"))
          break
        }
      }
    }
    return problems
  }

  /// Bytes between the entries that belong to none, and entries that share bytes.
  private static func gaps(_ pieces: [(start: Int, end: Int, name: String)], upTo limit: Int) -> [ArchiveProblem] {
    var problems: [ArchiveProblem] = []
    var position = 0
    for piece in pieces.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
      if piece.start < position {
        problems.append(ArchiveProblem("overlap", piece.name, "shares bytes with another entry"))
      } else if piece.start > position {
        let count = piece.start - position
        problems.append(ArchiveProblem("extra-data", piece.name, "has \(count) bytes before it that belong to no entry"))
      }
      position = max(position, piece.end)
    }
    if position < limit {
      problems.append(
        ArchiveProblem("extra-data", nil, "there are \(limit - position) bytes after the last entry that belong to none"))
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
