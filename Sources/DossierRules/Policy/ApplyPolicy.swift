package import DossierAssessment
import DossierRecords
package import DossierText

/// The stage *policy*: applies severity levels, exceptions and the baseline to all diagnostics.
///
/// No other stage applies levels, exceptions or the baseline. This stage applies them to the diagnostics of all stages before it.
///
/// This stage also reports problems of the exceptions and of the baseline. Neither an exception nor the baseline can suppress
/// these problems.
package func applyPolicy(
  _ said: [Diagnostic], of facts: Assessment, in sources: SourceTree, baseline: Baseline? = nil,
  rules: [Rule]? = nil
) -> PolicyResult {
  let dossier = facts.dossier
  let rules = rules ?? Rules.all(in: dossier)
  let levels = Levels(dossier.configuration.rules, rules: rules)
  let counted = said.compactMap(levels.apply).arranged()
  let subjects = dossier.subjects(of: counted.map(\.primary))
  var review = ExceptionReview(facts)
  var open: [(diagnostic: Diagnostic, subject: ReferenceGraph.Origin?)] = []
  var suppressed: [Suppressed] = []
  for (diagnostic, subject) in zip(counted, subjects) {
    let exceptions = review.exceptions(for: diagnostic, of: subject)
    if let reason = review.consider(diagnostic, exceptions) {
      suppressed.append(Suppressed(diagnostic, reason))
    } else {
      open.append((diagnostic, subject))
    }
  }
  let run = Set(rules.map(\.id))
  var later = review.diagnostics(run: run)
  var diagnostics = open.map(\.diagnostic)
  if let baseline {
    let compared = baseline.compare(open, dossier, sources, AbsenceFilter(facts))
    diagnostics = compared.new
    suppressed += compared.known.map { Suppressed($0, .baseline) }
    later += compared.stale
  }
  // A problem of an exception or of the baseline is reported only if the rule for this problem is one of `rules`.
  diagnostics += later.filter { run.contains($0.rule) }.compactMap(levels.apply)
  return PolicyResult(
    diagnostics: diagnostics.arranged(), suppressed: suppressed.arranged(), profile: levels.profile.name.rawValue,
    changes: levels.changes)
}
