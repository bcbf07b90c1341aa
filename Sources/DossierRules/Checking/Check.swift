package import DossierAssessment
package import DossierText

/// The stage *check*: runs every rule, including declared rules, on the whole dossier for an as-of date.
package func check(_ facts: Assessment, rules: [Rule]? = nil) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let filter = AbsenceFilter(facts)
  for rule in rules ?? Rules.all(in: facts.dossier) {
    guard let check = rule.check else { continue }
    var reporter = Reporter(rule)
    check(facts, &reporter)
    diagnostics += filter.certain(reporter.diagnostics, of: rule.id)
  }
  return diagnostics
}
