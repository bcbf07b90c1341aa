package import DossierAssessment
package import DossierText

/// The stage *check*: every rule over the whole dossier, those it declares itself too, judged at a date. What is said does not depend on anything else.
package func check(_ facts: Assessment, rules: [Rule]? = nil) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  for rule in rules ?? Rules.all(in: facts.dossier) {
    guard let check = rule.check else { continue }
    var reporter = Reporter(rule)
    check(facts, &reporter)
    diagnostics += reporter.diagnostics
  }
  return diagnostics
}
