import DossierLedger
import DossierText

/// The seals of the releases in one folder, without their file lists.
///
/// A seal and the digest of its manifest are enough to follow a chain, because the digest covers the whole manifest.
struct SealShelf {
  let records: [Record]
  /// Folders that have a manifest but cannot be read as a release.
  let damaged: [(name: String, reason: String)]

  struct Record {
    /// The name of the folder. The name in the manifest can differ.
    let name: String
    let seal: Seal
    /// The digest of the whole manifest.
    let digest: Digest
  }

  init(_ path: String) throws(EnvironmentError) {
    var records: [Record] = []
    var damaged: [(name: String, reason: String)] = []
    try ReleaseShelf.read(path) { name, bytes throws(ManifestProblem) in
      records.append(Record(name: name, seal: try Seal(headOf: bytes), digest: Digest(of: bytes)))
    } damaged: {
      damaged.append(($0, $1))
    }
    (self.records, self.damaged) = (records, damaged)
  }

  /// The seals of releases that were read completely.
  init(_ shelf: ReleaseShelf) {
    records = shelf.records.map { Record(name: $0.name, seal: $0.manifest.seal, digest: $0.digest) }
    damaged = shelf.damaged
  }

  /// The heads of the chain: releases that no other release names as its predecessor.
  var heads: [Record] {
    let named = Set(records.compactMap(\.seal.previous?.manifest))
    return records.filter { !named.contains($0.digest) }
  }

  func record(_ digest: Digest) -> Record? { records.first { $0.digest == digest } }
}
