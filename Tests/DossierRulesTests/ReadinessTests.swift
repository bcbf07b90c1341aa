import DossierAnalysis
import DossierAssessment
import DossierRecords
import DossierTesting
import DossierText
import Testing

@testable import DossierRules

/// The checklists and the auditor's questions: their content, and what makes an answer other than shown.
@Suite struct ReadinessTests {
  @Test func `complete records are shown`() async throws {
    let readiness = try await ReadyWorkspace().readiness()
    for answer in readiness.lists.flatMap(\.answers) {
      #expect(
        answer.state == .completeEvidence,
        "\(answer.id): \(answer.counts.filter { $0.state != .completeEvidence }), \(answer.open), \(answer.doubts)")
      #expect(!answer.counts.isEmpty && answer.counts.allSatisfy { $0.answered > 0 }, "\(answer.id)")
    }
  }

  @Test func `without records every answer is missing`() async throws {
    let all = try ReadyWorkspace()
    let readiness = try await all.without(Array(all.registers.keys)).readiness()
    for answer in readiness.lists.flatMap(\.answers) { #expect(answer.state == .missing, "\(answer.id)") }
  }

  @Test func `an answer without its records is missing`() async throws {
    let all = try ReadyWorkspace()
    for question in ReadinessList.all.flatMap(\.questions) {
      let rest = try await all.without(question.kinds).readiness()
      let answer = try #require(rest.lists.flatMap(\.answers).first { $0.id == question.id })
      #expect(answer.state == .missing, "\(question.id)")
    }
  }

  @Test func `an answer without the records of one part is not shown`() async throws {
    let all = try ReadyWorkspace()
    var known: [[String]: Readiness] = [:]
    for question in ReadinessList.all.flatMap(\.questions) {
      for need in question.needs where !need.kinds.isEmpty {
        let rest: Readiness
        if let earlier = known[need.kinds] { rest = earlier } else { rest = try await all.without(need.kinds).readiness() }
        known[need.kinds] = rest
        let answer = try #require(rest.lists.flatMap(\.answers).first { $0.id == question.id })
        #expect(answer.state != .completeEvidence, "\(question.id) without \(need.kinds)")
      }
    }
  }

  @Test func `records that do not count on the as-of date are missing`() async throws {
    var workspace = try ReadyWorkspace()
    workspace.registers["policy"] = workspace.registers["policy"]?.replacing(
      "effective: 2026-01-01", with: "effective: 2026-11-01")
    workspace.registers["interested-party"] = "  - {id: INP-001, needs: [a person to talk to], status: draft}"
    let readiness = try await workspace.readiness()
    #expect(try state("audit-policy", readiness) == .missing)
    #expect(try state("prepare-parties", readiness) == .missing)
  }

  /// An approval, and the reason why it does not count.
  @Test(arguments: [
    ("{by: ROL-001, date: 2026-01-01, digest: \(String(repeating: "0", count: 64))}", "is stale"),
    ("{by: ROL-001, date: 2026-11-01}", "is not yet: it is dated after the as-of date"),
    ("{by: ROL-001, date: 2026-01-01, until: 2026-10-30}", "is lapsed: it was valid until 2026-10-30"),
    ("{by: ROL-009, date: 2026-01-01}", "is lapsed: there is no role ROL-009"),
  ])
  func `an approval that is not effective does not count`(_ approval: String, _ why: String) async throws {
    var workspace = try ReadyWorkspace()
    workspace.registers["policy"]? +=
      "\n  - {id: POL-002, effective: 2026-01-01, implements: [\"5.2\"], approvals: [\(approval)]}"
    let found = try answer("audit-policy", try await workspace.readiness())
    let count = try #require(found.counts.first { $0.label.contains("approval") })
    #expect(found.state == .issuesToFix && count.answered == 1 && count.total == 2)
    let reason = try #require(count.lacking.first.flatMap { count.reasons[$0] })
    #expect(reason.contains(why), "\(reason)")
  }

  @Test func `a diagnostic is an issue to fix at any level`() async throws {
    var workspace = try ReadyWorkspace()
    workspace.registers["impact-assessment"]? += "\n  - {id: AIA-002, system: AIS-001, date: 2026-03-03, assessor: ROL-001}"
    let rule = "impact-assessment-inconclusive"
    #expect(try await state("audit-assessments", workspace.readiness([rule])) == .issuesToFix)
    workspace.configuration += "\nrules: {levels: {\(rule): note}}"
    #expect(try await state("audit-assessments", workspace.readiness([rule])) == .issuesToFix)
    #expect(try await state("audit-suppliers", workspace.readiness([rule])) == .completeEvidence)
  }

  @Test func `a rule that is switched off leaves the question not evaluated`() async throws {
    var workspace = try ReadyWorkspace()
    workspace.configuration += "\nrules: {levels: {impact-assessment-inconclusive: off}}"
    let answer = try await answer("audit-assessments", workspace.readiness(["impact-assessment-inconclusive"]))
    #expect(answer.state == .notEvaluated)
    #expect(answer.doubts.first?.contains("impact-assessment-inconclusive") == true)
  }

  @Test func `diagnostics that an exception covers are listed`() async throws {
    var workspace = try ReadyWorkspace()
    workspace.registers["ai-system"]? +=
      "\n  - {id: AIS-002, purpose: sorts, owner: ROL-001, role: [user], lifecycle: design, risk_class: minimal}"
    workspace.registers["risk"] = workspace.registers["risk"]?.replacing("[AIS-001]", with: "[AIS-001, AIS-002]")
    let open = try await answer("audit-assessments", workspace.readiness(["system-unassessed"]))
    #expect(open.state == .issuesToFix)
    #expect(open.counts.last?.lacking.count == 1)
    workspace.registers["exception"] =
      "  - {id: EXC-001, rule: system-unassessed, records: [AIS-002], reason: new, approved_by: ROL-001, until: 2026-12-31}"
    let excepted = try await answer("audit-assessments", workspace.readiness(["system-unassessed"]))
    #expect(excepted.state == .coveredByException)
    #expect(excepted.suppressed.map { $0.reason?.described } == ["excepted by EXC-001 until 2026-12-31"])
  }

  @Test func `an unreadable record does not count as an answer`() async throws {
    var workspace = try ReadyWorkspace()
    workspace.registers["interested-party"]? += "\n  - {id: INP-002}"
    let answer = try await answer("prepare-parties", workspace.readiness(["missing-field"]))
    #expect(answer.state == .issuesToFix)
    #expect(answer.counts.first?.answered == 1)
    #expect(answer.counts.first?.total == 2)
  }

  @Test func `the lists have the expected questions`() throws {
    #expect(ReadinessList.all.map(\.questions.count) == [8, 7, 7, 6])
    let questions = ReadinessList.all.flatMap(\.questions)
    #expect(Set(questions.map(\.id)).count == questions.count)
    for question in questions {
      #expect(question.id.wholeMatch(of: /[a-z]+(-[a-z]+)+/) != nil, "\(question.id)")
      #expect(question.question.hasSuffix("?"), "\(question.id)")
      #expect(!question.needs.isEmpty, "\(question.id)")
    }
  }

  @Test func `every clause, kind and rule exists`() throws {
    let catalogue = try #require(try ParsedCatalogues.named(["iso42001"]).first)
    let kinds = Set(RecordKind.all.map(\.name))
    for question in ReadinessList.all.flatMap(\.questions) {
      for clause in question.clauses {
        let kind = catalogue.item(clause)?.kind
        #expect(kind == .clause || kind == .control, "\(question.id): \(clause)")
      }
      #expect(kinds.isSuperset(of: question.kinds), "\(question.id)")
      for rule in question.rules { #expect(Rules.rule(rule.name) != nil, "\(question.id): \(rule)") }
    }
  }

  /// A rule without a question would have no effect here, and nobody would notice.
  @Test func `every rule belongs to a question`() {
    let named = Set(ReadinessList.all.flatMap(\.questions).flatMap(\.rules)).union(ReadinessTopic.everywhere)
    let elsewhere: Set<String> = [
      // Other needs count each part of these rules.
      "context-empty", "procedures-missing",
      // No question is about the certification programme or about the quality of exceptions.
      "certificate-expired", "stage-overdue", "exception-expired", "exception-self-approved",
      // Nor about the front matter of other programs.
      "front-matter-form", "page-front-matter",
    ]
    for rule in Rules.all where rule.family != .format && rule.family != .references && rule.severity < .error {
      #expect(named.contains(rule.id) || elsewhere.contains(rule.id.name), "\(rule.id)")
    }
  }

  private func answer(_ id: String, _ readiness: Readiness) throws -> Readiness.Answer {
    try #require(readiness.lists.flatMap(\.answers).first { $0.id == id })
  }

  private func state(_ id: String, _ readiness: Readiness) throws -> Readiness.State { try answer(id, readiness).state }
}
