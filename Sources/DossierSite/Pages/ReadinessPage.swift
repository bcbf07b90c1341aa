import DossierAssessment
import DossierRecords
import DossierText

/// What there is to show for the checklists and for an auditor's questions: counts with their records, and what is missing.
struct ReadinessPage: ViewModel {
  let frame: Frame
  let asOf: String
  let summary: [StateCount]
  let contents: [ContentsEntry]
  let lists: [ListView]
  let elsewhere: TextLink?

  static let view = View<ReadinessPage>(
    .scope("frame", \.frame), .text("as_of", \.asOf), .list("summary", \.summary), .list("contents", \.contents),
    .list("lists", \.lists), .scope("elsewhere", \.elsewhere))

  /// How many questions are in a state.
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
    let sum: String
    let answers: [ReadinessAnswerView]
    static let view = View<ListView>(
      .text("id", \.id), .text("title", \.title), .html("lead", \.lead), .text("sum", \.sum), .list("answers", \.answers))
  }

  init(_ site: Site, _ route: Route, _ readiness: Readiness) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: "Readiness", section: .readiness)
    asOf = Wording.long(readiness.asOf)
    summary = Readiness.State.allCases.map {
      StateCount(
        figure: FigureValue(linker, .questions($0)), total: FigureValue(linker, .allQuestions), state: $0.rawValue,
        meaning: ReadinessPage.meaning(of: $0))
    }
    var lines = SourceLines(site)
    var lists: [ListView] = []
    for list in readiness.lists {
      var answers: [ReadinessAnswerView] = []
      for answer in list.answers { answers.append(ReadinessAnswerView(linker, answer, &lines)) }
      lists.append(
        ListView(
          id: list.id, title: list.title, lead: HTML.build { $0.withCode(list.lead) },
          sum: "\(list.count(.shown)) of \(Wording.count(list.answers.count, "question")) shown", answers: answers))
    }
    self.lists = lists
    contents = readiness.lists.map {
      ContentsEntry(title: $0.title, href: Href(fragment: $0.id), level: "level-1")
    }
    elsewhere =
      readiness.elsewhere == 0
      ? nil
      : TextLink(
        title: "\(Wording.count(readiness.elsewhere, "error or warning", "errors and warnings")) of other records",
        href: linker.href(RouteTable.openPoints), note: nil)
  }

  static func meaning(of state: Readiness.State) -> String {
    switch state {
    case .shown: "records answer each part, and the rules behind it have no error or warning"
    case .setAside: "records answer each part; what the rules say has been excepted or is known from the baseline"
    case .notJudged: "a rule behind it is switched off, or there is nothing to hold it against"
    case .openPoints: "records answer it in part, or a rule behind it has an error or warning"
    case .missing: "for at least one part there is no record that counts"
    }
  }

  static func tone(of state: Readiness.State) -> Tone {
    switch state {
    case .shown: .good
    case .setAside, .openPoints: .fair
    case .notJudged: .plain
    case .missing: .poor
    }
  }
}
