package import DossierText

/// The versions in a published folder, newest first, and the contents of the files that link to them.
///
/// The contents depend only on the manifests and the program, so the files can be written again at any time.
package struct VersionList: Sendable {
  package let versions: [Version]
  /// The name and version of the program that writes the files.
  private let tool: String

  package struct Version: Sendable {
    package let seal: Seal
    package let manifest: Digest
    /// The paths of the HTML pages of the version, relative to the root of its site.
    let pages: [SourcePath]
    /// The version whose seal has this version as `previous`. Nil if no seal has this version as `previous`.
    package let successor: ReleaseVersion?
  }

  /// Sorts the releases, newest first. Releases later in the chain of previous releases are newer. Releases of equal depth in the
  /// chain are compared by as-of date, then by name.
  package init(_ releases: [(manifest: Manifest, digest: Digest)], tool: String) {
    self.tool = tool
    let manifests = releases.map { (seal: $0.manifest.seal, digest: $0.digest, pages: $0.manifest.pages) }
    var depths: [Digest: Int] = [:]
    var rest = manifests
    // Each round finds the depth of at least one manifest, unless the remaining manifests form a cycle. So one round for each
    // manifest is enough.
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

  /// The contents of `versions.json`.
  package var json: String { value.pretty() + "\n" }

  /// The same data as a script, for pages that are opened from disk and cannot read files.
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
