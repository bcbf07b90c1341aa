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

  /// The first `limit` items.
  init(_ linker: Linker, limit: Int) {
    let items = linker.site.facts.attention.items
    self.init(linker, AttentionList.errors(linker.site, items), items, limit: limit)
  }

  /// A complete list for each group that has items, in the order of the groups.
  static func groups(_ linker: Linker) -> [(group: AttentionGroup, list: AttentionList)] {
    let items = linker.site.facts.attention.items
    let byGroup = Dictionary(grouping: items, by: AttentionGroup.init)
    return AttentionGroup.allCases.compactMap { group in
      let list = AttentionList(
        linker, group == .errors ? errors(linker.site, items) : [], byGroup[group] ?? [], limit: .max)
      return list.rows.isEmpty ? nil : (group, list)
    }
  }

  private init(_ linker: Linker, _ errors: [Int], _ items: [Attention.Item], limit: Int) {
    asOf = Wording.long(linker.site.asOf)
    calm = AttentionList.calm(linker.site)
    rows =
      errors.prefix(limit).map { AttentionList.row(linker, error: $0) }
      + items.prefix(max(0, limit - errors.count)).map { AttentionList.row(linker, $0) }
    all =
      errors.count + items.count > rows.count
      ? TextLink(title: Titles.allAttention, href: linker.href(RouteTable.attention), note: nil) : nil
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
      (true, AttentionWords.noError), (has(.allApprovals), AttentionWords.noStaleApproval),
      (has(.risks(.all)) && facts.appetite.acceptable != nil, AttentionWords.noMissingAcceptance),
      (has(.statement(.freshEvidence)), AttentionWords.freshEvidence),
      (hasReadings, AttentionWords.noMetric), (hasActions, AttentionWords.noAction),
      (has(.reviews(.all)), AttentionWords.noReview),
    ]
    return SiteWords.list(clauses.filter(\.isMeant).map(\.words))
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
    let words = isWithheld ? SiteWords.withheld : diagnostic.headline
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
      return row(position, AttentionWords.intolerable(score: score, limit: facts.appetite.tolerable ?? 0))
    case .acceptance(let position):
      return row(
        position, AttentionWords.acceptance(facts.risk(at: position), limit: facts.appetite.acceptable ?? 0))
    case .staleEvidence(let index):
      let evidence = site.statement.rows[index]
      return Row(
        tone: tone, link: HTML.build { linker.writeItem(evidence.catalogue, evidence.item, isShort: false, &$0) },
        words: AttentionWords.staleEvidence,
        owner: evidence.implementation.flatMap { line in
          site.dossier.entries[line].field("owner").map { FieldHTML(linker, line).cell($0.content) }
        })
    case .metric(let position, let level):
      guard let breach = facts.metric(at: position)?.breach else { return row(position, AttentionWords.reachesLimit) }
      return row(position, AttentionWords.breach(breach, isFailure: level == .fail))
    case .action(let action):
      let due = Wording.long(action.due)
      return row(action.position, AttentionWords.action(isOfReview: action.index != nil, due: due))
    case .target(let line, let target):
      return row(line, AttentionWords.target(Wording.long(target)))
    case .review(let position):
      let review = facts.reviews.review(of: position)
      guard let review, let due = review.due else { return row(position, AttentionWords.neverReviewed) }
      return row(position, AttentionWords.review(review.status, due: Wording.long(due)))
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
}
