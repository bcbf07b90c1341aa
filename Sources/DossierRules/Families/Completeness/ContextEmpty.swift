import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let contextEmpty = Rule(
    RuleID("context-empty"), .completeness, .warning,
    title: "the management system has a context, parties, a scope, roles and systems",
    clauses: ["4.1", "4.2", "4.3", "5.3", "A.4.2"],
    explanation: """
      A management system must have at least one effective record for each of these parts: context issues, interested \
      parties, a scope, roles and AI systems. Clauses 4 and 5 require these parts, and the rest of the management \
      system depends on them. The scope can be in `dossier.yaml` or in a document of type `scope`. The message lists \
      the missing parts. Begin with one correct record for each missing part.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      guard let place = dossier.organisationPlace else { return }
      let documents = facts.records(ManagedDocument.self)
      // Do not report a kind as missing if a record of this kind could not be decoded.
      let filter = AbsenceFilter(facts)
      func mayExist(_ kind: String) -> Bool { filter.has(.kinds([kind])) }
      let gaps = Gaps([
        "context issues (4.1)": !facts.records(ContextIssue.self).isEmpty || mayExist(ContextIssue.name),
        "interested parties (4.2)": !facts.records(InterestedParty.self).isEmpty || mayExist(InterestedParty.name),
        "a scope (4.3)": dossier.configuration.scope != nil || documents.contains { $0.record.type == .scope }
          || mayExist(ManagedDocument.name),
        "roles (5.3)": !facts.records(Role.self).isEmpty || mayExist(Role.name),
        "AI systems (A.4.2)": !facts.records(AISystem.self).isEmpty || mayExist(AISystem.name),
      ])
      guard !gaps.isEmpty else { return }
      reporter.report(
        "no effective record exists for \(gaps.listed)", at: place.path, place.span,
        help: "for the scope, write `scope` here; for each other part, run `dossier new` with the kind (context-issue, "
          + "interested-party, role or ai-system)")
    },
    bad: RuleExample(["dossier.yaml": "organisation: ⟦Example Ltd⟧\nscope: all of it", "roles.yaml": ExampleText.role]),
    good: RuleExample([
      "dossier.yaml": "organisation: Example Ltd\nscope: all of it",
      "roles.yaml": ExampleText.role,
      "ais-001.md": ExampleText.system(),
      "ctx-001.md": ExampleText.file("context-issue", "CTX-001", "New law on AI", "origin: external"),
      "inp-001.md": ExampleText.file("interested-party", "INP-001", "Customers", "needs: [a person to talk to]"),
    ]))
}
