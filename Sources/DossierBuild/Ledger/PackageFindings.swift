import DossierLedger
import DossierText

/// What can be said of an evidence package beyond a release: where its documents come from, and the releases it carries.
struct PackageFindings {
  static let site = "site"
  static let documents = "documents"
  static let evidence = "evidence"
  private static let marker = SourcePath(parts: [site, "site.json"])

  private let manifest: Manifest
  private let files: any ReleaseFiles
  private let shelf: ReleaseShelf

  /// Nil for a manifest that is not that of a package.
  init?(_ manifest: Manifest, _ files: any ReleaseFiles) {
    guard PackageFindings.isPackage(manifest) else { return nil }
    self.manifest = manifest
    self.files = files
    shelf = ReleaseShelf(in: manifest, files)
  }

  static func isPackage(_ manifest: Manifest) -> Bool { manifest.site.contains { $0.path == marker } }

  /// Of files that are not there as the manifest lists them, nothing is said to be proved.
  func all(_ signatures: SignatureFindings, isWhole: Bool) throws -> [Finding] {
    let content = documents + release
    return try chain + (isWhole ? content : content.filter { $0.state == .failed }) + inner(signatures)
  }

  /// The releases that the package carries, from the one it names back to the first.
  private var chain: [Finding] { ChainFindings.of(manifest.seal.previous, shelf: SealShelf(shelf), isWhole: true) }

  /// That what is handed over beside the site are sources.
  private var documents: [Finding] {
    let sources = Set(manifest.sources.map(\.digest))
    let copies = manifest.site.filter { [PackageFindings.documents, PackageFindings.evidence].contains($0.path.parts[0]) }
    let strangers = copies.filter { !sources.contains($0.digest) }
    guard strangers.isEmpty else {
      return strangers.map {
        let name = TerminalText.visible($0.path.description)
        return Finding(
          .failed, "document-stranger", path: name, "\(name) has the bytes of none of the sources that the manifest lists")
      }
    }
    return [
      Finding(
        .proved, "documents",
        "all \(copies.count) files of documents and evidence have the bytes of sources that the manifest lists, \(manifest.sources.count) in all"
      )
    ]
  }

  /// Whether the package is what the release it names has sealed.
  private var release: [Finding] {
    guard let previous = manifest.seal.previous, let record = shelf.records.first(where: { $0.digest == previous.manifest })
    else { return [] }
    let sealed = record.manifest
    let own = Set(manifest.sources)
    let same = sealed.sources.filter(own.contains).count
    let version = previous.version
    var findings: [Finding] = []
    if same == sealed.sources.count, own.count == same {
      findings.append(
        Finding(.proved, "package-sources", "the \(same) sources listed are those of release \(version), every one"))
    } else {
      findings.append(
        Finding(
          .unchecked, "package-sources",
          "\(same) of the \(own.count) sources listed are as in release \(version), which has \(sealed.sources.count): the package was made from another state"
        ))
    }
    // Copies of what was sealed stand beside the pages they are about, and are none of them.
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
        ? Finding(.proved, "package-site", "the site in it is that of release \(version), byte for byte")
        : Finding(
          .unchecked, "package-site",
          "\(equal) of \(there.count) files of the site in it are as in release \(version): it was built for this package"))
    return findings
  }

  /// What is wrong with the releases that are carried along, and how many of them are signed.
  private func inner(_ signatures: SignatureFindings) throws -> [Finding] {
    var failed: [Finding] = shelf.damaged.map {
      Finding(
        .failed, "release-damaged", path: $0.name, "the manifest of release \($0.name) is not as one is written: \($0.reason)")
    }
    var proved = 0
    for record in shelf.records {
      let folder = [SealedFolder.releases, record.name]
      let findings = try signatures.ofRelease(files, record.manifest, in: folder)
      if findings.contains(where: { $0.state == .proved }) { proved += 1 }
      failed += findings.filter { $0.state == .failed }.map {
        Finding(.failed, $0.code, path: $0.path, "in release \(record.name): \($0.sentence)")
      }
      if !record.manifest.hasItsRoot {
        failed.append(
          Finding(
            .failed, "merkle-root", path: record.name, "the Merkle root of release \(record.name) is not the one of its lines"))
      }
    }
    guard failed.isEmpty, !shelf.records.isEmpty else { return failed }
    guard proved > 0 else {
      return [
        Finding(.unchecked, "releases", "none of the \(shelf.records.count) earlier releases that are carried along is signed")
      ]
    }
    return [
      Finding(
        .proved, "releases",
        "\(proved) of the \(shelf.records.count) earlier releases that are carried along are signed, and those signatures hold")
    ]
  }
}
