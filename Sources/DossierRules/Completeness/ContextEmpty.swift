import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let contextEmpty = RuleID("context-empty")
}

extension Rules {
  static let contextEmpty = Rule(
    .contextEmpty, .completeness, .warning, title: "the management system knows its context, parties, scope, roles and systems",
    clauses: ["4.1", "4.2", "4.3", "5.3", "A.4.2"],
    explanation: """
      Clauses 4 and 5 come first because the rest rests on them: what bears on the organisation, who expects what, where \
      the boundary runs, who answers for what, and which AI systems there are. The message names the parts for which there \
      is no record at all; the scope may stand in `dossier.yaml` or be a document of type `scope`. Begin with one honest \
      record of each: a short list that is true is a beginning.
      """,
    bad: RuleExample(["dossier.yaml": "organisation: ⟦Example Ltd⟧\nscope: all of it", "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "dossier.yaml": "organisation: Example Ltd\nscope: all of it",
      "roles.yaml": ExampleText.role,
      "ais-001.md": ExampleText.system(),
      "ctx-001.md": ExampleText.file("context-issue", "CTX-001", "New law on AI", "origin: external"),
      "inp-001.md": ExampleText.file("interested-party", "INP-001", "Customers", "needs: [a person to talk to]"),
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    guard let place = dossier.organisationPlace else { return }
    let documents = facts.records(ManagedDocument.self)
    let gaps = Gaps([
      "context issues (4.1)": !facts.records(ContextIssue.self).isEmpty,
      "interested parties (4.2)": !facts.records(InterestedParty.self).isEmpty,
      "a scope (4.3)": dossier.configuration.scope != nil || documents.contains { $0.record.type == .scope },
      "roles (5.3)": !facts.records(Role.self).isEmpty,
      "AI systems (A.4.2)": !facts.records(AISystem.self).isEmpty,
    ])
    guard !gaps.isEmpty else { return }
    reporter.report(
      "nothing is recorded of \(gaps.listed)", at: place.path, place.span,
      help: "begin with `dossier new` and the kind (context-issue, interested-party, role, ai-system), or write `scope` here")
  }
}
