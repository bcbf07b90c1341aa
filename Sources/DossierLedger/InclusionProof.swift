package import DossierText

/// That one file belongs to a release, without the manifest: the file's lines, its way to the Merkle root, and the seal that names the
/// root, with its signature.
package struct InclusionProof: Sendable {
  package let entry: ManifestEntry
  /// Its place among the lines, counted from 0.
  package let place: Int
  package let path: [Digest]
  package let seal: Seal
  /// The armoured signature of the seal, written as OpenSSH writes it; nil when the release was not signed.
  package let signature: [UInt8]?

  /// Nil when the manifest has no such entry, or the signature is not written the one way.
  package init?(of entry: ManifestEntry, in manifest: Manifest, signature: [UInt8]?) {
    if let signature, !SignatureArmour.isCanonical(signature) { return nil }
    guard let place = manifest.entries.firstIndex(of: entry), let path = manifest.tree.path(to: place) else { return nil }
    self.entry = entry
    self.place = place
    self.path = path
    self.seal = manifest.seal
    self.signature = signature
  }

  /// Whether the lines and the path come to the root that the seal names.
  package var leadsToTheRoot: Bool {
    MerkleTree.root(from: entry.lines, at: place, of: seal.sources.files + seal.site.files, path: path) == seal.root
  }

  package static let firstLine = "# dossier proof 1"

  package var bytes: [UInt8] {
    var out = Array("\(InclusionProof.firstLine)\n".utf8) + entry.lines
    out += "# leaf \(place) of \(seal.sources.files + seal.site.files)\n".utf8
    for node in path { out += "# node \(node)\n".utf8 }
    return out + Array("#\n".utf8) + seal.bytes + (signature ?? [])
  }

  /// Reads what `bytes` writes, and nothing else.
  package init(reading bytes: [UInt8]) throws(ManifestProblem) {
    var reader = LineReader(bytes)
    guard try reader.text() == InclusionProof.firstLine else {
      throw reader.problem("a proof begins with `\(InclusionProof.firstLine)`")
    }
    entry = try ManifestEntry(&reader)
    let words = try reader.value("leaf").split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[1] == "of" else { throw reader.problem("`# leaf NUMBER of NUMBER` must stand here") }
    place = try reader.number(words[0])
    let count = try reader.number(words[2])
    var path: [Digest] = []
    while true {
      let line = try reader.text()
      if line == "#" { break }
      guard line.hasPrefix("# node "), path.count < 64 else { throw reader.problem("`# node SHA256` or `#` must stand here") }
      path.append(try reader.digest(line.dropFirst("# node ".count)))
    }
    self.path = path
    seal = try Seal(&reader)
    let (whole, overflow) = seal.sources.files.addingReportingOverflow(seal.site.files)
    guard !overflow, count == whole else { throw ManifestProblem(nil, "the number of leaves is not the one of the seal") }
    let rest = Array(bytes[reader.offset...])
    guard rest.isEmpty || SignatureArmour.isCanonical(rest) else {
      throw ManifestProblem(
        reader.number + 1, "after the seal comes its signature as `ssh-keygen` writes it, one block, and nothing else")
    }
    signature = rest.isEmpty ? nil : rest
    guard self.bytes == bytes else { throw ManifestProblem(nil, "it is not written the one way a proof is written") }
  }
}
