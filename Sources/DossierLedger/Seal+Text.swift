import DossierText

extension Seal {
  /// The first line of every manifest and every seal.
  package static let firstLine = "# dossier manifest 1"

  /// The two values of the `history` field.
  static let shown = "shown"
  static let leftOut = "left-out"

  /// The text form of the seal. Each line begins with `#`, so `sha256sum -c` ignores the line as a comment. The last line is only
  /// `#`.
  package var bytes: [UInt8] {
    Array(([Seal.firstLine] + fields.map { "# \($0.name) \($0.value)" } + ["#", ""]).joined(separator: "\n").utf8)
  }

  /// The fields in their fixed order.
  private var fields: [(name: String, value: String)] {
    let (commit, tree) = origin.words
    return [
      ("version", version.description), ("organisation", organisation), ("as-of", asOf.description), ("edition", edition),
      ("history", showsHistory ? Seal.shown : Seal.leftOut), ("tool", tool), ("commit", commit), ("tree", tree),
      ("errors", String(counts.errors)),
      ("warnings", String(counts.warnings)), ("notes", String(counts.notes)), ("excepted", String(counts.excepted)),
      ("baseline-known", String(counts.known)),
      ("allowed", allowed.isEmpty ? "nothing" : allowed.map(\.rawValue).joined(separator: " ")), ("signer", signer ?? "none"),
      ("previous", previous.map { "\($0.version) \($0.manifest)" } ?? "none"), ("sources", "\(sources.files) \(sources.bytes)"),
      ("site", "\(site.files) \(site.bytes)"), ("merkle-root", root.description),
    ]
  }
}

extension Seal.Origin {
  /// The values of the `commit` and `tree` fields.
  fileprivate var words: (commit: String, tree: String) {
    switch self {
    case .commit(let id, let isClean): (id, isClean ? "clean" : "unclean")
    case .noCommit: ("none", "unclean")
    case .noRepository: ("none", "unknown")
    }
  }
}
