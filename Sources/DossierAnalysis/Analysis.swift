package import DossierAssessment
package import DossierRecords
import DossierRules
package import DossierText

/// The result of analysing the sources of a workspace: facts and diagnostics. Every command and page uses this result.
package struct Analysis: Sendable {
  package let sources: SourceTree
  /// The facts about the workspace on the as-of date.
  package let facts: Assessment
  /// The diagnostics after levels, exceptions and the baseline are applied.
  package let policyResult: PolicyResult
  /// Ids of records that are in the sources but could not be read.
  package let unread: [String]
  package let stages: StageTimes
  /// The diagnostics of the stage *parse*.
  private let parsed: [Diagnostic]
  private let rules: [Rule]

  package var dossier: Dossier { facts.dossier }

  /// The diagnostics after the policy is applied, in stable order. No diagnostic is in the list twice.
  package var diagnostics: [Diagnostic] { policyResult.diagnostics }

  /// Runs all rules again and returns the diagnostics of all stages, in the order of reporting, before levels, exceptions and the
  /// baseline are applied. An analysis does not store this list, because few callers need it.
  package func reported() -> [Diagnostic] { parsed + rules.flatMap { check(facts, rules: [$0]) } }

  fileprivate init(
    sources: SourceTree, facts: Assessment, policyResult: PolicyResult, unread: [String], stages: StageTimes,
    parsed: [Diagnostic], rules: [Rule]
  ) {
    (self.sources, self.facts, self.policyResult, self.unread, self.stages) = (sources, facts, policyResult, unread, stages)
    (self.parsed, self.rules) = (parsed, rules)
  }
}

/// Runs all stages from sources to diagnostics: parse, assemble, assess, check, apply the policy.
///
/// Every command and every test uses the same stages. The result depends only on the arguments. This function does not read files
/// or environment variables. It keeps no state between calls.
package func analyse(
  _ sources: SourceFiles, _ options: AnalysisOptions, stages: StageTimes = StageTimes()
) async throws -> Analysis {
  try await analyse(parse(sources, workers: options.workers, stages: stages), options)
}

/// Runs the stages after *parse*. A caller can first add facts to the parsed files, such as the history.
package func analyse(_ parsed: ParsedFiles, _ options: AnalysisOptions) async throws -> Analysis {
  var stages = parsed.stages
  let (documents, sources) = (parsed.documents, parsed.tree)
  let configuration = documents.lazy.compactMap(\.configuration).first
  // `documents` is a copy. Do not use it after `assemble`, so that the copy is released before the rules run.
  let unread = documents.flatMap(\.unreadIDs)
  let dossier = assemble(
    documents, sources: sources, library: try options.library ?? library(listedIn: configuration),
    kinds: configuration?.kinds ?? RecordKind.all, history: parsed.sources.history, proofs: parsed.sources.proofs)
  stages.mark("assemble")
  // The facts are computed only here. Every rule and page uses the same facts.
  let facts = Assessment(dossier, asOf: options.asOf)
  stages.mark("assess")
  let rules = options.rules ?? Rules.all(in: dossier)
  // No rule depends on another rule, so rules can run at the same time.
  let checked = try await orderedMap(rules, workers: options.workers) { check(facts, rules: [$0]) }
  stages.mark("check")
  // No report contains an edit of other bytes than the wrong value, not even as a suggestion.
  let verified = (parsed.diagnostics + checked.joined()).map { $0.withVerifiedFixes(in: sources) }
  let policyResult = applyPolicy(
    verified, of: facts, in: sources, baseline: options.usesBaseline ? parsed.baseline : nil, rules: rules)
  stages.mark("policy")
  return Analysis(
    sources: sources, facts: facts, policyResult: policyResult, unread: unread, stages: stages,
    parsed: parsed.diagnostics, rules: rules)
}

/// The default catalogue, the embedded catalogues that the configuration lists, and the crosswalks between these catalogues.
private func library(
  listedIn configuration: ConfigurationEntry?
) throws -> (catalogues: [Catalogue], crosswalks: [Crosswalk]) {
  let listed = Set(configuration?.configuration.catalogues ?? [])
  // The default catalogue is first, the others are in the order of the library. The order in the configuration has no effect.
  let names =
    [CatalogueLibrary.defaultName] + CatalogueLibrary.names.filter { $0 != CatalogueLibrary.defaultName && listed.contains($0) }
  return (try names.compactMap { try CatalogueLibrary.load($0) }, try CatalogueLibrary.crosswalks(among: names))
}
