import DossierAssessment
import DossierRecords
import DossierText

/// The Statement of Applicability: every control of the default catalogue, computed from the records.
struct StatementPage: ViewModel {
  let frame: Frame
  let organisation: String
  let asOf: String
  let home: Href
  /// The scope of the management system, for a printed copy. Nil if `dossier.yaml` states no scope.
  let scope: HTML?
  let counts: [Count]
  let caption: FigureSentence
  let areas: [Area]

  static let view = View<StatementPage>(
    .scope("frame", \.frame), .text("organisation", \.organisation), .text("as_of", \.asOf), .link("home", \.home),
    .scope("scope", { $0.scope.map(DiagnosticView.Wrapped.init) }),
    .list("counts", \.counts), .scope("caption", \.caption), .list("areas", \.areas), .flag("has_rows", { !$0.areas.isEmpty }))

  /// A number at the top of the page: the number of controls that have the property `label`, out of `total`.
  struct Count: ViewModel {
    let figure: FigureValue
    let total: FigureValue
    let label: String
    static let view = View<Count>(.scope("figure", \.figure), .scope("total", \.total), .text("label", \.label))
  }

  /// The controls of one area.
  struct Area: ViewModel {
    let title: String
    let rows: [StatementRow]
    static let view = View<Area>(.text("title", \.title), .list("rows", \.rows))
  }

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: StatementWords.title, section: .statement, isWide: true)
    organisation = site.organisation
    asOf = Wording.long(site.asOf)
    home = linker.href(RouteTable.home)
    scope = linker.scope
    let rows = site.statement.rows
    counts = StatementWords.counts.map { part, total, word in
      Count(figure: FigureValue(linker, .statement(part)), total: FigureValue(linker, .statement(total)), label: word)
    }
    caption = FigureSentence(linker, StatementWords.caption(site))
    var areas: [Area] = []
    var open: (String, [StatementRow])?
    for row in rows {
      let items = site.dossier.catalogues[row.catalogue].items
      let parent = items[row.item].parent.flatMap { site.dossier.catalogues[row.catalogue].item($0) }
      let title = parent.map { "\($0.id) \($0.title)" } ?? StatementWords.area
      if let (name, rows) = open, name != title {
        areas.append(Area(title: name, rows: rows))
        open = nil
      }
      open = (title, (open?.1 ?? []) + [StatementRow(linker, row)])
    }
    if let (name, rows) = open { areas.append(Area(title: name, rows: rows)) }
    self.areas = areas
  }
}

/// One line of the Statement of Applicability.
struct StatementRow: ViewModel {
  let id: String
  let title: String
  let href: Href
  let record: HTML?
  let applicable: HTML
  let justification: String
  let drivers: String?
  let implementation: HTML
  let owner: HTML
  let risks: HTML
  let documents: HTML
  let evidence: HTML
  let systems: HTML
  let responsibility: HTML
  let isDecided: Bool
  /// Records that refer to the control but do not count yet, for example drafts. Nil if there are no such records.
  let pending: HTML?
  /// Records that refer to the control but no longer count, for example retired records. Nil if there are no such records.
  let former: HTML?

  static let view = View<StatementRow>(
    .text("id", \.id), .text("anchor", { Slug.make($0.id) }), .text("title", \.title), .link("href", \.href),
    .scope("record", { $0.record.map(DiagnosticView.Wrapped.init) }), .html("applicable", \.applicable),
    .text("justification", \.justification), .optional("drivers", \.drivers), .html("implementation", \.implementation),
    .html("owner", \.owner), .html("risks", \.risks), .html("documents", \.documents), .html("evidence", \.evidence),
    .html("systems", \.systems), .html("responsibility", \.responsibility), .flag("is_decided", \.isDecided),
    .scope("pending", { $0.pending.map(DiagnosticView.Wrapped.init) }),
    .scope("former", { $0.former.map(DiagnosticView.Wrapped.init) }))

