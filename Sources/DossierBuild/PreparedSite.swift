package import DossierAnalysis
import DossierLedger
import DossierRecords
import DossierRules
import DossierSite
package import DossierText

/// A site before its first byte is written: the analysis and the plan of its files.
package struct PreparedSite: Sendable {
  package let analysis: Analysis
  /// The diagnostics of the analysis and those about the site itself, in stable order.
  package let diagnostics: [Diagnostic]
  package let stages: StageTimes
  let request: BuildRequest
  let site: SitePlan

  /// The manifest entries of the pages, assets and copies, without writing them. `sources` are the files of the workspace on the disk.
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

/// Analyses a workspace and plans its site.
///
/// The site of a release that already exists has the same earlier releases as when it was made: that release and later ones are left out.
package func prepare(_ request: BuildRequest) async throws -> PreparedSite {
  let analysis = try await analyse(request.workspace, request.options, except: request.output, history: request.history)
  let dossier = analysis.dossier
  if request.release != nil { try SealedHistory.refuseDamaged(dossier.history) }
  var stages = analysis.stages
  let releases = request.readsHistory ? try await earlierReleases(than: request.release?.version, of: analysis, request) : []
  stages.mark("earlier releases")
  let options = SiteOptions(
    edition: request.edition, rules: Rules.summaries(of: Rules.all(in: dossier)),
    readiness: Readiness(dossier, analysis.judged, asOf: request.asOf),
    approvals: ApprovalStandings(dossier, asOf: request.asOf), release: request.release, releases: releases)
  let planned = try plan(
    dossier, judged: analysis.judged, sources: analysis.sources, asOf: request.asOf, tool: request.tool, options: options)
  stages.mark("plan")
  return PreparedSite(
    analysis: analysis, diagnostics: (analysis.diagnostics + planned.diagnostics).arranged(), stages: stages, request: request,
    site: planned.value)
}
