import DossierAssessment
import DossierRecords
import DossierText

/// The diagnostics of a workspace, by rule and by subject.
struct ReadinessProblems {
  let all: [Readiness.Problem]
  private var byRule: [RuleID: [Int]] = [:]
  private var bySubject: [ReferenceGraph.Origin: [Int]] = [:]
  /// The rules whose default severity is warning or error and whose severity the policy changed. These include every rule that
  /// the policy lowered to a note.
  private let lowered: Set<RuleID>

  init(_ diagnostics: [(diagnostic: Diagnostic, reason: Suppressed.Reason?)], _ dossier: Dossier, _ policyResult: PolicyResult) {
    let subjects = dossier.subjects(of: diagnostics.map(\.diagnostic.primary))
    all = zip(diagnostics, subjects).map { Readiness.Problem($0.diagnostic, $1, $0.reason) }
    for (i, problem) in all.enumerated() {
      byRule[problem.diagnostic.rule, default: []].append(i)
      if let subject = problem.subject { bySubject[subject, default: []].append(i) }
    }
    lowered = Set(policyResult.changes.filter { $0.from > .note }.map(\.rule))
  }

  /// Whether the diagnostic makes a question incomplete. This includes a warning or error that was lowered to a note.
  func isWeighty(_ problem: Readiness.Problem) -> Bool {
    problem.diagnostic.severity > .note || lowered.contains(problem.diagnostic.rule)
  }

  /// The diagnostics that belong to a question, in order.
  ///
  /// These are:
  /// - the diagnostics of the rules of the question,
  /// - the errors, and the diagnostics of `ReadinessTopic.everywhere`, about records that were counted for the question,
  /// - the errors about records that could not be decoded and whose kind the question needs.
  func about(_ question: ReadinessQuestion, _ counted: Set<ReferenceGraph.Target>, _ dossier: Dossier) -> [Readiness.Problem] {
    var found = Set(question.rules.flatMap { byRule[$0] ?? [] })
    for target in counted {
      guard case .entry(let position) = target else { continue }
      found.formUnion(
        (bySubject[.entry(position)] ?? []).filter { i in
          all[i].diagnostic.severity == .error || ReadinessTopic.everywhere.contains(all[i].diagnostic.rule)
        })
    }
    for position in question.kinds.flatMap({ Array(dossier.positions(of: $0)) }) where dossier.entries[position].record == nil {
      found.formUnion((bySubject[.entry(position)] ?? []).filter { all[$0].diagnostic.severity == .error })
    }
    return found.sorted().map { all[$0] }
  }
}
