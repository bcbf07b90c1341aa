import DossierAssessment
import DossierLedger
import DossierRecords
import DossierRules
import DossierSite
package import DossierText

/// Everything of a build before the first byte is written.
package struct PreparedSite: Sendable {
  package let examination: Examination
  /// Those of the examination and those about the site itself, in stable order.
  package let diagnostics: [Diagnostic]
  package let stages: StageTimes
  let request: BuildRequest
  let site: SitePlan

  /// What the pages, assets and copies will be, without writing them. `sources` are those of the workspace as they are on the disk.
  func entries(sources: [ManifestEntry]) async throws -> [ManifestEntry] {
    let pages = try await orderedMap(site.pages, workers: request.workers) { ManifestEntry(site.render($0)) }
    var bySource: [SourcePath: ManifestEntry] = [:]
    for entry in sources { if let path = entry.source { bySource[path] = entry } }
    let copies = try site.copies.map { copy throws(EnvironmentError) in
      guard let source = bySource[copy.source] else {
        throw EnvironmentError("copy \(copy.source)", reason: "it is no longer there")
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

/// Examines a workspace and plans its site.
///
/// Where the release that the site is built for is there already, it and those after it are none before it.
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
    readiness: Readiness(examination.facts, examination.judged), release: request.release, releases: releases)
  let planned = try plan(
    examination.facts, judged: examination.judged, sources: examination.sources,
    tool: request.tool, options: options)
  stages.mark("plan")
  return PreparedSite(
    examination: examination, diagnostics: (examination.diagnostics + planned.diagnostics).arranged(), stages: stages,
    request: request, site: planned.value)
}
