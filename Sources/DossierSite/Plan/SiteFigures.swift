import DossierAssessment
import DossierRecords
import DossierText

/// The figures that only a site has: the numbers of diagnostics, and the questions of the readiness page by state.
enum SiteFigures {
  static func all(_ findings: Findings, _ readiness: Readiness?, _ dossier: Dossier) -> [Figure] {
    func records(with severity: Severity) -> Set<Int> {
      Set(findings.ofEntry.filter { $0.value.contains { findings.all[$0].severity == severity } }.keys)
    }
    let (errors, warnings) = (records(with: .error), records(with: .warning))
    let diagnostics =
      Severity.allCases.map { Figure(.diagnostics($0), count: findings.count($0)) } + [
        Figure(.suppressed, count: findings.suppressed.count),
        Figure(.recordsWithError, records: errors.sorted()), Figure(.recordsWithWarning, records: warnings.sorted()),
        Figure(
          .recordsWithout, records: dossier.entries.indices.filter { !errors.contains($0) && !warnings.contains($0) }),
      ]
    guard let readiness else { return diagnostics }
    let questions = readiness.lists.flatMap(\.answers)
    let lists = readiness.lists.flatMap { list in
      [
        Figure(.listQuestions(list.id), list.answers.map { .question($0.id) }),
        Figure(.listComplete(list.id), list.answers.filter { $0.state == .completeEvidence }.map { .question($0.id) }),
      ]
    }
    return diagnostics + lists
      + [
        Figure(.withoutQuestion, count: readiness.elsewhere), Figure(.allQuestions, questions.map { .question($0.id) }),
      ]
      + Readiness.State.allCases.map { state in
        Figure(.questions(state), questions.filter { $0.state == state }.map { .question($0.id) })
      }
  }

  /// The names of those figures of `all` that list their members. The routes of the member pages need the names before the
  /// figures are counted.
  static func names(_ readiness: Readiness?) -> [FigureName] {
    [.recordsWithError, .recordsWithWarning, .recordsWithout]
      + (readiness == nil ? [] : [.allQuestions] + Readiness.State.allCases.map { .questions($0) })
      + (readiness?.lists.flatMap { [.listQuestions($0.id), .listComplete($0.id)] } ?? [])
  }

  /// `figures.json`: every figure with its members.
  static func json(_ site: Site) -> [UInt8] {
    let figures = site.figures.all.map { figure in
      JSON.Member(
        figure.id,
        .object([
          "count": .integer(figure.count), "members": .array(figure.members.map { .string($0.id(in: site.dossier)) }),
        ]))
    }
    let whole = JSON.object([
      "figures-format": .integer(1), "as_of": .string(site.asOf.description), "figures": .object(figures),
    ])
    return Array((whole.pretty() + "\n").utf8)
  }
}

extension FigureName {
  /// Whether the figure has its own page of members.
  func hasOwnPage(withReadiness: Bool) -> Bool {
    switch self {
    case .records, .referring, .diagnostics, .suppressed, .withoutQuestion: false
    case .need, .needTotal: withReadiness
    default: true
    }
  }

  /// Whether the page of all figures lists the figure. A figure of one item or of one matrix cell is shown only beside that item
  /// or cell.
  var isListed: Bool {
    switch self {
    case .covering, .referring, .riskCell: false
    default: true
    }
  }
}
