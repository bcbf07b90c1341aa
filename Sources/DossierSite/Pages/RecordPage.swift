import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

/// The page of one record: its content, the records that refer to it, and its issues to fix.
struct RecordPage: ViewModel {
  let frame: Frame
  let kind: String
  let id: String
  let title: String
  /// The id of the title, if the title is a heading of the text.
  let anchor: String?
  let facts: [Labelled]
  /// Serious notices, for example that the record changed after its approval.
  let alarms: [String]
  let notices: [String]
  let card: TextLink?
  let control: TextLink?
  let findings: [DiagnosticView]
  let findingsTitle: String
  let suppressed: SuppressedGroup?
  let contents: [ContentsEntry]
  let matrix: RiskMatrix?
  /// The latest readings. Nil if the record is neither a metric nor an objective.
  let readings: ReadingsSection?
  let fields: [FieldRow]
  let missing: String?
  let unreadable: String?
  let text: HTML?
  let approvals: [ApprovalRow]
  /// Whether the record has approvals, or must have one.
  let showsApprovals: Bool
  let suspect: [SuspectRow]
  let refersTo: [MentionGroup]
  let mentions: [MentionGroup]
  /// The history of the record. Nil if the history was not read from git.
  let history: HistorySection?
  let source: String
  let digest: String

  static let view = View<RecordPage>(
    .scope("frame", \.frame), .text("kind", \.kind), .text("id", \.id), .text("title", \.title), .optional("anchor", \.anchor),
    .list("facts", \.facts),
    .texts("alarms", \.alarms), .texts("notices", \.notices), .scope("card", \.card), .scope("control", \.control),
    .list("findings", \.findings),
    .flag("has_findings", { !$0.findings.isEmpty }), .text("findings_title", \.findingsTitle),
    .scope("suppressed", \.suppressed),
    .list("contents", \.contents),
    .scope("matrix", \.matrix), .scope("readings", \.readings), .list("fields", \.fields),
    .flag("has_fields", { !$0.fields.isEmpty }),
    .optional("missing", \.missing), .optional("unreadable", \.unreadable),
    .scope("text", { $0.text.map(DiagnosticView.Wrapped.init) }),
    .list("suspect", \.suspect), .flag("is_suspect", { !$0.suspect.isEmpty }), .list("approvals", \.approvals),
    .flag("has_approvals", { !$0.approvals.isEmpty }), .flag("shows_approvals", \.showsApprovals),
    .list("refers_to", \.refersTo), .flag("has_refers_to", { !$0.refersTo.isEmpty }), .list("mentions", \.mentions),
    .flag("has_mentions", { !$0.mentions.isEmpty }), .scope("history", \.history), .text("source", \.source),
    .text("digest", \.digest))

  /// A field: its label, what the field means, and its value.
  struct FieldRow: ViewModel {
    let label: String
    let meaning: String
    let value: HTML
    static let view = View<FieldRow>(.text("label", \.label), .text("meaning", \.meaning), .html("value", \.value))
  }

  /// One approval.
  struct ApprovalRow: ViewModel {
    let by: HTML
    let name: String?
    let date: String
    /// The date of the commit that added the approval. Nil if this commit was not found in git.
    let recorded: String?
    /// The last day on which the approval is valid.
    let until: String?
    let state: HTML
    let note: String?
    static let view = View<ApprovalRow>(
      .html("by", \.by), .optional("name", \.name), .text("date", \.date),
      .optional("recorded", \.recorded), .optional("until", \.until), .html("state", \.state), .optional("note", \.note))
  }

