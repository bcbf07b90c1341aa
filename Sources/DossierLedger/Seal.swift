package import DossierText

/// The head of a release's manifest: the facts that the release claims about itself.
///
/// It contains the Merkle root, so it covers every line of the manifest. It is small enough to accompany a single file.
package struct Seal: Hashable, Sendable {
  package let version: ReleaseVersion
  /// One line, without control characters.
  package let organisation: String
  package let asOf: CivilDate
  package let edition: String
  /// Whether record pages show who changed the record and when.
  package let showsHistory: Bool
  /// The name and version of the program.
  package let tool: String
  package let origin: Origin
  package let counts: Counts
  /// The conditions that normally prevent a release and that the user explicitly allowed.
  package let allowed: [Allowance]
  /// The fingerprint of the signing key (`SHA256:…`). Nil when the release is not signed.
  package let signer: String?
  package let previous: Previous?
  package let sources: Sum
  package let site: Sum
  package let root: Digest

  /// The origin of the sources.
  package enum Origin: Hashable, Sendable {
    /// The commit, and whether the sources equal the files of that commit.
    case commit(String, isClean: Bool)
    /// A repository without a commit.
    case noCommit
    /// No repository was found.
    case noRepository
  }

  package enum Allowance: String, Hashable, Sendable, CaseIterable {
    case errors
    case uncleanTree = "unclean-tree"
  }

  /// The number of diagnostics when the release was made.
  package struct Counts: Hashable, Sendable {
    package let errors: Int
    package let warnings: Int
    package let notes: Int
    package let excepted: Int
    package let known: Int

    package init(errors: Int, warnings: Int, notes: Int, excepted: Int, known: Int) {
      self.errors = errors
      self.warnings = warnings
      self.notes = notes
      self.excepted = excepted
      self.known = known
    }
  }

  /// The previous release, identified by its name and the SHA-256 of its manifest.
  package struct Previous: Hashable, Sendable {
    package let version: ReleaseVersion
    package let manifest: Digest

    package init(version: ReleaseVersion, manifest: Digest) {
      self.version = version
      self.manifest = manifest
    }
  }

  package struct Sum: Hashable, Sendable {
    package let files: Int
    package let bytes: Int

    package init(files: Int, bytes: Int) {
      self.files = files
      self.bytes = bytes
    }

    /// Nil when the total size overflows.
    init?(_ entries: [ManifestEntry]) {
      var bytes = 0
      for entry in entries {
        let (sum, isTooMuch) = bytes.addingReportingOverflow(entry.size)
        guard !isTooMuch else { return nil }
        bytes = sum
      }
      self.init(files: entries.count, bytes: bytes)
    }
  }
}
