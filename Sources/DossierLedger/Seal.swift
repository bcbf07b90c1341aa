package import DossierText

/// The head of the manifest of a release: the facts that the release claims about itself.
///
/// The seal contains the Merkle root of the manifest lines of all files. So a signature of the seal also covers these lines.
/// The seal is short, so that it can be sent together with a single file (`InclusionProof`).
package struct Seal: Hashable, Sendable {
  package let version: ReleaseVersion
  /// The name of the organisation: one line, without control characters.
  package let organisation: String
  package let asOf: CivilDate
  package let edition: String
  /// Whether record pages show who changed the record and when.
  package let showsHistory: Bool
  /// The name and version of the program that made the release.
  package let tool: String
  package let origin: Origin
  package let counts: Counts
  /// The conditions that normally prevent a release and that the user explicitly allowed.
  package let allowed: [Allowance]
  /// The fingerprint of the signing key (`SHA256:…`). Nil if the release is not signed.
  package let signer: String?
  package let previous: Previous?
  package let sources: Sum
  package let site: Sum
  package let root: Digest

  /// The origin of the sources.
  package enum Origin: Hashable, Sendable {
    /// The id of the current commit. `isClean` is true if the sources equal the files of this commit.
    case commit(String, isClean: Bool)
    /// The sources are in a repository that has no commit.
    case noCommit
    /// No repository was found.
    case noRepository
  }

  package enum Allowance: String, Hashable, Sendable, CaseIterable {
    case errors
    case uncleanTree = "unclean-tree"
  }

  /// How many diagnostics of each severity there were when the release was made. `excepted` and `known` count the diagnostics
  /// that exceptions and the baseline suppressed.
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

    /// Counts the entries and adds their sizes. Nil if the total size overflows `Int`.
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
