package import DossierRecords
package import DossierText

/// The stage *check*: every rule over the whole dossier, those it declares itself too, judged at a date. What is said does not depend on anything else.
package func check(_ dossier: Dossier, asOf: CivilDate, rules: [Rule]? = nil) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  for rule in rules ?? Rules.all(in: dossier) {
    guard let check = rule.check else { continue }
    var reporter = Reporter(rule)
    check(dossier, asOf, &reporter)
    diagnostics += reporter.diagnostics
  }
  return diagnostics
}
