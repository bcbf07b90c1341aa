import DossierAssessment
import DossierRecords
import DossierText

/// The items that need attention, the most urgent first. Open errors come first, then facts such as stale approvals. Each item
/// has one line with its owner.
struct AttentionList: ViewModel {
  let rows: [Row]
  let asOf: String
  /// The sentence that is shown if nothing needs attention. The sentence states only what the records can show.
  let calm: String
  /// The link to the complete list. Nil if all items are shown.
  let all: TextLink?

  static let view = View<AttentionList>(
    .text("as_of", \.asOf), .text("calm", \.calm), .list("rows", \.rows), .flag("has_rows", { !$0.rows.isEmpty }),
    .scope("all", \.all))

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

  /// The maximum number of items in the list on the home page.
  static let most = 7

  init(_ linker: Linker, limit: Int? = nil) {
    asOf = Wording.long(linker.site.asOf)
    calm = AttentionList.calm(linker.site)
    let items = linker.site.facts.attention.items
    let errors = AttentionList.errors(linker.site, items)
    let shown = limit ?? errors.count + items.count
    rows =
      errors.prefix(shown).map { AttentionList.row(linker, error: $0) }
      + items.prefix(max(0, shown - errors.count)).map { AttentionList.row(linker, $0) }
    all =
      errors.count + items.count > rows.count
      ? TextLink(title: "All items that need attention", href: linker.href(RouteTable.attention), note: nil) : nil
  }

  private static func calm(_ site: Site) -> String {
    let (facts, figures) = (site.facts, site.figures)
    func has(_ name: FigureName) -> Bool { figures.count(name) > 0 }
    let hasActions =
      !facts.records(CorrectiveAction.self).isEmpty
      || facts.records(ManagementReview.self).contains { !$0.record.actions.isEmpty }
    let hasReadings = facts.records(Metric.self).contains {
      facts.metric(at: $0.position).map { $0.hasLimits && !$0.groups.isEmpty } ?? false
    }
    let clauses: [(isMeant: Bool, words: String)] = [
      (true, "there is no error"), (has(.allApprovals), "no approval is stale"),
      (has(.risks(.all)) && facts.appetite.acceptable != nil, "no risk lacks a required acceptance"),
      (has(.statement(.freshEvidence)), "each implemented control with evidence has fresh evidence"),
      (hasReadings, "no metric is at a limit"), (hasActions, "no action is overdue"),
      (has(.reviews(.all)), "no review is overdue"),
    ]
    let words = clauses.filter(\.isMeant).map(\.words)
    guard let last = words.last, words.count > 1 else { return words.joined() }
    return words.dropLast().joined(separator: ", ") + (words.count > 2 ? ", and " : " and ") + last
  }

  /// The number of items on the complete list.
  static func count(_ site: Site) -> Int {
    let items = site.facts.attention.items
    return errors(site, items).count + items.count
  }

  /// The positions of the open errors. An error is left out if `items` already reports the same fact about the same record.
  private static func errors(_ site: Site, _ items: [Attention.Item]) -> [Int] {
    let listed = Set(items.map { subject($0, site) })
    return site.findings.all.indices.filter { i in
      let diagnostic = site.findings.all[i]
      guard diagnostic.severity == .error else { return false }
      guard repeated.contains(diagnostic.rule.name), case .entry(let position)? = site.findings.subjects[i] else { return true }
      return !listed.contains(position)
    }
  }

  /// The rules that report the same facts as the items of the list.
  private static let repeated: Set = [
    "acceptance-expired", "acceptance-outgrown", "acceptance-without-authority", "action-overdue", "approval-stale",
    "evidence-period-lapsed", "evidence-stale", "metric-at-warning", "metric-in-breach", "never-reviewed", "review-overdue",
    "risk-above-tolerable", "risk-unaccepted", "target-passed",
  ]

  private static func subject(_ item: Attention.Item, _ site: Site) -> Int? {
    switch item {
    case .staleApproval(let cause): cause.position
    case .intolerableRisk(let position), .acceptance(let position), .metric(let position, _), .review(let position),
      .target(let position, _):
      position
    case .action(let action): action.position
    case .staleEvidence(let row): site.statement.rows[row].implementation
    }
  }

  private static func row(_ linker: Linker, error i: Int) -> Row {
    let (site, diagnostic) = (linker.site, linker.site.findings.all[i])
    let isWithheld = site.withheld.contains(diagnostic.primary.path)
    let words = isWithheld ? "an issue in a file whose text this edition does not show" : diagnostic.headline
    guard case .entry(let position)? = site.findings.subjects[i] else {
      return Row(
        tone: .poor, link: HTML.build { $0.element("code", "path", diagnostic.primary.path.description) }, words: words,
        owner: nil)
    }
    let owner = site.dossier.entries[position].field("owner").map { FieldHTML(linker, position).cell($0.content) }
    return Row(tone: .poor, link: linker.entry(position), words: words, owner: owner)
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
    case .action(let action):
      let subject = action.index == nil ? "the action" : "an action of the review"
      return row(action.position, "\(subject) was due on \(Wording.long(action.due)) and is not done")
    case .target(let line, let target):
      return row(line, "the target date \(Wording.long(target)) has passed, and the control is not implemented")
    case .review(let position):
      let review = facts.reviews.review(of: position)
      guard let review, let due = review.due else { return row(position, "never reviewed") }
      let day = Wording.long(due)
      return row(
        position,
        review.status == .neverReviewed ? "never reviewed; the first review was due on \(day)" : "the review was due on \(day)")
    }
  }

  /// The tone of an item. A metric at its warning limit, a passed target date and an overdue review are less urgent than the
  /// other items.
  private static func tone(of item: Attention.Item) -> Tone {
    switch item {
    case .staleApproval, .intolerableRisk, .acceptance, .staleEvidence, .metric(_, .fail), .action: .poor
    case .metric(_, .warn), .target, .review: .fair
    }
  }

  private static func acceptance(_ site: Site, _ position: Int) -> String {
    guard let state = site.facts.risk(at: position) else { return "not accepted" }
    return switch state.acceptance {
    case .expired(let until): "the acceptance ended on \(Wording.long(until)); the score is \(state.score)"
    case .outgrown(let accepted): "accepted at a score of \(accepted); the score is now \(state.score)"
    case .unauthorised(let reason): "the acceptance does not count: \(RiskWords.words(reason))"
    case .notYet(let date): "a score of \(state.score); the acceptance is dated \(Wording.long(date))"
    case .missing, .valid: "a score of \(state.score) is above \(site.facts.appetite.acceptable ?? 0) and not accepted"
    }
  }
}
