package import DossierRecords
import DossierRules
package import DossierText

/// The result of analysing the sources of a workspace: all facts and diagnostics, from which every command and page is made.
package struct Analysis: Sendable {
  package let sources: SourceTree
  package let dossier: Dossier
  /// The diagnostics of all stages before levels, exceptions and the baseline are applied, in the order in which they were reported.
  package let reported: [Diagnostic]
  /// The diagnostics after levels, exceptions and the baseline are applied.
  package let judged: Judged
  /// Ids of records that are in the sources but could not be read.
  package let unread: [String]
  package let stages: StageTimes

  /// The diagnostics that count, in stable order and without repetitions.
  package var diagnostics: [Diagnostic] { judged.diagnostics }
}

/// The chain of stages from sources to diagnostics: parse, assemble, check, judge.
///
/// The same for every command and every test. The result depends on the arguments alone: nothing is read from a disk, a clock or an
/// environment variable, and nothing is kept between two calls.
package func analyse(
  _ sources: SourceFiles, _ options: AnalysisOptions, stages: StageTimes = StageTimes()
) async throws -> Analysis {
  try await analyse(parse(sources, workers: options.workers, stages: stages), options)
}

/// The stages after *parse*, for a caller that looks up more facts about the parsed files first.
package func analyse(_ parsed: ParsedFiles, _ options: AnalysisOptions) async throws -> Analysis {
  var stages = parsed.stages
  let (documents, sources) = (parsed.documents, parsed.tree)
  let configuration = documents.lazy.compactMap(\.configuration).first
  let dossier = assemble(
    documents, sources: sources, library: try options.library ?? library(listedIn: configuration),
    kinds: configuration?.kinds ?? RecordKind.all, history: parsed.sources.history, proofs: parsed.sources.proofs)
  stages.mark("assemble")
  let rules = options.rules ?? Rules.all(in: dossier)
  // No rule depends on another one, so they may run at the same time.
  let checked = try await orderedMap(rules, workers: options.workers) { check(dossier, asOf: options.asOf, rules: [$0]) }
  stages.mark("check")
  let reported = parsed.diagnostics + checked.joined()
  let judged = judge(
    reported, of: dossier, in: sources, asOf: options.asOf, baseline: options.usesBaseline ? parsed.baseline : nil, rules: rules)
  stages.mark("judge")
  return Analysis(
    sources: sources, dossier: dossier, reported: reported, judged: judged, unread: documents.flatMap(\.unreadIDs),
    stages: stages)
}

/// The catalogues of the program that the configuration lists, and the crosswalks between them. The default catalogue is always used.
private func library(
  listedIn configuration: ConfigurationEntry?
) throws -> (catalogues: [Catalogue], crosswalks: [Crosswalk]) {
  let listed = Set(configuration?.configuration.catalogues ?? [])
  // In the order of the library, the default first, whatever order the configuration has.
  let names =
    [CatalogueLibrary.defaultName] + CatalogueLibrary.names.filter { $0 != CatalogueLibrary.defaultName && listed.contains($0) }
  return (try names.compactMap { try CatalogueLibrary.load($0) }, try CatalogueLibrary.crosswalks(among: names))
}
