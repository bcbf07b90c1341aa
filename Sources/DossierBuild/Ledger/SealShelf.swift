import DossierLedger
import DossierText

/// What the releases that stand side by side say of themselves, without their files: enough to follow a chain, because the digest of a
/// manifest stands for all of it.
struct SealShelf {
  let records: [Record]
  /// Folders that should hold a release and cannot be read as one.
  let damaged: [(name: String, reason: String)]

  struct Record {
    /// Of the folder; the release may call itself otherwise.
    let name: String
    let seal: Seal
    /// Of the whole manifest.
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

  /// The same of releases that were read whole.
  init(_ shelf: ReleaseShelf) {
    records = shelf.records.map { Record(name: $0.name, seal: $0.manifest.seal, digest: $0.digest) }
    damaged = shelf.damaged
  }

  /// Those that no other calls the release before.
  var heads: [Record] {
    let named = Set(records.compactMap(\.seal.previous?.manifest))
    return records.filter { !named.contains($0.digest) }
  }

  func record(_ digest: Digest) -> Record? { records.first { $0.digest == digest } }
}
