import DossierAssessment
import DossierRecords
import DossierText

/// The page of all approvals: who approved which record, the status of the approval, and the reason for the status.
struct ApprovalsPage: ViewModel {
  let frame: Frame
  let asOf: String
  let history: String?
  let sums: [Sum]
  let stale: [StaleRow]
  /// A sentence with the number of records that must have a valid approval but have none. Nil if the number is 0.
  let missing: FigureSentence?
  let groups: [Group]

  static let view = View<ApprovalsPage>(
    .scope("frame", \.frame), .text("as_of", \.asOf), .optional("history", \.history), .list("sums", \.sums),
    .list("stale", \.stale), .scope("missing", \.missing), .flag("has_stale", { !$0.stale.isEmpty }), .list("groups", \.groups),
    .flag("has_groups", { !$0.groups.isEmpty }))

  /// The number of approvals in one state.
  struct Sum: ViewModel {
    let state: String
    let figure: FigureValue
    let total: FigureValue
    let meaning: String
    static let view = View<Sum>(
      .text("state", \.state), .scope("figure", \.figure), .scope("total", \.total), .text("meaning", \.meaning))
  }

  /// A record that was changed after its approval, with the records that depend on it.
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

  /// One approval.
  struct Row: ViewModel {
    let link: HTML
    let by: HTML
    let date: String
    /// The date of the commit that added the approval. Nil if this commit was not found in git.
    let recorded: String?
    let state: HTML
    let note: String?
    static let view = View<Row>(
      .html("link", \.link), .html("by", \.by), .text("date", \.date), .optional("recorded", \.recorded), .html("state", \.state),
      .optional("note", \.note))
  }

  init(_ site: Site, _ route: Route) {
    let standings = site.facts.approvals
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: Titles.approvals, section: nil)
    asOf = Wording.long(site.asOf)
    history = ApprovalWords.history(site.dossier.history.extent)
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
        dependants: dependants.isEmpty ? RecordFacts.missing(SiteWords.none) : linker.short(dependants))
    }
    let unapproved = FigureName.unapprovedRecords
    missing =
      site.figures.count(unapproved) == 0
      ? nil
      : FigureSentence(linker, ApprovalWords.unapproved(site.figures))
    var groups: [Group] = []
    for kind in site.dossier.kinds {
      let rows = all.filter { site.dossier.entries[$0.position].kind.name == kind.name }.map { found in
        let role = site.dossier.position(of: found.approval.by.id)
        return Row(
          link: linker.entry(found.position),
          by: role.map { i in HTML.build { linker.writeShort(i, &$0) } } ?? HTML.build { $0.text(found.approval.by.id) },
          date: found.approval.date.description,
          recorded: site.dossier.recordedInGit(site.dossier.entries[found.position], approval: found.index)?.description,
          state: ApprovalsPage.state(found.state), note: found.approval.note)
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

  /// The state of an approval as a badge, with the reason.
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
