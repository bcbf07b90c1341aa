package import DossierAssessment
import DossierRecords
package import DossierText

extension Readiness {
  /// Computes the answers from the facts and the diagnostics.
  package init(_ facts: Assessment, _ policyResult: PolicyResult) {
    let dossier = facts.dossier
    let open = ReadinessProblems(policyResult.diagnostics.map { ($0, nil) }, dossier, policyResult)
    let suppressed = ReadinessProblems(policyResult.suppressed.map { ($0.diagnostic, $0.reason) }, dossier, policyResult)
    var used: Set<Problem> = []
    let lists = ReadinessList.all.map { list in
      List(
        id: list.id, title: list.title, lead: list.lead,
        answers: list.questions.map { question in
          let answer = Answer(question, facts, policyResult, open, suppressed)
          used.formUnion(answer.open)
          return answer
        })
    }
    self.init(asOf: facts.asOf.date, lists: lists, elsewhere: open.all.count { open.isWeighty($0) && !used.contains($0) })
  }
}

extension Readiness.Answer {
  fileprivate init(
    _ question: ReadinessQuestion, _ facts: Assessment, _ policyResult: PolicyResult, _ open: ReadinessProblems,
    _ suppressed: ReadinessProblems
  ) {
    let dossier = facts.dossier
    let results = question.needs.compactMap { need in facts.measures[need.measure.name].map { (need, $0) } }
    let counted = Set(results.flatMap { $0.1.answered + $0.1.lacking + ($0.1.evidence ?? []) })
    let found = open.about(question, counted, dossier)
    let forgiven = suppressed.about(question, counted, dossier).filter(suppressed.isWeighty)
    let excepted = Set(forgiven.compactMap(\.subject))
    let counts = results.map { Readiness.Count($0, $1, facts, excepted) }
    let weighty = found.filter(open.isWeighty)
    let doubts = Readiness.Answer.doubts(question, facts, policyResult)
    let state: Readiness.State =
      if counts.isEmpty || counts.contains(where: { $0.state == .missing }) {
        .missing
      } else if !weighty.isEmpty || counts.contains(where: { $0.state == .issuesToFix }) {
        .issuesToFix
      } else if !doubts.isEmpty { .notEvaluated } else if !forgiven.isEmpty { .coveredByException } else { .completeEvidence }
    self.init(
      id: question.id, question: question.question, clauses: question.clauses, kinds: question.kinds,
      rules: question.rules, state: state, counts: counts,
      open: weighty, suppressed: forgiven, notes: found.filter { !open.isWeighty($0) }, doubts: doubts)
  }

  private static func doubts(_ question: ReadinessQuestion, _ facts: Assessment, _ policyResult: PolicyResult) -> [String] {
    let rules = question.rules + ReadinessTopic.everywhere.sorted()
    let off = policyResult.changes.filter { $0.to == nil && $0.from > .note && rules.contains($0.rule) }
    let whole =
      facts.dossier.configurationEntry == nil
      ? ["There is no `dossier.yaml`, so the management system as a whole is not evaluated"] : []
    return whole + off.map { "Rule `\($0.rule)` is switched off by \($0.reason)" }
      + question.topics.flatMap { $0.doubts(facts) }
  }
}

extension Readiness.Count {
  fileprivate init(
    _ need: ReadinessNeed, _ result: ReadinessMeasure.Result, _ facts: Assessment, _ excepted: Set<ReferenceGraph.Origin>
  ) {
    let answered = facts.figures.count(.need(need.measure.name))
    let isExcepted = result.lacking.allSatisfy { target in
      if case .entry(let position) = target { excepted.contains(.entry(position)) } else { false }
    }
    let state: Readiness.State =
      if answered == 0 { .missing } else if result.lacking.isEmpty || !need.mustBeWhole { .completeEvidence } else if isExcepted {
        .coveredByException
      } else { .issuesToFix }
    self.init(
      measure: need.measure.name, label: need.label, answered: answered,
      total: facts.figures.count(.needTotal(need.measure.name)), needsAll: need.mustBeWhole, hasTotal: need.hasTotal,
      evidence: result.evidence ?? result.answered,
      lacking: result.lacking, reasons: Self.reasons(result, facts), state: state, next: need.next)
  }

  private static func reasons(_ result: ReadinessMeasure.Result, _ facts: Assessment) -> [ReferenceGraph.Target: String] {
    var reasons: [ReferenceGraph.Target: String] = [:]
    for (target, index) in result.invalidApprovals {
      guard case .entry(let position) = target, let approvals = facts.dossier.entries[position].head?.approvals else { continue }
      let (approval, status) = (approvals[index], facts.approvals.statuses(of: position)[index])
      reasons[target] = "the approval by \(approval.by.id) of \(approval.date) is \(status.kind.rawValue): \(status.reason)"
    }
    return reasons
  }
}
