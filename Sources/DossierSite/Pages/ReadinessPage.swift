import DossierAssessment
import DossierRecords
import DossierText

/// The page that shows the evidence on file for the checklists and for an auditor's questions: counts, records and gaps.
struct ReadinessPage: ViewModel {
  let frame: Frame
  let asOf: String
  let summary: [StateCount]
  let contents: [ContentsEntry]
  let lists: [ListView]
  /// States how many errors and warnings belong to no question. Nil if every error and warning belongs to a question.
  let elsewhere: FigureSentence?

  static let view = View<ReadinessPage>(
    .scope("frame", \.frame), .text("as_of", \.asOf), .list("summary", \.summary), .list("contents", \.contents),
    .list("lists", \.lists), .scope("elsewhere", \.elsewhere))

  /// The number of questions in one state.
  struct StateCount: ViewModel {
    let figure: FigureValue
    let total: FigureValue
    let state: String
    let meaning: String
    static let view = View<StateCount>(
      .scope("figure", \.figure), .scope("total", \.total), .text("state", \.state), .text("meaning", \.meaning))
  }

  /// One list of questions.
  struct ListView: ViewModel {
    let id: String
    let title: String
    let lead: HTML
    let sum: FigureSentence
    let answers: [ReadinessAnswerView]
    static let view = View<ListView>(
      .text("id", \.id), .text("title", \.title), .html("lead", \.lead), .scope("sum", \.sum), .list("answers", \.answers))
  }

  init(_ site: Site, _ route: Route, _ readiness: Readiness) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: Titles.readiness, section: .readiness)
    asOf = Wording.long(readiness.asOf)
    summary = Readiness.State.allCases.map {
      StateCount(
        figure: FigureValue(linker, .questions($0)), total: FigureValue(linker, .allQuestions), state: $0.rawValue,
        meaning: ReadinessWords.meaning(of: $0))
    }
    var lines = SourceLines(site)
    var lists: [ListView] = []
    for list in readiness.lists {
      var answers: [ReadinessAnswerView] = []
      for answer in list.answers { answers.append(ReadinessAnswerView(linker, answer, &lines)) }
      lists.append(
        ListView(
          id: list.id, title: list.title, lead: HTML.build { $0.withCode(list.lead) },
          sum: FigureSentence(linker, ReadinessWords.sum(list, site.figures)),
          answers: answers))
    }
    self.lists = lists
    contents = readiness.lists.map {
      ContentsEntry(title: $0.title, href: Href(fragment: $0.id), level: "level-1")
    }
    elsewhere =
      readiness.elsewhere == 0
      ? nil
      : FigureSentence(linker, ReadinessWords.elsewhere(site.figures))
  }

  static func tone(of state: Readiness.State) -> Tone {
    switch state {
    case .completeEvidence: .good
    case .coveredByException, .issuesToFix: .fair
    case .notEvaluated: .plain
    case .missing: .poor
    }
  }
}
