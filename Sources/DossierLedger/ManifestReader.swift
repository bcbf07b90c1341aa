import DossierText

extension Manifest {
  /// Reads a manifest. Whatever is not written exactly as a manifest is written is refused, so that nothing in it can be overlooked.
  ///
  /// Whether the root is the one of the lines is not looked at here: see `hasItsRoot`.
  package init(reading bytes: [UInt8]) throws(ManifestProblem) {
    var reader = LineReader(bytes)
    let seal = try Seal(&reader)
    var entries: [ManifestEntry] = []
    while !reader.isAtEnd {
      let entry = try ManifestEntry(&reader)
      if let last = entries.last, !(last.path < entry.path) {
        throw reader.problem(
          last.path == entry.path ? "this file is listed twice" : "the files are not in the order of their paths")
      }
      entries.append(entry)
    }
    if let (file, below) = Manifest.fileAbove(entries) {
      throw ManifestProblem(
        nil, "\(TerminalText.visible(file.description)) is a file and the folder of \(TerminalText.visible(below.description))")
    }
    self.init(seal: seal, entries: entries)
    guard self.bytes == bytes else { throw ManifestProblem(nil, "it is not written the one way a manifest is written") }
    guard seal.sources == Seal.Sum(sources) else {
      throw ManifestProblem(nil, "the sources listed are not as many as its head says")
    }
    guard seal.site == Seal.Sum(site) else {
      throw ManifestProblem(nil, "the files of the site listed are not as many as its head says")
    }
  }

  /// Whether the Merkle root in its head is the one of its lines.
  package var hasItsRoot: Bool { tree.root == seal.root }
}

extension ManifestEntry {
  /// Reads the two lines of one file.
  init(_ reader: inout LineReader) throws(ManifestProblem) {
    let size = try reader.value("size")
    let bytes = try reader.number(size)
    guard bytes <= 1 << 50 else { throw reader.problem("no file is so large") }
    var line = try reader.next()[...]
    let isEscaped = line.first == UInt8(ascii: "\\")
    if isEscaped { line = line.dropFirst() }
    guard line.count > 66, line.dropFirst(64).starts(with: [0x20, 0x20]) else {
      throw reader.problem("a SHA-256, two spaces and a path must stand here")
    }
    // Each byte of it may be a doubled backslash.
    guard line.count <= 66 + 2 * ManifestEntry.longestPath else { throw reader.problem("no path is so long") }
    let digest = try reader.digest(String(decoding: line.prefix(64), as: UTF8.self))
    let name = try ManifestEntry.name(Array(line.dropFirst(66)), isEscaped: isEscaped, reader)
    guard let text = String(validating: name, as: UTF8.self) else { throw reader.problem("the path is not UTF-8") }
    guard let path = SourcePath(text), ManifestEntry.canList(path) else {
      throw reader.problem("this is no path inside a release: `\(TerminalText.visible(text))`")
    }
    self.init(path: path, size: bytes, digest: digest)
  }

  private static func name(_ raw: [UInt8], isEscaped: Bool, _ reader: LineReader) throws(ManifestProblem) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    guard raw.contains(backslash) == isEscaped else {
      throw reader.problem("a line begins with a backslash exactly when its path has one")
    }
    guard isEscaped else { return raw }
    var name: [UInt8] = []
    var i = 0
    while i < raw.count {
      if raw[i] == backslash {
        guard i + 1 < raw.count, raw[i + 1] == backslash else { throw reader.problem("a single backslash in a path") }
        i += 1
      }
      name.append(raw[i])
      i += 1
    }
    return name
  }
}
