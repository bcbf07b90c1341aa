import DossierAnalysis
import DossierArchive
import DossierLedger
import DossierRecords
import DossierSite
import DossierText

/// Everything that a package will hold, before it is packed.
struct PackageContents: Sendable {
  let prepared: PreparedSite
  let selection: PackageSelection
  let releases: PackedReleases
  let system: String?
  let signer: String?
  let origin: Seal.Origin

  private var request: BuildRequest { prepared.request }
  /// What tells this package from others: the release that was asked for or else the day, the system, the period.
  private var identity: [String] {
    [request.release?.version ?? request.asOf.description] + (system.map { [$0] } ?? []) + selection.criteria.periodName
  }

  /// The one folder at the top.
  var folder: String { prepared.site.folderName(identity) }

  /// Texts that may be handed over: those that this edition may show.
  private var documents: [SourcePath] {
    prepared.analysis.sources.files.map(\.path).filter {
      ["md", "yaml", "yml"].contains($0.fileExtension) && !prepared.site.withheld.contains($0)
    }
  }

  private var withheld: Int { prepared.site.withheld.count }

  /// Every file but the manifest and what belongs to it, in the order of the paths.
  func pieces() async throws -> [PackagePiece] {
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
      return PackagePiece(SourcePath(parts: [PackageFindings.site] + file.route.parts), file.bytes, in: folder)
    }
    pieces += site.assets.map {
      PackagePiece(SourcePath(parts: [PackageFindings.site] + $0.route.parts), $0.bytes, in: folder)
    }
    pieces += try await orderedMap(copies, workers: request.workers) { path, source in
      try PackagePiece(path, copy: source, of: request.workspace, expecting: digests[source], in: folder)
    }
    let facts = PackageFacts(
      folder: folder, release: releases.made?.manifest.seal.version.description,
      last: releases.last?.manifest.seal.version.description, releases: releases.shelf.records.count, documents: texts.count,
      isSealed: request.release != nil, withheld: withheld, evidence: evidence.count, renamed: names.renamed, signer: signer,
      origin: origin.words)
    let sealed = try releases.files()
    var others = try site.packageFiles(selection, facts) + sealed
    if request.release != nil { others += releases.besideSite(sealed) }
    pieces += others.map { PackagePiece($0.path, $0.bytes, in: folder) }
    return pieces.sorted { $0.path < $1.path }
  }

  private func placed(_ paths: [SourcePath], in top: String, _ names: SafeNames) -> [(SourcePath, SourcePath)] {
    paths.compactMap { path in names.places[path].map { (SourcePath(parts: [top] + $0.parts), path) } }
  }

  func manifest(_ entries: [ManifestEntry]) throws -> Manifest {
    let judged = prepared.analysis.judged
    let said = prepared.diagnostics
    let errors = said.count(of: .error)
    let counts = Seal.Counts(
      errors: errors, warnings: said.count(of: .warning), notes: said.count(of: .note), excepted: judged.suppressed.excepted,
      known: judged.suppressed.known)
    // Too long a name is cut, and told from others by its SHA-256.
    let name = (["package"] + identity).joined(separator: "-")
    let cut = "\(name.prefix(51))-\(Digest(of: Array(name.utf8)).short)"
    guard let version = ReleaseVersion(name) ?? ReleaseVersion(cut) ?? ReleaseVersion("package-\(request.asOf)") else {
      throw ReleaseRefusal("there is no name for the package")
    }
    let facts = ReleaseFacts(
      version: version, organisation: prepared.analysis.dossier.configuration.organisation, asOf: request.asOf,
      edition: request.edition.rawValue, showsHistory: request.readsHistory, tool: "\(request.tool.name) \(request.tool.version)",
      origin: origin, counts: counts,
      allowed: (errors > 0 ? [.errors] : []) + (origin.isUnclean ? [.uncleanTree] : []), signer: signer,
      previous: (releases.made ?? releases.last).map { Seal.Previous(version: $0.manifest.seal.version, manifest: $0.digest) })
    do throws(ManifestProblem) { return try Manifest(facts, entries) } catch { throw ReleaseRefusal(error.description) }
  }

  /// The manifest, its head, and their signatures.
  func sealed(_ manifest: Manifest, key: String?) throws -> [PackagePiece] {
    var files = [(SealedFolder.manifest, manifest.bytes), (SealedFolder.seal, manifest.seal.bytes)]
    if let key {
      files.append((SealedFolder.manifestSignature, try SSHSignature.make(manifest.bytes, with: key)))
      files.append((SealedFolder.sealSignature, try SSHSignature.make(manifest.seal.bytes, with: key)))
    }
    return files.map { PackagePiece(SourcePath(parts: [$0.0]), $0.1, in: folder) }
  }
}

extension Seal.Origin {
  /// To follow "from".
  fileprivate var words: String {
    switch self {
    case .commit(let id, true): "commit \(id), all sources committed"
    case .commit(let id, false): "commit \(id) with sources that were not committed"
    case .noCommit: "a repository without a commit"
    case .noRepository: "a folder outside a repository"
    }
  }
}
