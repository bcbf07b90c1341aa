import DossierAssessment
import DossierRecords
import DossierText

/// The readiness report for a terminal.
struct ReadinessText {
  let readiness: Readiness
  let dossier: Dossier

  var text: String {
    var lines = ["readiness as of \(readiness.asOf): \(ReadinessText.sum { readiness.count($0) })"]
    lines.append("based on the records and the rules only; an auditor decides whether the system conforms to the standard")
    for list in readiness.lists {
      lines += ["", "\(list.title): \(list.count(.completeEvidence)) of \(list.answers.count) have complete evidence"]
      for answer in list.answers { lines += [""] + shown(answer) }
    }
    if readiness.elsewhere > 0 {
      let others = readiness.elsewhere == 1 ? "1 error or warning does" : "\(readiness.elsewhere) errors and warnings do"
      lines += ["", "\(others) not concern any of these questions: see `dossier check`"]
    }
    return TerminalLines.joined(lines)
  }

  private static func sum(_ count: (Readiness.State) -> Int) -> String {
    let total = Readiness.State.allCases.reduce(0) { $0 + count($1) }
    let rest = Readiness.State.allCases.filter { $0 != .completeEvidence && count($0) > 0 }.map { state in
      let number = count(state)
      let verb = state == .issuesToFix ? (number == 1 ? "has" : "have") : (number == 1 ? "is" : "are")
      return "\(number) \(verb) \(state.rawValue)"
    }
    return (["\(count(.completeEvidence)) of \(total) questions have complete evidence"] + rest).joined(separator: ", ")
  }

  private func shown(_ answer: Readiness.Answer) -> [String] {
    var lines = ["\(answer.state.rawValue.padded(to: 23))  \(answer.question)"]
    lines.append("  \(answer.id), requirements: \(answer.clauses.joined(separator: ", "))")
    for count in answer.counts {
      let remarks = [count.requirement, count.state == .completeEvidence ? nil : count.state.rawValue].compactMap(\.self)
      lines.append("  - \(count.sentence)" + (remarks.isEmpty ? "" : " (\(remarks.joined(separator: "; ")))"))
      if !count.evidence.isEmpty { lines.append("      records: \(names(count.evidence))") }
      guard count.state != .completeEvidence else { continue }
      if !count.lacking.isEmpty { lines.append("      lacking: \(names(count.lacking))") }
      lines += count.lacking.prefix(9).compactMap { target in
        count.reasons[target].map { "      = why: \(names([target])): \($0)" }
      }
      if count.state != .coveredByException { lines.append("      = next: \(count.next)") }
    }
    lines += answer.doubts.map { "  not evaluated: \($0)" }
    for problem in answer.open + answer.suppressed + answer.notes { lines += diagnosed(problem) }
    return lines
  }

  private func diagnosed(_ problem: Readiness.Problem) -> [String] {
    let diagnostic = problem.diagnostic
    let reason = problem.reason.map { ", \($0.described)" } ?? ""
    let line = "  \(diagnostic.severity.rawValue): \(diagnostic.headline) [\(diagnostic.rule)]\(reason)"
    return [line] + (diagnostic.help.map { ["      = next: \($0)"] } ?? [])
  }

  private func names(_ targets: [ReferenceGraph.Target]) -> String {
    let names = targets.compactMap { ReadinessJSON.name(of: $0, dossier) }
    return names.count > 9
      ? "\(names.prefix(8).joined(separator: ", ")) and \(names.count - 8) more" : names.joined(separator: ", ")
  }
}
