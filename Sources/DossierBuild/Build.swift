package import DossierRecords
package import DossierSite
package import DossierText

/// What a build made.
package struct BuildOutcome: Sendable {
  package let examination: Examination
  /// Those of the examination and those about the site itself, in stable order.
  package let diagnostics: [Diagnostic]
  /// Files in the site, and their bytes.
  package let files: Int
  package let bytes: Int
  package let stages: StageTimes
}

/// Where and how a site is built.
package struct BuildRequest: Sendable {
  package let workspace: Workspace
  package let output: String
  package let asOf: CivilDate
  /// Replace an output folder that is no site of ours.
  package let force: Bool
  package let workers: Int
  /// Whether problems that the baseline knows do not count.
  package let usesBaseline: Bool
  package let tool: ToolVersion
  package let edition: Edition
  /// Whether pages of records say what git knows of them.
  package let readsHistory: Bool
  package let historyEnd: HistoryEnd
  /// What pages say of the release they belong to; nil for a site that is none.
  package let release: SiteRelease?

  package init(
    workspace: Workspace, output: String, asOf: CivilDate, force: Bool, workers: Int, usesBaseline: Bool = true,
    tool: ToolVersion, edition: Edition = .auditor, readsHistory: Bool = false, historyEnd: HistoryEnd = .head,
    release: SiteRelease? = nil
  ) {
    self.workspace = workspace
    self.output = output
    self.asOf = asOf
    self.force = force
    self.workers = workers
    self.usesBaseline = usesBaseline
    self.tool = tool
    self.edition = edition
    self.readsHistory = readsHistory
    self.historyEnd = historyEnd
    self.release = release
  }

  /// The same for the site of a release.
  func sealed(_ historyEnd: HistoryEnd, _ release: SiteRelease) -> BuildRequest {
    BuildRequest(
      workspace: workspace, output: output, asOf: asOf, force: force, workers: workers, usesBaseline: usesBaseline, tool: tool,
      edition: edition, readsHistory: readsHistory, historyEnd: historyEnd, release: release)
  }
}

/// The whole chain: examine, plan, render and write every page, swap.
///
/// Pages are rendered and written one by one, so that the site is never in memory as a whole. Until the swap the old site stays.
package func build(_ request: BuildRequest) async throws -> BuildOutcome {
  let prepared = try await prepare(request)
  let (examination, site) = (prepared.examination, prepared.site)
  var stages = prepared.stages
  let writer = try SiteWriter(request.output, workspace: request.workspace, force: request.force)
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
        copy.source, from: request.workspace, to: copy.route.parts, expecting: examination.dossier.digests[copy.source])
    }
    stages.mark("render, write")
    try writer.commit()
    stages.mark("swap")
    return BuildOutcome(
      examination: examination, diagnostics: prepared.diagnostics,
      files: site.pages.count + site.assets.count + site.copies.count,
      bytes: sizes.reduce(0, +) + site.assets.reduce(0) { $0 + $1.bytes.count }, stages: stages)
  } catch {
    writer.abandon()
    throw error
  }
}
