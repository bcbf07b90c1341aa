@testable import DossierLedger
@testable import DossierText

/// Manifests and seals: what is read is written again with the same bytes, and every file has a proof.
enum ManifestsTarget {
  static func run(_ bytes: [UInt8]) throws {
    if let seal = try? Seal(reading: bytes) { try require(seal.bytes == bytes, "the seal is written with other bytes") }
    if let manifest = try? Manifest(reading: bytes) {
      try require(manifest.bytes == bytes, "the manifest is written with other bytes")
      try require((try? Seal(headOf: bytes))?.bytes == manifest.seal.bytes, "the seal at the start of the manifest differs")
      try check(manifest)
    }
    // Most inputs are not manifests, so also use the lines of the input as paths.
    let entries = bytes.split(separator: 0x0A).prefix(64).compactMap { line in
      SourcePath(String(decoding: line, as: UTF8.self)).map { path in
        ManifestEntry(path: path, size: line.count, digest: Digest(of: Array(line)))
      }
    }
    guard let facts else { throw Violation(description: "the facts of the sample release are not valid") }
    guard let made = try? Manifest(facts, entries) else { return }
    // Reading rejects paths that are longer than the longest path of Linux.
    guard !entries.contains(where: { $0.path.description.utf8.count > 4096 }) else { return }
    let read = try Manifest(reading: made.bytes)
    try require(read.bytes == made.bytes && read.entries == made.entries, "a written manifest is read in another way")
    try require(read.hasItsRoot, "a written manifest does not have its Merkle root")
    try check(read)
  }

  private static func check(_ manifest: Manifest) throws {
    for entry in manifest.entries.prefix(3) {
      guard let proof = InclusionProof(of: entry, in: manifest, signature: nil) else {
        throw Violation(description: "the file \(entry.path) has no proof")
      }
      let read = try InclusionProof(reading: proof.bytes)
      try require(read.bytes == proof.bytes, "a proof is read in another way")
      try require(read.leadsToTheRoot == manifest.hasItsRoot, "the proof of \(entry.path) and the manifest disagree on the root")
    }
  }

  private static let facts: ReleaseFacts? = {
    guard let version = ReleaseVersion("1.0"), let asOf = CivilDate("2026-10-31") else { return nil }
    return ReleaseFacts(
      version: version, organisation: "Example Ltd", asOf: asOf, edition: "auditor", showsHistory: true, tool: "dossier 1",
      origin: .noRepository, counts: Seal.Counts(errors: 0, warnings: 0, notes: 0, excepted: 0, known: 0), allowed: [],
      signer: nil, previous: nil)
  }()
}