  init(_ site: Site, _ route: Route, entry position: Int) {
    let linker = Linker(site: site, route: route)
    let entry = site.dossier.entries[position]
    let kindRoute = site.routes.kinds[site.kindPosition(entry.kind.name) ?? 0]
    frame = Frame(linker, title: "\(entry.id) \(entry.title)", section: .registers, crumbs: [(entry.kind.plural, kindRoute)])
    kind = entry.kind.singular
    id = entry.id
    title = entry.title
    let writer = FieldHTML(linker, position)
    facts = RecordFacts.facts(linker, position, writer)
    alarms = RecordFacts.alarms(site, position)
    notices = RecordFacts.notices(site, position)
    card = site.routes.cards[position].map { TextLink(title: Titles.modelCard, href: linker.href($0), note: nil) }
    control = RecordFacts.control(linker, position)
    var lines = SourceLines(site)
    findings = (site.findings.ofEntry[position] ?? []).map { DiagnosticView(linker, $0, lines: &lines, showsSubject: false) }
    findingsTitle = SiteWords.issues
    suppressed = SuppressedGroup(linker, of: .entry(position), lines: &lines)
    // A heading that is the title of the record is left out, because the page already shows the title.
    let heading = entry.isAdopted ? entry.outline.headings.first.flatMap { $0.text == entry.title ? $0.node : nil } : nil
    anchor = entry.outline.id(ofHeading: heading)
    matrix = RecordFacts.matrix(site, position)
    readings = ReadingsSection(linker, position)
    fields = RecordPage.fields(linker, position, writer)
    let stated = Set(entry.fields.map(\.name)).union(site.findings.unreadable[position] ?? [])
    // Only required fields are listed as missing. A field that is not required needs no value.
    let absent = entry.kind.fields.filter { $0.isRequired && !stated.contains($0.name) }.map { $0.label.lowercased() }
    missing = absent.isEmpty ? nil : absent.joined(separator: ", ")
    let broken = (site.findings.unreadable[position] ?? []).sorted().map { FieldShape.label(of: $0).lowercased() }
    unreadable = broken.isEmpty ? nil : broken.joined(separator: ", ")
    text =
      entry.text.isEmpty
      ? nil
      : MarkupHTML.render(
        entry.text, links: linker.markup(from: .entry(position)),
        style: MarkupStyle(headingShift: 1, entry.outline, omitted: heading))
    approvals = RecordFacts.approvals(site, position, writer)
    showsApprovals = !approvals.isEmpty || site.facts.needsApproval(position)
    suspect = SuspectRow.all(linker, position)
    refersTo = MentionGroup.outgoing(linker, from: .entry(position))
    mentions = MentionGroup.incoming(linker, to: .entry(position))
    history = HistorySection(site, position)
    source = entry.path.description
    digest = entry.digest.description
    contents =
      ContentsEntry.sections([
        (PageAnchor.readings, readings.map { _ in Titles.readings }), (PageAnchor.fields, SiteWords.details),
        (PageAnchor.scores, matrix.map { _ in Titles.scores }),
        (PageAnchor.text, text.map { _ in Titles.description }),
      ]) + ContentsEntry.headings(entry.outline, omitted: heading, below: 1)
      + ContentsEntry.sections([
        (PageAnchor.diagnostics, findings.isEmpty ? nil : findingsTitle), (PageAnchor.suppressed, suppressed?.title),
        (PageAnchor.approvals, showsApprovals ? Titles.approvals : nil),
        (PageAnchor.references, refersTo.isEmpty ? nil : Titles.refersTo),
        (PageAnchor.mentions, mentions.isEmpty ? nil : Titles.referredToBy),
        (PageAnchor.history, history.map { _ in Titles.history }),
        (PageAnchor.source, Titles.source),
      ])
  }

  /// The fields of the kind in the order of the schema, then the fields that the organisation added.
  private static func fields(_ linker: Linker, _ position: Int, _ writer: FieldHTML) -> [FieldRow] {
    let entry = linker.site.dossier.entries[position]
    // Skip lapses of the field `file`: the file link already shows whether the file matches the recorded SHA-256.
    let lapses = linker.site.facts.lapses(of: position).filter { $0.field != "file" }
    var rows: [FieldRow] = []
    for shape in entry.kind.fields {
      guard let field = entry.field(shape.name) else { continue }
      let value = RecordFacts.marked(writer.block(field.content, shape.shape, field: shape.name), shape.name, lapses)
      rows.append(FieldRow(label: shape.label, meaning: shape.meaning.replacing("`", with: ""), value: value))
    }
    for member in entry.extras {
      let name = member.name.utf8.starts(with: "x-".utf8) ? String(member.name.dropFirst(2)) : member.name
      rows.append(
        FieldRow(
          label: FieldShape.label(of: name), meaning: RecordWords.ownField,
          value: writer.block(member.content, nil, field: member.name)))
    }
    return rows
  }
}

extension Outline {
  /// The id of the heading with this node. Nil if there is no such heading, or if its id is empty.
  func id(ofHeading node: Int?) -> String? {
    headings.first { $0.node == node }.flatMap { $0.id.isEmpty ? nil : $0.id }
  }
}
