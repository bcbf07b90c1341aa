import DossierAssessment
import DossierRecords
import DossierText

/// The items that need attention, the most urgent first. Each item has one line with its owner.
struct AttentionList: ViewModel {
  let rows: [Row]
  let asOf: String
  /// The link to the complete list. Nil if all items are shown.
  let all: TextLink?

  static let view = View<AttentionList>(
    .text("as_of", \.asOf), .list("rows", \.rows), .flag("has_rows", { !$0.rows.isEmpty }), .scope("all", \.all))

  /// One item that needs attention.
  struct Row: ViewModel {
    let tone: Tone
    let link: HTML
    let words: String
    let owner: HTML?
    static let view = View<Row>(
      .text("tone", \.tone.rawValue), .html("link", \.link), .text("words", \.words),
      .scope("owner", { $0.owner.map(DiagnosticView.Wrapped.init) }))
  }

  /// The maximum number of lines on the home page.
  static let most = 7

  init(_ linker: Linker, limit: Int? = nil) {
    asOf = Wording.long(linker.site.asOf)
    let items = linker.site.facts.attention.items
    rows = items.prefix(limit ?? items.count).map { AttentionList.row(linker, $0) }
    all =
      items.count > rows.count
      ? TextLink(title: "All items that need attention", href: linker.href(RouteTable.attention), note: nil) : nil
  }

  private static func row(_ linker: Linker, _ item: Attention.Item) -> Row {
    let (site, facts) = (linker.site, linker.site.facts)
    let tone = AttentionList.tone(of: item)
    func row(_ position: Int, _ words: String) -> Row {
      let owner = site.dossier.entries[position].field("owner").map { FieldHTML(linker, position).cell($0.content) }
      return Row(tone: tone, link: linker.entry(position), words: words, owner: owner)
    }
    switch item {
    case .staleApproval(let cause):
      let verdict = StaleApprovalWords.verdict(site, cause)
      return row(
        cause.position,
        "\(StaleApprovalWords.clause(site, cause)); \(verdict.prefix(1).lowercased())\(verdict.dropFirst())")
    case .intolerableRisk(let position):
      let score = facts.risk(at: position)?.score ?? 0
      return row(
        position, "a score of \(score) is above \(facts.appetite.tolerable ?? 0), the highest score that may be accepted")
    case .acceptance(let position): return row(position, acceptance(site, position))
    case .staleEvidence(let index):
      let evidence = site.statement.rows[index]
      return Row(
        tone: tone, link: HTML.build { linker.writeItem(evidence.catalogue, evidence.item, isShort: false, &$0) },
        words: "the control is implemented, but none of its evidence is fresh",
        owner: evidence.implementation.flatMap { line in
          site.dossier.entries[line].field("owner").map { FieldHTML(linker, line).cell($0.content) }
        })
    case .metric(let position, let level):
      guard let breach = facts.metric(at: position)?.breach else { return row(position, "reaches a limit") }
      let group = breach.reading.group.map { " for \($0)" } ?? ""
      let limit = level == .fail ? "the failure limit" : "the warning limit"
      return row(
        position, "\(breach.reading.text)\(group) on \(Wording.long(breach.reading.date)) reaches \(limit) of \(breach.limit)")
    case .review(let position):
      let review = facts.reviews.review(of: position)
      return row(position, review?.due.map { "the review was due on \(Wording.long($0))" } ?? "never reviewed")
    }
  }

  /// A warning and an overdue review are less urgent than the others.
  private static func tone(of item: Attention.Item) -> Tone {
    switch item {
    case .staleApproval, .intolerableRisk, .acceptance, .staleEvidence, .metric(_, .fail): .poor
    case .metric(_, .warn), .review: .fair
    }
  }

  private static func acceptance(_ site: Site, _ position: Int) -> String {
    guard let state = site.facts.risk(at: position) else { return "not accepted" }
    return switch state.acceptance {
    case .expired(let until): "the acceptance ended on \(Wording.long(until)); the score is \(state.score)"
    case .outgrown(let accepted): "accepted at a score of \(accepted); the score is now \(state.score)"
    case .notYet(let date): "a score of \(state.score); the acceptance is dated \(Wording.long(date))"
    case .missing, .valid: "a score of \(state.score) is above \(site.facts.appetite.acceptable ?? 0) and not accepted"
    }
  }
}
