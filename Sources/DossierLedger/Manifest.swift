package import DossierText

/// Every file of a release: the seal, then two lines a file, in the order of the paths' bytes. See docs/manifest.md.
///
/// There is one way to write it, so that equal releases have equal bytes.
package struct Manifest: Sendable {
  package let seal: Seal
  /// No path twice, none above another.
  package let entries: [ManifestEntry]
  package let bytes: [UInt8]

  /// Puts the entries in order, counts them and computes the root. Fails when a path cannot be listed, stands twice or is the folder
  /// of another.
  package init(_ facts: ReleaseFacts, _ entries: [ManifestEntry]) throws(ManifestProblem) {
    let sorted = entries.sorted { $0.path < $1.path }
    for entry in sorted where !ManifestEntry.canList(entry.path) {
      throw ManifestProblem(
        nil, "a file name with a control character cannot be listed: \(TerminalText.visible(entry.path.description))")
    }
    for (a, b) in zip(sorted, sorted.dropFirst()) where a.path == b.path {
      throw ManifestProblem(nil, "two files would stand at \(a.path)")
    }
    guard let sources = Seal.Sum(sorted.filter { $0.source != nil }), let site = Seal.Sum(sorted.filter { $0.source == nil })
    else { throw ManifestProblem(nil, "the files are together larger than can be counted") }
    if let (file, below) = Manifest.fileAbove(sorted) {
      throw ManifestProblem(
        nil,
        "\(TerminalText.visible(file.description)) would be a file and the folder of \(TerminalText.visible(below.description))")
    }
    let seal = Seal(
      version: facts.version, organisation: facts.organisation, asOf: facts.asOf, edition: facts.edition,
      showsHistory: facts.showsHistory, tool: facts.tool, origin: facts.origin, counts: facts.counts, allowed: facts.allowed,
      signer: facts.signer, previous: facts.previous,
      sources: sources, site: site, root: MerkleTree(sorted.map(\.lines)).root)
    self.init(seal: seal, entries: sorted)
  }

  /// A path that is the folder of another. The entries are in their order.
  static func fileAbove(_ entries: [ManifestEntry]) -> (file: SourcePath, below: SourcePath)? {
    // Others may stand between the two (`a`, `a-b`, `a/b`), but all of them begin with the first.
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

  /// Whether a text begins as a manifest or a seal does, or as one whose line ends somebody has changed.
  package static func begins(_ bytes: [UInt8]) -> Bool {
    ["\n", "\r\n"].contains { bytes.starts(with: Array("\(Seal.firstLine)\($0)".utf8)) }
  }
}

/// Why a text is no manifest, seal or proof.
package struct ManifestProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Counted from 1; nil where it is no one line.
  package let line: Int?
  package let reason: String

  init(_ line: Int?, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  package var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
