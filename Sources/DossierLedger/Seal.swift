package import DossierText

/// What a release says of itself: the head of its manifest, and small enough to go with a single file.
///
/// Through the Merkle root it stands for every line of the manifest.
package struct Seal: Hashable, Sendable {
  package let version: ReleaseVersion
  /// One line, without control characters.
  package let organisation: String
  package let asOf: CivilDate
  package let edition: String
  /// Whether pages of records say who changed them when.
  package let showsHistory: Bool
  /// Name and version of the program.
  package let tool: String
  package let origin: Origin
  package let counts: Counts
  /// What was open or uncommitted and was let through because somebody said so.
  package let allowed: [Allowance]
  /// The fingerprint of the key it is signed with (`SHA256:…`); nil when it was not signed.
  package let signer: String?
  package let previous: Previous?
  package let sources: Sum
  package let site: Sum
  package let root: Digest

  /// Where the sources come from.
  package enum Origin: Hashable, Sendable {
    /// The commit, and whether the sources are those of that commit.
    case commit(String, isClean: Bool)
    /// A repository without a commit.
    case noCommit
    /// No repository, as far as was seen.
    case noRepository
  }

  package enum Allowance: String, Hashable, Sendable, CaseIterable {
    case errors
    case uncleanTree = "unclean-tree"
  }

  /// How many diagnostics there were when it was made.
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

  /// The release before, by its name and the SHA-256 of its manifest.
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

    /// Nil where the sizes are together larger than can be counted.
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