  init(_ linker: Linker, _ row: StatementOfApplicability.Row) {
    let site = linker.site
    let item = site.dossier.catalogues[row.catalogue].items[row.item]
    id = item.id
    title = item.title
    href = linker.href(site.routes.items[row.catalogue][row.item])
    isDecided = row.isApplicable != nil || row.isUndecoded
    pending = StatementRow.uncounted(linker, row.pending)
    former = StatementRow.uncounted(linker, row.former)
    record = row.implementation.map { i in HTML.build { linker.writeShort(i, &$0) } }
    let entry = row.implementation.map { site.dossier.entries[$0] }
    // The fields are read one by one, so that a record with an error still shows its readable fields.
    func field(_ name: String) -> FieldContent? { entry?.field(name)?.content }
    func absence(_ name: String) -> String {
      row.implementation.map { site.findings.absence(of: name, in: $0) } ?? StatementWords.noRecord
    }
    applicable = StatementRow.applicable(row, written: field("applicable"), absence("applicable"))
    let isApplicable = row.isApplicable
    justification =
      field("justification")?.plain
      ?? StatementWords.noJustification(row.implementation == nil ? nil : absence("justification"))
    if case .list(let words)? = field("drivers") {
      drivers = words.map { Wording.words($0.plain) }.joined(separator: ", ")
    } else {
      drivers = nil
    }
    implementation = StatementRow.implementation(
      field("implementation"), field("target"), row, absence("implementation"), site.facts.asOf)
    owner =
      row.implementation.flatMap { i in field("owner").map { FieldHTML(linker, i).cell($0) } }
      ?? RecordFacts.missing(absence("owner"))
    func list(_ positions: [Int], _ absent: String) -> HTML {
      positions.isEmpty ? RecordFacts.missing(absent) : linker.short(positions)
    }
    risks = list(row.risks, StatementWords.none)
    documents = StatementRow.documents(linker, row)
    evidence =
      row.evidence.items.isEmpty
      ? HTML.build {
        isApplicable == false
          ? $0.element("span", "none", StatementWords.none) : $0.element("span", "badge poor", StatementWords.noEvidence)
      }
      : HTML.build { out in
        out.put("<ul class=\"plain\">")
        for item in row.evidence.items {
          let state = EvidenceWords(item)
          out.put("<li>")
          linker.writeShort(item.position, hasNote: false, &out)
          out.put(" ")
          out.element("span", state.isValid ? "note" : "badge poor", state.words)
          out.put("</li>")
        }
        out.put("</ul>")
      }
    systems =
      row.systems.isEmpty
      ? RecordFacts.missing(isApplicable == false ? StatementWords.none : StatementWords.noSystems) : linker.short(row.systems)
    responsibility = ResponsibilityView.html(
      linker, row.responsibility, written: field("responsibility")?.plain, absent: absence("responsibility"),
      isApplicable: isApplicable)
  }

  /// The policies and documents for the control. A policy or document that was changed after its approval has a badge.
  private static func documents(_ linker: Linker, _ row: StatementOfApplicability.Row) -> HTML {
    let positions = row.policies + row.documents
    guard !positions.isEmpty else { return RecordFacts.missing(StatementWords.none) }
    return HTML.build { out in
      for (n, i) in positions.enumerated() {
        if n > 0 { out.put(", ") }
        linker.writeShort(i, &out)
        guard linker.site.facts.approvals.staleRecord(i) != nil else { continue }
        out.put(" ")
        out.element("span", "badge poor", StatementWords.staleApproval)
      }
    }
  }

  /// The cell that shows whether the control is applicable. If the SoA line has errors, the cell shows the value as written, and
  /// the words "not decided".
  private static func applicable(
    _ row: StatementOfApplicability.Row, written: FieldContent?, _ absent: String
  ) -> HTML {
    HTML.build { out in
      switch row.isApplicable {
      case true?: out.element("span", "badge good", SiteWords.yes)
      case false?: out.element("span", "badge plain", StatementWords.excluded)
      case nil:
        guard row.isUndecoded else { return out.element("span", "badge poor", absent) }
        if case .boolean(let value)? = written {
          out.element("span", "note", StatementWords.written(value))
          out.put(" ")
        }
        out.element("span", "badge poor", StatementWords.undecided)
      }
    }
  }

  /// Records that do not count, each with its status.
  private static func uncounted(_ linker: Linker, _ positions: [Int]) -> HTML? {
    guard !positions.isEmpty else { return nil }
    return HTML.build { out in
      for (n, i) in positions.enumerated() {
        if n > 0 { out.put(", ") }
        linker.writeShort(i, hasNote: false, &out)
        out.text(" (\(StatusWords.words(linker.site.facts.status(of: i))))")
      }
    }
  }

  private static func implementation(
    _ state: FieldContent?, _ target: FieldContent?, _ row: StatementOfApplicability.Row, _ absent: String, _ asOf: AsOfDate
  ) -> HTML {
    HTML.build { out in
      guard row.isApplicable != false else { return out.element("span", "none", StatementWords.doesNotApply) }
      guard case .word(let word)? = state else { return out.element("span", "badge poor", absent) }
      // An SoA line with errors does not count, so the badge of its implementation status has no colour.
      out.badge(word, row.isUndecoded ? .plain : nil)
      if case .date(let day)? = target {
        out.put(" <span class=\"note\">")
        out.text(StatementWords.target)
        out.date(day)
        out.put("</span>")
        if word != "implemented", asOf.isPast(day) {
          out.put(" ")
          out.element("span", "badge poor", StatementWords.targetPassed)
        }
      } else if word != "implemented" {
        out.put(" ")
        out.element("span", "badge poor", StatementWords.noTarget)
      }
    }
  }
}
