package import DossierText

/// The versions that stand in a published folder, the newest first, and the files that lead to them.
///
/// It follows from the manifests and the program alone, so that it can be made again at any time.
package struct VersionList: Sendable {
  package let versions: [Version]
  /// The program that makes the files, with its version.
  private let tool: String

  package struct Version: Sendable {
    package let seal: Seal
    package let manifest: Digest
    /// Where its pages stand in it.
    let pages: [SourcePath]
    /// The one that came after it.
    package let successor: ReleaseVersion?
  }

  /// Puts them in the order of the chain; where it has gaps or branches, in the order of their days, then of their names.
  package init(_ releases: [(manifest: Manifest, digest: Digest)], tool: String) {
    self.tool = tool
    let manifests = releases.map { (seal: $0.manifest.seal, digest: $0.digest, pages: $0.manifest.pages) }
    var depths: [Digest: Int] = [:]
    var rest = manifests
    // As often as there are manifests: each round settles at least one, but for a circle.
    for _ in manifests {
      rest = rest.filter { manifest in
        let previous = manifest.seal.previous?.manifest
        let isSettled = previous.map { digest in !rest.contains { $0.digest == digest } } ?? true
        if isSettled { depths[manifest.digest] = (previous.flatMap { depths[$0] } ?? -1) + 1 }
        return !isSettled
      }
    }
    let sorted = manifests.sorted { a, b in
      let (left, right) = (depths[a.digest] ?? 0, depths[b.digest] ?? 0)
      return (right, b.seal.asOf, b.seal.version.description) < (left, a.seal.asOf, a.seal.version.description)
    }
    versions = sorted.map { manifest in
      let next = manifests.first { $0.seal.previous?.manifest == manifest.digest }
      return Version(seal: manifest.seal, manifest: manifest.digest, pages: manifest.pages, successor: next?.seal.version)
    }
  }

  package var latest: Version? { versions.first }

  /// `versions.json`.
  package var json: String { value.pretty() + "\n" }

  /// The same as a script, for pages that are opened from disk and may not read files.
  package var script: String { "globalThis.dossierVersions = \(value.compact());\n" }

  private var value: JSON {
    .object([
      "dossier-versions": .integer(1), "tool": .string(tool),
      "latest": latest.map { .string($0.seal.version.description) },
      "versions": .array(
        versions.map { version in
          .object([
            "version": .string(version.seal.version.description), "path": .string("versions/\(version.seal.version)/"),
            "as_of": .string(version.seal.asOf.description), "manifest": .string(version.manifest.description),
            "signer": version.seal.signer.map(JSON.string), "superseded_by": version.successor.map { .string($0.description) },
          ])
        }),
    ])
  }
}
