package import DossierRecords
package import DossierText

/// The stage *check*: runs every rule, including declared rules, on the whole dossier for an as-of date.
///
/// The result depends on nothing else.
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
