package import DossierText

/// A proof that one file belongs to a release. The proof can be checked without the manifest.
///
/// The proof consists of four parts:
///
/// - the manifest lines of the file;
/// - the Merkle path from these lines to the root;
/// - the seal, which contains the root;
/// - the signature of the seal, if the release is signed.
package struct InclusionProof: Sendable {
  package let entry: ManifestEntry
  /// The index of the entry in the manifest, counted from 0.
  package let place: Int
  package let path: [Digest]
  package let seal: Seal
  /// The armored signature of the seal, in the format that OpenSSH writes. Nil if the release is not signed.
  package let signature: [UInt8]?

  /// Creates a proof. Nil if the manifest does not contain the entry, or if the signature is not in canonical form.
  package init?(of entry: ManifestEntry, in manifest: Manifest, signature: [UInt8]?) {
    if let signature, !SignatureArmor.isCanonical(signature) { return nil }
    guard let place = manifest.entries.firstIndex(of: entry), let path = manifest.tree.path(to: place) else { return nil }
    self.entry = entry
    self.place = place
    self.path = path
    self.seal = manifest.seal
    self.signature = signature
  }

  /// Whether the root in the seal equals the Merkle root that is computed from the lines of `entry` and from `path`.
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

  /// Parses a proof. Rejects every text that differs from the canonical form, which `bytes` returns.
  package init(reading bytes: [UInt8]) throws(ManifestProblem) {
    var reader = LineReader(bytes)
    guard try reader.text() == InclusionProof.firstLine else {
      throw reader.problem("a proof must begin with `\(InclusionProof.firstLine)`")
    }
    entry = try ManifestEntry(&reader)
    let words = try reader.value("leaf").split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[1] == "of" else { throw reader.problem("expected `# leaf NUMBER of NUMBER`") }
    place = try reader.number(words[0])
    let count = try reader.number(words[2])
    var path: [Digest] = []
    while true {
      let line = try reader.text()
      if line == "#" { break }
      guard line.hasPrefix("# node "), path.count < 64 else { throw reader.problem("expected `# node SHA256` or `#`") }
      path.append(try reader.digest(line.dropFirst("# node ".count)))
    }
    self.path = path
    seal = try Seal(&reader)
    let (whole, overflow) = seal.sources.files.addingReportingOverflow(seal.site.files)
    guard !overflow, count == whole else {
      throw ManifestProblem(nil, "the number of leaves differs from the number of files in the seal")
    }
    let rest = Array(bytes[reader.offset...])
    guard rest.isEmpty || SignatureArmor.isCanonical(rest) else {
      throw ManifestProblem(
        reader.number + 1, "only one signature block in the format of `ssh-keygen` may follow the seal")
    }
    signature = rest.isEmpty ? nil : rest
    guard self.bytes == bytes else { throw ManifestProblem(nil, "the proof is not in canonical form") }
  }
}
