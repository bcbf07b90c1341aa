import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let controlUnanswered = RuleID("control-unanswered")
}

extension Rules {
  static let controlUnanswered = Rule(
    .controlUnanswered, .applicability, .warning, title: "the statement of applicability covers every control",
    clauses: ["6.1.3"],
    explanation: """
      ISO/IEC 42001 clause 6.1.3 requires that an organisation compares its chosen controls with Annex A, so that it \
      omits no necessary control. This rule reports the controls without a `control-implementation` record. A draft of \
      this record does not count. Without the record, nothing shows that the organisation considered the control. Add \
      a record for each control, including the controls that you exclude.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      guard let place = dossier.organisationPlace else { return }
      // A file that could not be read may contain the lines.
      guard !facts.undecoded.unreadKinds.contains(ControlImplementation.name) else { return }
      let rows = facts.statement.rows
      let open = rows.filter { $0.implementation == nil }
      guard !open.isEmpty else { return }
      let ids = open.map { dossier.catalogues[$0.catalogue].items[$0.item].id }
      reporter.report(
        "\(open.count) of \(rows.count) controls have no line in the statement of applicability: \(ids.listed(8))",
        at: place.path,
        place.span, help: "add a line for each with `dossier new control-implementation`, including controls that do not apply")
    },
    bad: RuleExample(["dossier.yaml": "organisation: ⟦Example Ltd⟧", "soa.yaml": ExampleText.statement(without: "A.8.3")]),
    good: RuleExample(["dossier.yaml": ExampleText.organisation, "soa.yaml": ExampleText.statement()]))
}
