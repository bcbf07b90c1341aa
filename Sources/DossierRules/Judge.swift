package import DossierAssessment
import DossierRecords
package import DossierText

/// The stage *judge*: what everything that was said comes to, given the levels, exceptions and baseline in force.
///
/// The one place where they are applied, to what reading gives and to what the rules give. What is wrong with the exceptions and the
/// baseline themselves is said here, because only here it is known; neither of them can silence that.
package func judge(
  _ said: [Diagnostic], of facts: Assessment, in sources: SourceTree, baseline: Baseline? = nil,
  rules: [Rule]? = nil
) -> Judged {
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
    let compared = baseline.compare(open, dossier, sources)
    diagnostics = compared.new
    suppressed += compared.known.map { Suppressed($0, .baseline) }
    later += compared.stale
  }
  // A rule that is not among those that are run says nothing here either.
  diagnostics += later.filter { run.contains($0.rule) }.compactMap(levels.apply)
  return Judged(
    diagnostics: diagnostics.arranged(), suppressed: suppressed.arranged(), profile: levels.profile.name.rawValue,
    changes: levels.changes)
}
