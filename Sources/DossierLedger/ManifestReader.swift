import DossierText

extension Manifest {
  /// Parses a manifest. Rejects every text that is not in canonical form, so that no part of the text is ignored.
  ///
  /// This initializer does not check the Merkle root. Use `hasItsRoot` to compare the root with the lines.
  package init(reading bytes: [UInt8]) throws(ManifestProblem) {
    var reader = LineReader(bytes)
    let seal = try Seal(&reader)
    var entries: [ManifestEntry] = []
    while !reader.isAtEnd {
      let entry = try ManifestEntry(&reader)
      if let last = entries.last, !(last.path < entry.path) {
        throw reader.problem(
          last.path == entry.path ? "the file is listed twice" : "the files are not sorted by path")
      }
      entries.append(entry)
    }
    if let (file, below) = Manifest.fileAbove(entries) {
      throw ManifestProblem(
        nil,
        "\(TerminalText.visible(file.description)) is both a file and a parent folder of \(TerminalText.visible(below.description))"
      )
    }
    self.init(seal: seal, entries: entries)
    guard self.bytes == bytes else { throw ManifestProblem(nil, "the manifest is not in canonical form") }
    guard seal.sources == Seal.Sum(sources) else {
      throw ManifestProblem(nil, "the number or size of the listed sources differs from the seal")
    }
    guard seal.site == Seal.Sum(site) else {
      throw ManifestProblem(nil, "the number or size of the listed site files differs from the seal")
    }
  }

  /// Whether the Merkle root in the seal equals the root that is computed from the lines.
  package var hasItsRoot: Bool { tree.root == seal.root }
}

extension ManifestEntry {
  /// Parses the two lines of one file.
  init(_ reader: inout LineReader) throws(ManifestProblem) {
    let size = try reader.value("size")
    let bytes = try reader.number(size)
    guard bytes <= 1 << 50 else { throw reader.problem("the file size is larger than 2^50 bytes") }
    var line = try reader.next()[...]
    let isEscaped = line.first == UInt8(ascii: "\\")
    if isEscaped { line = line.dropFirst() }
    guard line.count > 66, line.dropFirst(64).starts(with: [0x20, 0x20]) else {
      throw reader.problem("expected a SHA-256, two spaces and a path")
    }
    // A line can be twice as long as its path, because each backslash in the path is written as two backslashes.
    guard line.count <= 66 + 2 * ManifestEntry.longestPath else {
      throw reader.problem("the path is longer than \(ManifestEntry.longestPath) bytes")
    }
    let digest = try reader.digest(String(decoding: line.prefix(64), as: UTF8.self))
    let name = try ManifestEntry.name(Array(line.dropFirst(66)), isEscaped: isEscaped, reader)
    guard let text = String(validating: name, as: UTF8.self) else { throw reader.problem("the path is not UTF-8") }
    guard let path = SourcePath(text), ManifestEntry.canList(path) else {
      throw reader.problem("not a valid path in a release: `\(TerminalText.visible(text))`")
    }
    self.init(path: path, size: bytes, digest: digest)
  }

  private static func name(_ raw: [UInt8], isEscaped: Bool, _ reader: LineReader) throws(ManifestProblem) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    guard raw.contains(backslash) == isEscaped else {
      throw reader.problem("a line must begin with a backslash if, and only if, its path contains one")
    }
    guard isEscaped else { return raw }
    var name: [UInt8] = []
    var i = 0
    while i < raw.count {
      if raw[i] == backslash {
        guard i + 1 < raw.count, raw[i + 1] == backslash else {
          throw reader.problem("the path contains a backslash that is not doubled")
        }
        i += 1
      }
      name.append(raw[i])
      i += 1
    }
    return name
  }
}
