package import DossierAnalysis
package import DossierRecords
package import DossierSite
package import DossierText

/// The result of a build.
package struct BuildOutcome: Sendable {
  package let analysis: Analysis
  /// The diagnostics of the analysis and of the site itself, in stable order.
  package let diagnostics: [Diagnostic]
  /// The number of files in the site, and their size in bytes.
  package let files: Int
  package let bytes: Int
  package let stages: StageTimes
  /// The files that users added to the old site and that the new site keeps.
  package let kept: [SourcePath]
}

/// The output folder and the options of a build.
package struct BuildRequest: Sendable {
  package let workspace: Workspace
  package let output: String
  /// How the workspace is analysed.
  package let options: AnalysisOptions
  /// Whether to replace an output folder that is not a site of dossier.
  package let force: Bool
  package let tool: ToolVersion
  package let edition: Edition
  /// Whether pages of records show their history in git.
  package let readsHistory: Bool
  package let historyEnd: HistoryEnd
  /// The release that the pages belong to and show. Nil if the site is not part of a release.
  package let release: SiteRelease?
  package let wait: LockWait

  package init(
    workspace: Workspace, output: String, options: AnalysisOptions, force: Bool = false, tool: ToolVersion,
    edition: Edition = .auditor, readsHistory: Bool = false, historyEnd: HistoryEnd = .head, release: SiteRelease? = nil,
    waiting wait: LockWait = LockWait()
  ) {
    self.workspace = workspace
    self.output = output
    self.options = options
    self.force = force
    self.tool = tool
    self.edition = edition
    self.readsHistory = readsHistory
    self.historyEnd = historyEnd
    self.release = release
    self.wait = wait
  }

  package var asOf: CivilDate { options.asOf }
  package var workers: Int { options.workers }
  /// The last commit of the history. Nil if no history is read.
  var history: HistoryEnd? { readsHistory ? historyEnd : nil }

  /// A copy of the request for the site of a release. Only `historyEnd` and `release` differ.
  func sealed(_ historyEnd: HistoryEnd, _ release: SiteRelease) -> BuildRequest {
    BuildRequest(
      workspace: workspace, output: output, options: options, force: force, tool: tool, edition: edition,
      readsHistory: readsHistory, historyEnd: historyEnd, release: release, waiting: wait)
  }
}

/// The whole build: analyse, plan, render and write every page, and replace the old site.
///
/// Pages are rendered and written one by one, so that the whole site is never in memory. The old site stays in place until the
/// new site is complete.
package func build(_ request: BuildRequest) async throws -> BuildOutcome {
  let prepared = try await prepare(request)
  let (analysis, site) = (prepared.analysis, prepared.site)
  var stages = prepared.stages
  let writer = try SiteWriter(request.output, workspace: request.workspace, force: request.force, waiting: request.wait)
  do {
    let folder = writer.folder()
    let sizes = try await orderedMap(site.pages, workers: request.workers) { page in
      let file = site.render(page)
      try folder.write(file.bytes, to: file.route.parts)
      return file.bytes.count
    }
    for asset in site.assets { try folder.write(asset.bytes, to: asset.route.parts) }
    for copy in site.copies {
      try folder.copy(
        copy.source, from: request.workspace, to: copy.route.parts, expecting: analysis.dossier.digests[copy.source])
    }
    stages.mark("render, write")
    let kept = try writer.commit()
    stages.mark("swap")
    return BuildOutcome(
      analysis: analysis, diagnostics: prepared.diagnostics,
      files: site.pages.count + site.assets.count + site.copies.count,
      bytes: sizes.reduce(0, +) + site.assets.reduce(0) { $0 + $1.bytes.count }, stages: stages, kept: kept)
  } catch {
    writer.abandon()
    throw error
  }
}
