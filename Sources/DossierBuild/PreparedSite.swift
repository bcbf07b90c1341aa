package import DossierAnalysis
import DossierAssessment
import DossierLedger
import DossierRecords
import DossierRules
import DossierSite
package import DossierText

/// The complete result of a build before any file is written: the analysis and the plan of the site.
package struct PreparedSite: Sendable {
  package let analysis: Analysis
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
      guard let source = bySource[copy.source] ?? picture(copy.source) else {
        throw EnvironmentError("copy \(copy.source)", reason: "it no longer exists")
      }
      return ManifestEntry(path: SourcePath(parts: copy.route.parts), size: source.size, digest: source.digest)
    }
    return pages + site.assets.map(ManifestEntry.init) + copies
  }

  /// The entry of a picture in a folder whose name begins with a dot. It is not one of the sources.
  private func picture(_ path: SourcePath) -> ManifestEntry? {
    guard case .picture(let file)? = analysis.sources.surroundings.unlisted[path] else { return nil }
    return ManifestEntry(source: path, size: file.size, digest: file.digest)
  }
}

extension ManifestEntry {
  init(_ file: SiteFile) {
    self.init(path: SourcePath(parts: file.route.parts), size: file.bytes.count, digest: Digest(of: file.bytes))
  }
}

/// Analyses a workspace and plans its site.
///
/// If the site is built for an existing release, this release and later releases do not count as earlier releases.
package func prepare(_ request: BuildRequest) async throws -> PreparedSite {
  let analysis = try await analyse(request.workspace, request.options, except: request.output, history: request.history)
  let dossier = analysis.dossier
  if request.release != nil { try SealedHistory.refuseDamaged(dossier.history) }
  var stages = analysis.stages
  let releases = request.readsHistory ? try await earlierReleases(than: request.release?.version, of: analysis, request) : []
  stages.mark("earlier releases")
  let options = SiteOptions(
    edition: request.edition, rules: Rules.summaries(of: Rules.all(in: dossier)),
    readiness: Readiness(analysis.facts, analysis.policyResult), release: request.release, releases: releases)
  let planned = try plan(
    analysis.facts, policyResult: analysis.policyResult, sources: analysis.sources, tool: request.tool, options: options)
  stages.mark("plan")
  return PreparedSite(
    analysis: analysis, diagnostics: (analysis.diagnostics + planned.diagnostics).arranged(), stages: stages, request: request,
    site: planned.value)
}
