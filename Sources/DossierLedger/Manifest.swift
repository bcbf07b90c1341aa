package import DossierText

/// The list of all files of a release: the seal, then two lines for each file, in byte order of the paths. See docs/manifest.md.
///
/// The text form is canonical: two equal manifests have equal bytes.
package struct Manifest: Sendable {
  package let seal: Seal
  /// The files of the release, sorted by path. No path occurs twice, and no path is a parent folder of another path.
  package let entries: [ManifestEntry]
  package let bytes: [UInt8]

  /// Creates a manifest: sorts and counts the entries, and computes the Merkle root.
  ///
  /// Throws if a path cannot be listed, occurs twice or is a parent folder of another path, or if the total size is too large.
  package init(_ facts: ReleaseFacts, _ entries: [ManifestEntry]) throws(ManifestProblem) {
    let sorted = entries.sorted { $0.path < $1.path }
    for entry in sorted where !ManifestEntry.canList(entry.path) {
      throw ManifestProblem(
        nil, "a file name with a control character cannot be listed: \(TerminalText.visible(entry.path.description))")
    }
    for (a, b) in zip(sorted, sorted.dropFirst()) where a.path == b.path {
      throw ManifestProblem(nil, "two files have the same path: \(a.path)")
    }
    guard let sources = Seal.Sum(sorted.filter { $0.source != nil }), let site = Seal.Sum(sorted.filter { $0.source == nil })
    else { throw ManifestProblem(nil, "the total size of the files is too large to represent") }
    if let (file, below) = Manifest.fileAbove(sorted) {
      throw ManifestProblem(
        nil,
        "\(TerminalText.visible(file.description)) is both a file and a parent folder of \(TerminalText.visible(below.description))"
      )
    }
    let seal = Seal(
      version: facts.version, organisation: facts.organisation, asOf: facts.asOf, edition: facts.edition,
      showsHistory: facts.showsHistory, tool: facts.tool, origin: facts.origin, counts: facts.counts, allowed: facts.allowed,
      signer: facts.signer, previous: facts.previous,
      sources: sources, site: site, root: MerkleTree(sorted.map(\.lines)).root)
    self.init(seal: seal, entries: sorted)
  }

  /// Finds an entry whose path is also a parent folder of another entry. The entries must be sorted by path.
  ///
  /// Returns the path of this entry (`file`) and the path of the other entry (`below`). Nil if there is no such entry.
  static func fileAbove(_ entries: [ManifestEntry]) -> (file: SourcePath, below: SourcePath)? {
    // The two paths need not be neighbours: in `a`, `a-b`, `a/b`, the path `a-b` is between them. But every path between the
    // two paths begins with the first path (here `a`). So `beginnings` still contains the first path.
    var beginnings: [(path: SourcePath, count: Int)] = []
    for entry in entries {
      let bytes = entry.path.description.utf8
      while let last = beginnings.last, !bytes.starts(with: last.path.description.utf8) { beginnings.removeLast() }
      if !beginnings.isEmpty {
        let all = Array(bytes)
        let file = beginnings.first { $0.count < all.count && all[$0.count] == UInt8(ascii: "/") }
        if let file { return (file.path, entry.path) }
      }
      beginnings.append((entry.path, bytes.count))
    }
    return nil
  }

  init(seal: Seal, entries: [ManifestEntry]) {
    self.seal = seal
    self.entries = entries
    bytes = seal.bytes + entries.flatMap(\.lines)
  }

  package var digest: Digest { Digest(of: bytes) }
  package var tree: MerkleTree { MerkleTree(entries.map(\.lines)) }
  package var sources: [ManifestEntry] { entries.filter { $0.source != nil } }
  package var site: [ManifestEntry] { entries.filter { $0.source == nil } }

  /// Whether `bytes` begin with the first line of a manifest or seal. The line may end with LF or with CR LF.
  package static func begins(_ bytes: [UInt8]) -> Bool {
    ["\n", "\r\n"].contains { bytes.starts(with: Array("\(Seal.firstLine)\($0)".utf8)) }
  }
}

/// The reason why a text is not a valid manifest, seal or proof.
package struct ManifestProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The number of the line with the problem, counted from 1. Nil if the problem is not in a single line.
  package let line: Int?
  package let reason: String

  init(_ line: Int?, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  package var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
