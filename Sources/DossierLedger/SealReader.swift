import DossierText

extension Seal {
  /// Parses a separate seal file. Rejects every text that is not in canonical form.
  package init(reading bytes: [UInt8]) throws(ManifestProblem) {
    var reader = LineReader(bytes)
    try self.init(&reader)
    guard reader.isAtEnd else { throw ManifestProblem(reader.number + 1, "there is text after the end of the seal") }
  }

  /// Parses the seal at the start of a manifest, and ignores the rest of the manifest.
  package init(headOf manifest: [UInt8]) throws(ManifestProblem) {
    var reader = LineReader(manifest)
    try self.init(&reader)
  }

  init(_ reader: inout LineReader) throws(ManifestProblem) {
    let first = try reader.text()
    if first.utf8.elementsEqual("\(Seal.firstLine)\r".utf8) {
      throw reader.problem("the line ends were changed to CR LF; git does that when `core.autocrlf` is set")
    }
    guard first == Seal.firstLine else {
      throw reader.problem("a manifest must begin with `\(Seal.firstLine)`")
    }
    version = try Seal.version(try reader.value("version"), reader)
    organisation = try Seal.line(try reader.value("organisation"), reader)
    let day = try reader.value("as-of")
    guard let asOf = CivilDate(day) else { throw reader.problem("the date does not exist or is not written as YYYY-MM-DD") }
    self.asOf = asOf
    edition = try Seal.line(try reader.value("edition"), reader)
    switch try reader.value("history") {
    case Seal.shown: showsHistory = true
    case Seal.leftOut: showsHistory = false
    default: throw reader.problem("the history must be `\(Seal.shown)` or `\(Seal.leftOut)`")
    }
    tool = try Seal.line(try reader.value("tool"), reader)
    origin = try Seal.origin(commit: try reader.value("commit"), tree: try reader.value("tree"), reader)
    counts = Counts(
      errors: try Seal.number("errors", &reader), warnings: try Seal.number("warnings", &reader),
      notes: try Seal.number("notes", &reader), excepted: try Seal.number("excepted", &reader),
      known: try Seal.number("baseline-known", &reader))
    allowed = try Seal.allowances(try reader.value("allowed"), reader)
    if counts.errors > 0, !allowed.contains(.errors) {
      throw reader.problem("the seal counts errors, but does not list `errors` as allowed")
    }
    if origin.isUnclean, !allowed.contains(.uncleanTree) {
      throw reader.problem("the tree is unclean, but `unclean-tree` is not listed as allowed")
    }
    signer = try Seal.signer(try reader.value("signer"), reader)
    previous = try Seal.previous(try reader.value("previous"), reader)
    sources = try Seal.sum("sources", &reader)
    site = try Seal.sum("site", &reader)
    root = try reader.digest(try reader.value("merkle-root"))
    guard try reader.text() == "#" else { throw reader.problem("expected `#` alone") }
  }

  private static func number(_ name: String, _ reader: inout LineReader) throws(ManifestProblem) -> Int {
    let value = try reader.value(name)
    return try reader.number(value)
  }

  private static func line(_ text: String, _ reader: LineReader) throws(ManifestProblem) -> String {
    let isClean = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
    guard isClean else { throw reader.problem("the value contains a control character") }
    return text
  }

  private static func version(_ text: some StringProtocol, _ reader: LineReader) throws(ManifestProblem) -> ReleaseVersion {
    guard let version = ReleaseVersion(text) else { throw reader.problem("this is not a valid release name") }
    return version
  }

  private static func origin(commit: String, tree: String, _ reader: LineReader) throws(ManifestProblem) -> Origin {
    switch (commit, tree) {
    case ("none", "unclean"): return .noCommit
    case ("none", "unknown"): return .noRepository
    case (_, "clean"), (_, "unclean"):
      let isID =
        [40, 64].contains(commit.utf8.count)
        && commit.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      guard isID else { throw reader.problem("`\(TerminalText.visible(commit))` is not a commit id") }
      return .commit(commit, isClean: tree == "clean")
    default: throw reader.problem("the tree must be `clean` or `unclean`; without a commit, it must be `unclean` or `unknown`")
    }
  }

  private static func allowances(_ text: String, _ reader: LineReader) throws(ManifestProblem) -> [Allowance] {
    if text == "nothing" { return [] }
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { Allowance(rawValue: String($0)) }
    let found = words.compactMap(\.self)
    guard found.count == words.count, Allowance.allCases.filter(found.contains) == found else {
      let all = Allowance.allCases.map(\.rawValue).joined(separator: ", ")
      throw reader.problem("allowed values are `nothing`, or in this order: \(all)")
    }
    return found
  }

  private static func signer(_ text: String, _ reader: LineReader) throws(ManifestProblem) -> String? {
    if text == "none" { return nil }
    let isPrint = text.hasPrefix("SHA256:") && text.utf8.count == 50 && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    guard isPrint else { throw reader.problem("a signer must be `none` or a key fingerprint, `SHA256:…`") }
    return text
  }

  private static func previous(_ text: String, _ reader: LineReader) throws(ManifestProblem) -> Previous? {
    if text == "none" { return nil }
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2 else { throw reader.problem("the previous release must be `none`, or a name and a SHA-256") }
    return Previous(version: try version(words[0], reader), manifest: try reader.digest(words[1]))
  }

  private static func sum(_ name: String, _ reader: inout LineReader) throws(ManifestProblem) -> Sum {
    let words = try reader.value(name).split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 2 else { throw reader.problem("expected two numbers: files and bytes") }
    return Sum(files: try reader.number(words[0]), bytes: try reader.number(words[1]))
  }
}

extension Seal.Origin {
  /// Whether the sources are known to differ from the current commit. Also true if the repository has no commit.
  package var isUnclean: Bool {
    switch self {
    case .commit(_, let isClean): !isClean
    case .noCommit: true
    case .noRepository: false
    }
  }
}
