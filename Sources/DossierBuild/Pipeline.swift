package import DossierAssessment
import DossierMarkup
package import DossierRecords
import DossierRules
package import DossierText

/// What reading and judging a workspace gives: everything but the site.
package struct Examination: Sendable {
  package let sources: SourceTree
  /// What is true of the workspace on the as-of date.
  package let facts: Assessment
  /// What counts, what does not, and which levels were in force.
  package let judged: Judged
  /// Ids of records that are plainly there but could not be read.
  package let unread: [String]
  package let stages: StageTimes

  package var dossier: Dossier { facts.dossier }

  /// All that is wrong and counts, in stable order, each said once.
  package var diagnostics: [Diagnostic] { judged.diagnostics }
}

/// The chain of stages from a folder to its diagnostics: scan, parse and decode file by file, assemble, check, judge.
///
/// The same for every command. Nothing is kept between two runs, so nothing can be stale.
package func examine(
  _ workspace: Workspace, asOf: CivilDate, except output: String?, workers: Int, usesBaseline: Bool = true,
  readsHistory: Bool = false, historyEnd: HistoryEnd = .head
) async throws -> Examination {
  // Git is another program: it works while we do.
  async let known = readsHistory ? history(of: workspace, to: historyEnd) : .unread
  let gathered = try await gather(workspace, except: output, workers: workers)
  let history = try await known
  let proofs = readsHistory ? try gathered.approvalProofs(history, in: workspace, withTags: historyEnd == .head) : .unread
  return try await gathered.examination(
    asOf: asOf, usesBaseline: usesBaseline, workers: workers, history: history, proofs: proofs)
}

/// The first stages, the only ones that touch a disk.
func gather(_ workspace: Workspace, except output: String?, workers: Int) async throws -> GatheredFiles {
  var stages = StageTimes()
  let listing = try scan(workspace, except: output)
  stages.mark("scan")
  return try await gather(listing, of: workspace, workers: workers, stages: stages) { try $0.read($1) }
}

/// Every file of a workspace, read and decoded.
struct GatheredFiles: Sendable {
  let kinds: [RecordKind]
  /// What listing them said.
  let listing: [Diagnostic]
  var files: [ReadFile]
  let reader: FileReader
  let stages: StageTimes

  /// What git and its signatures say of the approvals in them.
  func approvalProofs(_ history: RecordHistory, in workspace: Workspace, withTags: Bool) throws -> ApprovalProofs {
    let entries = files.compactMap(\.decoded).flatMap(\.entries).map(\.entry)
    return try ApprovalProving.proofs(of: entries, history, in: workspace, reader: reader, withTags: withTags)
  }

  /// The other stages: what the files come to, together.
  func examination(
    asOf: CivilDate, usesBaseline: Bool, workers: Int, history: RecordHistory = .unread, proofs: ApprovalProofs = .unread
  ) async throws -> Examination {
    var stages = stages
    let documents = files.compactMap(\.decoded)
    let measured = MetricReadings.files(of: documents)
    let attachments = try files.compactMap(\.attachment).map { attachment in
      guard measured.contains(attachment.path) else { return attachment.withoutBytes }
      return attachment.bytes == nil ? try reader.withReadings(attachment) : attachment
    }
    let sources = SourceTree(files: files.compactMap(\.source), attachments: attachments)
    let library = try loadLibrary(documents)
    let dossier = assemble(documents, sources: sources, library: library, kinds: kinds, history: history, proofs: proofs)
    stages.mark("assemble")
    let facts = Assessment(dossier, asOf: asOf)
    stages.mark("assess")
    var said = listing + files.flatMap(\.diagnostics)
    if !documents.contains(where: { $0.configuration != nil }) { said.append(noConfiguration()) }
    // No rule knows of another, so that it does not matter which is judged first.
    said += try await orderedMap(Rules.all(in: dossier), workers: workers) { check(facts, rules: [$0]) }.flatMap {
      $0
    }
    stages.mark("check")
    let baseline = usesBaseline ? files.lazy.compactMap(\.baseline).first : nil
    let judged = judge(said, of: facts, in: sources, baseline: baseline)
    stages.mark("judge")
    return Examination(sources: sources, facts: facts, judged: judged, unread: documents.flatMap(\.unreadIDs), stages: stages)
  }
}

/// The catalogues of the program that the configuration names, and the crosswalks between them.
private func loadLibrary(_ documents: [DecodedDocument]) throws -> (catalogues: [Catalogue], crosswalks: [Crosswalk]) {
  let named = documents.lazy.compactMap(\.configuration).first?.configuration.catalogues ?? []
  let wanted = Set([CatalogueLibrary.defaultName] + named)
  // In the library's order, the default first, whatever order the configuration has.
  let names =
    [CatalogueLibrary.defaultName] + CatalogueLibrary.names.filter { $0 != CatalogueLibrary.defaultName && wanted.contains($0) }
  return (try names.compactMap { try CatalogueLibrary.load($0) }, try CatalogueLibrary.crosswalks(among: names))
}

private func noConfiguration() -> Diagnostic {
  let path = SourcePath(parts: [Configuration.fileName])
  return Diagnostic(
    .missingConfiguration, .note, "this folder has no `dossier.yaml`, so the organisation has no name",
    at: .init(path, .start), help: "write one with `organisation: NAME`, or begin with `dossier init`")
}
