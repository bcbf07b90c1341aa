import DossierAssessment
import DossierRecords
import DossierText

/// Every approval of the dossier: who approved what, how it stands and why.
struct ApprovalsPage: ViewModel {
  let frame: Frame
  let asOf: String
  let history: String?
  let sums: [Sum]
  let stale: [StaleRow]
  let groups: [Group]

  static let view = View<ApprovalsPage>(
    .scope("frame", \.frame), .text("as_of", \.asOf), .optional("history", \.history), .list("sums", \.sums),
    .list("stale", \.stale), .flag("has_stale", { !$0.stale.isEmpty }), .list("groups", \.groups),
    .flag("has_groups", { !$0.groups.isEmpty }))

  /// How many approvals are in a state.
  struct Sum: ViewModel {
    let state: String
    let figure: FigureValue
    let total: FigureValue
    let meaning: String
    static let view = View<Sum>(
      .text("state", \.state), .scope("figure", \.figure), .scope("total", \.total), .text("meaning", \.meaning))
  }

  /// A record that was changed after it was approved, with what rests on it.
  struct StaleRow: ViewModel {
    let link: HTML
    let words: String
    let dependants: HTML
    static let view = View<StaleRow>(.html("link", \.link), .text("words", \.words), .html("dependants", \.dependants))
  }

  /// The approvals of the records of one kind.
  struct Group: ViewModel {
    let title: String
    let rows: [Row]
    static let view = View<Group>(.text("title", \.title), .list("rows", \.rows))
  }

  struct Row: ViewModel {
    let link: HTML
    let by: HTML
    let date: String
    /// The date of the commit that introduced it, where git knows it.
    let recorded: String?
    let state: HTML
    static let view = View<Row>(
      .html("link", \.link), .html("by", \.by), .text("date", \.date), .optional("recorded", \.recorded), .html("state", \.state))
  }

  init(_ site: Site, _ route: Route) {
    let standings = site.facts.approvals
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: "Approvals", section: nil)
    asOf = Wording.long(site.asOf)
    history =
      switch site.dossier.history.extent {
      case .unread: "Git was not asked when this site was made, so no signature was looked for."
      case .none: site.dossier.history.extent.remark.map { "\($0) No signature was looked for." }
      case .shallow: site.dossier.history.extent.remark.map { "\($0) Older commits prove nothing here." }
      case .damaged: site.dossier.history.extent.remark.map { "\($0) No commit proves anything here." }
      case .whole: nil
      }
    let all = ApprovalsPage.all(site)
    sums = ApprovalStatus.Kind.allCases.map { kind in
      Sum(
        state: kind.rawValue, figure: FigureValue(linker, .approvals(kind)), total: FigureValue(linker, .allApprovals),
        meaning: kind.meaning)
    }
    stale = standings.stale.map { cause in
      let dependants = standings.dependents(of: cause).map(\.position)
      return StaleRow(
        link: linker.entry(cause.position), words: StaleApprovalWords.sentences(site, cause),
        dependants: dependants.isEmpty ? RecordFacts.missing("nothing") : linker.short(dependants))
    }
    var groups: [Group] = []
    for kind in site.dossier.kinds {
      let rows = all.filter { site.dossier.entries[$0.position].kind.name == kind.name }.map { found in
        let role = site.dossier.position(of: found.approval.by.id)
        return Row(
          link: linker.entry(found.position),
          by: role.map { i in HTML.build { linker.writeShort(i, &$0) } } ?? HTML.build { $0.text(found.approval.by.id) },
          date: found.approval.date.description,
          recorded: site.dossier.recordedInGit(site.dossier.entries[found.position], approval: found.index)?.description,
          state: ApprovalsPage.state(found.state))
      }
      if !rows.isEmpty { groups.append(Group(title: kind.plural, rows: rows)) }
    }
    self.groups = groups
  }

  private typealias Found = (position: Int, index: Int, approval: Approval, state: ApprovalStatus)

  private static func all(_ site: Site) -> [Found] {
    site.dossier.entries.enumerated().flatMap { i, entry in
      zip(entry.head?.approvals ?? [], site.facts.approvals.statuses(of: i)).enumerated().map { (i, $0, $1.0, $1.1) }
    }
  }

  /// "3 of 12 proved, 7 asserted, 2 stale": the same counts as on the page.
  static func summary(_ site: Site) -> FigureText {
    let proved: FigureText = "\(FigureName.approvals(.proved)) of \(FigureName.allApprovals) proved"
    let others = ApprovalStatus.Kind.allCases.filter { $0 != .proved }.map { (FigureName.approvals($0), $0.rawValue) }
    return [proved, site.figures.listed(others)].compactMap(\.self).joined(", ")
  }

  /// The word, and why.
  static func state(_ state: ApprovalStatus) -> HTML {
    HTML.build { out in
      let tone =
        switch state.kind {
        case .proved: "good"
        case .asserted: "fair"
        case .stale, .lapsed: "poor"
        case .superseded, .notYet: "plain"
        }
      out.element("span", "badge \(tone)", state.kind.rawValue)
      out.put(" ")
      out.element("span", "note", state.reason)
    }
  }
}
