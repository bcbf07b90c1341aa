package import DossierAssessment
package import DossierRecords
import DossierRules
package import DossierText

/// The result of analysing the sources of a workspace: all facts and diagnostics, from which every command and page is made.
package struct Analysis: Sendable {
  package let sources: SourceTree
  /// The facts about the workspace on the as-of date.
  package let facts: Assessment
  /// The diagnostics of all stages before levels, exceptions and the baseline are applied, in the order in which they were reported.
  package let reported: [Diagnostic]
  /// The diagnostics after levels, exceptions and the baseline are applied.
  package let policyResult: PolicyResult
  /// Ids of records that are in the sources but could not be read.
  package let unread: [String]
  package let stages: StageTimes

  package var dossier: Dossier { facts.dossier }

  /// The diagnostics that count, in stable order and without repetitions.
  package var diagnostics: [Diagnostic] { policyResult.diagnostics }
}

/// The chain of stages from sources to diagnostics: parse, assemble, assess, check, apply the policy.
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
  // The facts are decided once, and every rule and page uses them.
  let facts = Assessment(dossier, asOf: options.asOf)
  stages.mark("assess")
  let rules = options.rules ?? Rules.all(in: dossier)
  // No rule depends on another one, so they may run at the same time.
  let checked = try await orderedMap(rules, workers: options.workers) { check(facts, rules: [$0]) }
  stages.mark("check")
  let reported = parsed.diagnostics + checked.joined()
  let policyResult = applyPolicy(
    reported, of: facts, in: sources, baseline: options.usesBaseline ? parsed.baseline : nil, rules: rules)
  stages.mark("policy")
  return Analysis(
    sources: sources, facts: facts, reported: reported, policyResult: policyResult, unread: documents.flatMap(\.unreadIDs),
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
