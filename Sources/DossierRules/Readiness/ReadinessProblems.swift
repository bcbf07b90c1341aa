import DossierAssessment
import DossierRecords
import DossierText

/// What was said of a workspace, by rule and by what it is about.
struct ReadinessProblems {
  let all: [Readiness.Problem]
  private var byRule: [RuleID: [Int]] = [:]
  private var bySubject: [ReferenceGraph.Origin: [Int]] = [:]
  /// Rules that are warnings or errors of their own, whatever a level has made of them.
  private let lowered: Set<RuleID>

  init(_ said: [(diagnostic: Diagnostic, reason: Suppressed.Reason?)], _ dossier: Dossier, _ judged: Judged) {
    let subjects = dossier.subjects(of: said.map(\.diagnostic.primary))
    all = zip(said, subjects).map { Readiness.Problem($0.diagnostic, $1, $0.reason) }
    for (i, problem) in all.enumerated() {
      byRule[problem.diagnostic.rule, default: []].append(i)
      if let subject = problem.subject { bySubject[subject, default: []].append(i) }
    }
    lowered = Set(judged.changes.filter { $0.from > .note }.map(\.rule))
  }

  /// Whether it stands in the way. A warning that a level has made a note is still true.
  func isWeighty(_ problem: Readiness.Problem) -> Bool {
    problem.diagnostic.severity > .note || lowered.contains(problem.diagnostic.rule)
  }

  /// What speaks of a question, in order: what its rules say, what concerns the records that were counted for it, and errors of records
  /// that could not be read and might have been.
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
