import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let promptInjectionUntested = RuleID("prompt-injection-untested")
}

extension Rules {
  static let promptInjectionUntested = Rule(
    .promptInjectionUntested, .completeness, .warning, title: "a generative system in use was tested for prompt injection",
    clauses: ["A.6.2.4"],
    explanation: """
      Prompt injection is text from other people that changes the behaviour of a system. This rule checks systems in \
      use that generate content and whose models have tests. It reports a system if none of these tests is about \
      prompt injection. Auditors who know such systems ask for this test first. The rule looks in `security_tests` and \
      `robustness` for words such as "injection", "jailbreak" or "instructions", also in some other languages. Test \
      the system, and write in `security_tests` what was tried and what the result was.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      let words = [
        "injection", "injektion", "injectie", "inyecc", "injeç", "iniezion", "jailbreak", "instruct", "instruk", "istruzion",
        "instrucc", "instruç",
      ]
      for (position, entry, system) in facts.dated.systemsInUse where system.outputType == .generation {
        let models = facts.records(Model.self, referredToBy: position, in: "models")
        let tests = models.flatMap {
          asOf.done($0.record.securityTests).map { $0.test.lowercased() } + $0.record.robustness.map { $0.lowercased() }
        }
        // `security-untested` reports models without any security test.
        guard !tests.isEmpty, !tests.contains(where: { test in words.contains { test.contains($0) } }) else { continue }
        reporter.report(
          "\(entry.named) generates content, but no test of its models mentions prompt injection", at: entry.path,
          entry.span(of: "output_type"),
          help:
            "test the system for prompt injection, and add the result to `security_tests` of \(models.map(\.entry.id).listed())")
      }
    },
    bad: RuleExample([
      "ais-001.md": ExampleText.system("output_type: ⟦generation⟧\nmodels: [MDL-001]"),
      "mdl-001.md": ExampleText.model("security_tests: [{test: load, result: 40 requests a second}]"),
      "roles.yaml": ExampleText.role,
    ]),
    good: .fixing([
      "mdl-001.md": ("test: load, result: 40 requests a second", "test: 120 prompt injections, result: 118 blocked")
    ]))
}
