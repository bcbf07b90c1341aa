import DossierLedger
import DossierRecords
import DossierRules
import DossierSite
package import DossierText

/// The complete result of a build before any file is written.
package struct PreparedSite: Sendable {
  package let examination: Examination
  /// The diagnostics of the records and of the site itself, in stable order.
  package let diagnostics: [Diagnostic]
  package let stages: StageTimes
  let request: BuildRequest
  let site: SitePlan

  /// The manifest entries of all pages, assets and copies. No file is written. `sources` are the workspace's files as they are on
  /// disk.
  func entries(sources: [ManifestEntry]) async throws -> [ManifestEntry] {
    let pages = try await orderedMap(site.pages, workers: request.workers) { ManifestEntry(site.render($0)) }
    var bySource: [SourcePath: ManifestEntry] = [:]
    for entry in sources { if let path = entry.source { bySource[path] = entry } }
    let copies = try site.copies.map { copy throws(EnvironmentError) in
      guard let source = bySource[copy.source] else {
        throw EnvironmentError("copy \(copy.source)", reason: "it no longer exists")
      }
      return ManifestEntry(path: SourcePath(parts: copy.route.parts), size: source.size, digest: source.digest)
    }
    return pages + site.assets.map(ManifestEntry.init) + copies
  }
}

extension ManifestEntry {
  init(_ file: SiteFile) {
    self.init(path: SourcePath(parts: file.route.parts), size: file.bytes.count, digest: Digest(of: file.bytes))
  }
}

/// Analyses a workspace and plans its site.
///
/// If the release that the site is built for already exists, that release and later ones are not treated as earlier releases.
package func prepare(_ request: BuildRequest) async throws -> PreparedSite {
  let examination = try await examine(
    request.workspace, asOf: request.asOf, except: request.output, workers: request.workers, usesBaseline: request.usesBaseline,
    readsHistory: request.readsHistory, historyEnd: request.historyEnd)
  if request.release != nil { try SealedHistory.refuseDamaged(examination.dossier.history) }
  var stages = examination.stages
  let releases = request.readsHistory ? try await earlierReleases(than: request.release?.version, of: examination, request) : []
  stages.mark("earlier releases")
  let options = SiteOptions(
    edition: request.edition, rules: Rules.summaries(of: Rules.all(in: examination.dossier)),
    readiness: Readiness(examination.dossier, examination.judged, asOf: request.asOf),
    approvals: ApprovalStandings(examination.dossier, asOf: request.asOf), release: request.release, releases: releases)
  let planned = try plan(
    examination.dossier, judged: examination.judged, sources: examination.sources, asOf: request.asOf,
    tool: request.tool, options: options)
  stages.mark("plan")
  return PreparedSite(
    examination: examination, diagnostics: (examination.diagnostics + planned.diagnostics).arranged(), stages: stages,
    request: request, site: planned.value)
}
