import DossierLedger
import DossierText

/// Verifies the parts of an evidence package that a release does not have: the documents and the earlier releases in the package.
struct PackageFindings {
  static let site = "site"
  static let documents = "documents"
  static let evidence = "evidence"
  private static let marker = SourcePath(parts: [site, "site.json"])

  private let manifest: Manifest
  private let files: any ReleaseFiles
  private let index: ReleaseIndex<Manifest>

  /// Nil if the manifest does not belong to a package.
  init?(_ manifest: Manifest, _ files: any ReleaseFiles) {
    guard PackageFindings.isPackage(manifest) else { return nil }
    self.manifest = manifest
    self.files = files
    index = ReleaseIndex(in: manifest, files)
  }

  static func isPackage(_ manifest: Manifest) -> Bool { manifest.site.contains { $0.path == marker } }

  /// `isWhole` tells whether all files match the manifest. If some files do not match, only failures are reported for the
  /// documents and the release.
  func all(_ signatures: SignatureFindings, isWhole: Bool) throws -> [Finding] {
    let content = documents + release
    return try chain + (isWhole ? content : content.filter { $0.state == .failed }) + inner(signatures)
  }

  /// The findings about the chain of releases, from the previous release of the package back to the first release.
  private var chain: [Finding] { ChainFindings.of(manifest.seal.previous, index: index, isWhole: true) }

  /// The findings about the files in `documents` and `evidence`. Each file must be a copy of a source.
  private var documents: [Finding] {
    let sources = Set(manifest.sources.map(\.digest))
    let copies = manifest.site.filter { [PackageFindings.documents, PackageFindings.evidence].contains($0.path.parts[0]) }
    let strangers = copies.filter { !sources.contains($0.digest) }
    guard strangers.isEmpty else {
      return strangers.map {
        let name = TerminalText.visible($0.path.description)
        return Finding(
          .failed, "document-stranger", path: name, "\(name) is not a copy of a source in the manifest")
      }
    }
    return [
      Finding(
        .proved, "documents",
        "all \(copies.count) files in documents and evidence are copies of sources in the manifest, which lists \(manifest.sources.count) sources"
      )
    ]
  }

  /// Compares the package with the previous release that the seal of the package refers to.
  private var release: [Finding] {
    guard let previous = manifest.seal.previous, let record = index.release(previous.manifest)
    else { return [] }
    let sealed = record.manifest
    let own = Set(manifest.sources)
    let same = sealed.sources.filter(own.contains).count
    let version = previous.version
    var findings: [Finding] = []
    if same == sealed.sources.count, own.count == same {
      findings.append(
        Finding(.proved, "package-sources", "the \(same) listed sources are exactly the sources of release \(version)"))
    } else {
      findings.append(
        Finding(
          .unchecked, "package-sources",
          "\(same) of the \(own.count) listed sources are the same as in release \(version), which has \(sealed.sources.count) sources: the package was made from a different state"
        ))
    }
    // The manifest and seal are copied next to the pages. Skip them when comparing pages.
    func isCopy(_ entry: ManifestEntry) -> Bool {
      guard entry.path.parts.count == 2, SealedFolder.own.contains(entry.path.name) else { return false }
      let sealed = SourcePath(parts: [SealedFolder.releases, record.name, entry.path.name])
      return manifest.site.contains(ManifestEntry(path: sealed, size: entry.size, digest: entry.digest))
    }
    let pages = manifest.site.compactMap { entry -> ManifestEntry? in
      guard entry.path.parts[0] == PackageFindings.site, !isCopy(entry) else { return nil }
      return ManifestEntry(path: SourcePath(parts: Array(entry.path.parts.dropFirst())), size: entry.size, digest: entry.digest)
    }
    let there = Set(pages)
    let equal = sealed.site.filter(there.contains).count
    findings.append(
      equal == sealed.site.count && equal == there.count
        ? Finding(
          .proved, "package-site", "the site in the package is identical to the site of release \(version), byte for byte")
        : Finding(
          .unchecked, "package-site",
          "\(equal) of \(there.count) site files in the package are the same as in release \(version): the site was built for this package"
        ))
    return findings
  }

  /// The problems of the earlier releases in the package, and how many of these releases are signed.
  private func inner(_ signatures: SignatureFindings) throws -> [Finding] {
    var failed: [Finding] = index.damaged.map {
      Finding(
        .failed, "release-damaged", path: $0.name, "the manifest of release \($0.name) is malformed: \($0.reason)")
    }
    var proved = 0
    for record in index.releases {
      let folder = [SealedFolder.releases, record.name]
      let findings = try signatures.ofRelease(files, record.manifest, in: folder)
      if findings.contains(where: { $0.state == .proved }) { proved += 1 }
      failed += findings.filter { $0.state == .failed }.map {
        Finding(.failed, $0.code, path: $0.path, "in release \(record.name): \($0.sentence)")
      }
      if !record.manifest.hasItsRoot {
        failed.append(
          Finding(
            .failed, "merkle-root", path: record.name,
            "the Merkle root of release \(record.name) does not match its manifest entries"))
      }
    }
    guard failed.isEmpty, !index.releases.isEmpty else { return failed }
    guard proved > 0 else {
      return [
        Finding(.unchecked, "releases", "none of the \(index.releases.count) earlier releases in the package is signed")
      ]
    }
    return [
      Finding(
        .proved, "releases",
        "\(proved) of the \(index.releases.count) earlier releases in the package are signed, and these signatures are valid")
    ]
  }
}
