import DossierAnalysis
import DossierArchive
import DossierLedger
import DossierRecords
import DossierSite
import DossierText

/// The contents of a package before it is packed.
struct PackageContents: Sendable {
  let prepared: PreparedSite
  let selection: PackageSelection
  let releases: PackedReleases
  let system: String?
  let signer: String?
  let origin: Seal.Origin

  private var request: BuildRequest { prepared.request }
  /// The parts of the package's name: the requested release or the as-of date, then the AI system and the period.
  private var identity: [String] {
    [request.release?.version ?? request.asOf.description] + (system.map { [$0] } ?? []) + selection.criteria.periodName
  }

  /// The name of the single top-level folder in the package.
  var folder: String { prepared.site.folderName(identity) }

  /// The text sources that this edition may show.
  private var documents: [SourcePath] {
    let adopt = prepared.analysis.dossier.configuration.adopt
    return prepared.analysis.sources.files.map(\.path).filter { path in
      (["md", "yaml", "yml"].contains(path.fileExtension) || adopt.contains { $0.covers(path) })
        && !prepared.site.withheld.contains(path)
    }
  }

  private var withheld: Int { prepared.site.withheld.count }

  /// All files except the manifest, the seal and their signatures, sorted by path.
  func pieces() async throws -> [PackageEntry] {
    let (folder, site, request) = (folder, prepared.site, request)
    let digests = prepared.analysis.dossier.digests
    let texts = documents
    let evidence = Array(Set(selection.selected.compactMap(\.file)))
    let names = SafeNames(texts + evidence)
    let copies =
      site.copies.map { (SourcePath(parts: [PackageFindings.site] + $0.route.parts), $0.source) }
      + placed(texts, in: PackageFindings.documents, names) + placed(evidence, in: PackageFindings.evidence, names)
    var pieces = try await orderedMap(site.pages, workers: request.workers) { page in
      let file = site.render(page)
      return PackageEntry(SourcePath(parts: [PackageFindings.site] + file.route.parts), file.bytes, in: folder)
    }
    pieces += site.assets.map {
      PackageEntry(SourcePath(parts: [PackageFindings.site] + $0.route.parts), $0.bytes, in: folder)
    }
    pieces += try await orderedMap(copies, workers: request.workers) { path, source in
      try PackageEntry(path, copy: source, of: request.workspace, expecting: digests[source], in: folder)
    }
    let facts = PackageFacts(
      folder: folder, release: releases.made?.manifest.seal.version.description,
      last: releases.last?.manifest.seal.version.description, releases: releases.index.releases.count, documents: texts.count,
      isSealed: request.release != nil, withheld: withheld, evidence: evidence.count, renamed: names.renamed, signer: signer,
      origin: origin.words)
    let sealed = try releases.files()
    var others = try site.packageFiles(selection, facts) + sealed
    if request.release != nil { others += releases.besideSite(sealed) }
    pieces += others.map { PackageEntry($0.path, $0.bytes, in: folder) }
    return pieces.sorted { $0.path < $1.path }
  }

  private func placed(_ paths: [SourcePath], in top: String, _ names: SafeNames) -> [(SourcePath, SourcePath)] {
    paths.compactMap { path in names.places[path].map { (SourcePath(parts: [top] + $0.parts), path) } }
  }

  func manifest(_ entries: [ManifestEntry]) throws -> Manifest {
    let policyResult = prepared.analysis.policyResult
    let diagnostics = prepared.diagnostics
    let errors = diagnostics.count(of: .error)
    let counts = Seal.Counts(
      errors: errors, warnings: diagnostics.count(of: .warning), notes: diagnostics.count(of: .note),
      excepted: policyResult.suppressed.excepted,
      known: policyResult.suppressed.known)
    // Shorten a name that is too long, and keep it unique with part of its SHA-256.
    let name = (["package"] + identity).joined(separator: "-")
    let cut = "\(name.prefix(51))-\(Digest(of: Array(name.utf8)).short)"
    guard let version = ReleaseVersion(name) ?? ReleaseVersion(cut) ?? ReleaseVersion("package-\(request.asOf)") else {
      throw ReleaseRefusal("no valid name was found for the package")
    }
    let facts = ReleaseFacts(
      version: version, organisation: prepared.analysis.dossier.configuration.organisation, asOf: request.asOf,
      edition: request.edition.rawValue, showsHistory: request.readsHistory, tool: "\(request.tool.name) \(request.tool.version)",
      origin: origin, counts: counts,
      allowed: (errors > 0 ? [.errors] : []) + (origin.isUnclean ? [.uncleanTree] : []), signer: signer,
      previous: (releases.made ?? releases.last).map { Seal.Previous(version: $0.manifest.seal.version, manifest: $0.digest) })
    do throws(ManifestProblem) { return try Manifest(facts, entries) } catch { throw ReleaseRefusal(error.description) }
  }

  /// The manifest, the seal and their signatures.
  func sealed(_ manifest: Manifest, key: String?) throws -> [PackageEntry] {
    var files = [(SealedFolder.manifest, manifest.bytes), (SealedFolder.seal, manifest.seal.bytes)]
    if let key {
      files.append((SealedFolder.manifestSignature, try SSHSignature.make(manifest.bytes, with: key)))
      files.append((SealedFolder.sealSignature, try SSHSignature.make(manifest.seal.bytes, with: key)))
    }
    return files.map { PackageEntry(SourcePath(parts: [$0.0]), $0.1, in: folder) }
  }
}

extension Seal.Origin {
  /// The origin in words that can follow "from".
  fileprivate var words: String {
    switch self {
    case .commit(let id, true): "commit \(id), all sources committed"
    case .commit(let id, false): "commit \(id) with sources that were not committed"
    case .noCommit: "a repository without a commit"
    case .noRepository: "a folder outside a repository"
    }
  }
}
