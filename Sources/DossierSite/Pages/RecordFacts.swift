import DossierAssessment
import DossierRecords
import DossierText

/// The facts and notices at the top of the page of a record of any kind.
enum RecordFacts {
  static func facts(_ linker: Linker, _ position: Int, _ writer: FieldHTML) -> [Labelled] {
    let site = linker.site
    let entry = site.dossier.entries[position]
    func field(_ name: String) -> HTML {
      entry.field(name).map { writer.block($0.content, nil, field: name) }
        ?? missing(site.findings.absence(of: name, in: position))
    }
    var facts = [Labelled(label: Titles.status, value: status(site, position))]
    for name in ["owner", "version"] where entry.field(name) != nil || isNeeded(name, site, position) {
      facts.append(Labelled(label: FieldShape.label(of: name), value: field(name)))
    }
    let review = site.facts.reviews.review(of: position)
    if entry.field("reviewed") != nil || site.findings.unreadable[position]?.contains("reviewed") == true {
      facts.append(Labelled(label: Titles.reviewed, value: field("reviewed")))
    } else if review != nil {
      facts.append(Labelled(label: Titles.reviewed, value: missing(RecordWords.notReviewedYet)))
    }
    if let review { facts.append(Labelled(label: Titles.nextReview, value: nextReview(review))) }
    for name in ["retired", "supersedes", "audience", "tags"] {
      guard entry.field(name) != nil else { continue }
      let value = name == "tags" ? HTML.build { $0.text(entry.field(name)?.content.plain ?? "") } : field(name)
      facts.append(Labelled(label: FieldShape.label(of: name), value: value))
    }
    return facts
  }

  /// Whether a common field without a value is shown. The field is shown if the kind is a controlled document or requires the
  /// field, or if the value of the field could not be read.
  private static func isNeeded(_ name: String, _ site: Site, _ position: Int) -> Bool {
    let kind = site.dossier.entries[position].kind
    return kind.requiredCommon.contains(name) || kind.traits.isControlledDocument
      || site.findings.unreadable[position]?.contains(name) == true
  }

  static func missing(_ words: String) -> HTML { HTML.build { $0.element("span", "none", words) } }

  /// The status on the as-of date. If the record states another status, a note quotes that status and gives the reason.
  static func status(_ site: Site, _ position: Int) -> HTML {
    let status = site.facts.status(of: position)
    return HTML.build { out in
      // A record with a lapse, for example an expired date, must not have a green badge.
      let hasLapse = status == .effective && !site.facts.lapses(of: position).isEmpty
      let tone = hasLapse ? .plain : Tone(status)
      out.element("span", "badge \(tone.rawValue)", StatusWords.words(status))
      if let note = statusNote(site, position) {
        out.put(" ")
        out.element("span", "note", note)
      }
      writeLapses(site, position, &out)
    }
  }

  /// The note beside the status: the reason or date of the status, and the status in the record if that is another status. Nil if
  /// there is nothing to add.
  private static func statusNote(_ site: Site, _ position: Int) -> String? {
    let (entry, status) = (site.dossier.entries[position], site.facts.status(of: position))
    let reason: String?
    switch status {
    case .retired where site.facts.dated.isEndedByField(position):
      reason = entry.kind.traits.endedBy.map { "\($0.field): \($0.word)" }
    case .retired, .superseded: reason = site.facts.dated.retirement(of: position).map(RecordWords.since)
    case .notYetEffective: reason = entry.date.map(RecordWords.from)
    case .effective: reason = site.facts.dated.retirement(of: position).map(RecordWords.end)
    case .draft, .proposed, .closed, .rejected, .unreadable: reason = nil
    }
    let written = site.facts.dated.otherWrittenStatus(of: position).map(RecordWords.written)
    let parts = [reason, written].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// Writes the lapses whose field is not a column of the register. If the field is a column, the register shows the lapse in
  /// that column.
  private static func writeLapses(_ site: Site, _ position: Int, _ out: inout [UInt8]) {
    let columns = site.dossier.entries[position].kind.columns
    for lapse in site.facts.lapses(of: position) where !(lapse.field.map(columns.contains) ?? false) {
      out.put(" ")
      out.element("span", "badge poor", lapse.reason.rawValue)
    }
  }

  /// The value of a field. If a lapse is about this field, a badge follows the value.
  static func marked(_ value: HTML, _ field: String, _ lapses: [Lapse]) -> HTML {
    guard let lapse = lapses.first(where: { $0.field == field }) else { return value }
    return HTML.build { out in
      out += value.bytes
      out.put(" ")
      out.element("span", "badge poor", lapse.reason.rawValue)
    }
  }

  private static func nextReview(_ review: Reviews.Review) -> HTML {
    HTML.build { out in
      guard let next = review.due else {
        return out.element("span", "badge poor", review.isRecordedAhead ? RecordWords.notReviewedYet : RecordWords.neverReviewed)
      }
      out.date(next)
      guard let words = ReviewWords.badge(review.status) else { return }
      out.put(" ")
      out.element("span", "badge poor", words)
    }
  }

  /// Serious notices: the record changed after its approval.
  static func alarms(_ site: Site, _ position: Int) -> [String] {
    site.facts.approvals.staleRecord(position).map { [StaleApprovalWords.sentences(site, $0)] } ?? []
  }

  /// Notices that a reader must see first.
  static func notices(_ site: Site, _ position: Int) -> [String] {
    let entry = site.dossier.entries[position]
    var notices: [String] = []
    if entry.record == nil || entry.head == nil {
      notices.append(RecordWords.incomplete)
    }
    if site.facts.isRetired(position) {
      // If the retirement date is after the as-of date, the date is not the reason: a field of the record ended the record
      // earlier.
      let day = site.facts.dated.retirement(of: position).flatMap { site.facts.asOf.includes($0) ? $0 : nil }
      notices.append(RecordWords.ended(site.facts.status(of: position), since: day))
    }
    if let successor = site.facts.successors.of(position) {
      let other = site.dossier.entries[successor.position]
      notices.append(RecordWords.superseded(by: other.named, other.title))
    }
    if let review = site.facts.reviews.review(of: position), review.status != .upToDate {
      if let next = review.due {
        notices.append(ReviewWords.notice(review.status, due: next, site))
      } else if !review.isRecordedAhead {
        notices.append(RecordWords.noReviewDate)
      }
    }
    if case .expired(let end)? = site.facts.evidenceStatus(of: position) {
      notices.append(RecordWords.expired(end, asOf: site.asOf))
    }
    if site.dossier.evidenceFileMatches(position) == false {
      notices.append(RecordWords.fileDiffers)
    }
    if case .expired(let until)? = site.facts.risk(at: position)?.acceptance {
      notices.append(RecordWords.acceptanceEnded(until))
    }
    if case .outgrown(let accepted)? = site.facts.risk(at: position)?.acceptance, let score = site.facts.risk(at: position)?.score
    {
      notices.append(RecordWords.outgrown(accepted: accepted, score: score))
    }
    return notices + ahead(site, entry)
  }

  /// Notices for events that are dated after the as-of date and therefore do not count yet.
  private static func ahead(_ site: Site, _ entry: Entry) -> [String] {
    func notice(_ subject: String, _ day: CivilDate?) -> String? {
      guard let day, !site.facts.asOf.includes(day) else { return nil }
      return RecordWords.ahead(subject, day, asOf: site.asOf)
    }
    return [
      entry.isEvent ? notice(RecordWords.event, entry.date) : effect(site, entry.date),
      notice(RecordWords.review, entry.head?.reviewed),
      notice(RecordWords.acceptance, (entry.record as? Risk)?.acceptance?.date),
      notice(RecordWords.assessment, (entry.record as? Supplier)?.assessment?.date),
    ].compactMap { $0 }
  }

  /// The notice that a record takes effect after the as-of date. `day` is the date of a record of the nature `document`. Nil if
  /// the record has no date, or if `day` is not after the as-of date.
  private static func effect(_ site: Site, _ day: CivilDate?) -> String? {
    guard let day, !site.facts.asOf.includes(day) else { return nil }
    return RecordWords.effectiveLater(day, asOf: site.asOf)
  }

  static func control(_ linker: Linker, _ position: Int) -> TextLink? {
    guard linker.site.dossier.entries[position].kind.name == ControlImplementation.name,
      let row = linker.site.statement.row(ofLine: position)
    else { return nil }
    let item = linker.site.dossier.catalogues[row.catalogue].items[row.item]
    return TextLink(
      title: RecordWords.control(item.id, item.title), href: linker.href(linker.site.routes.items[row.catalogue][row.item]),
      note: nil)
  }

  /// The scores of a risk, read from the fields. The scores are therefore available even if the record could not be read
  /// completely.
  static func scores(_ entry: Entry) -> (inherent: RiskScore?, residual: RiskScore?) {
    (RiskScore(of: entry, "inherent"), RiskScore(of: entry, "residual"))
  }

  static func matrix(_ site: Site, _ position: Int) -> RiskMatrix? {
    let entry = site.dossier.entries[position]
    guard entry.kind.name == Risk.name else { return nil }
    let (inherent, residual) = scores(entry)
    let method = site.dossier.configuration.risk
    let caption = RiskWords.caption(
      inherent: (inherent, inherent.flatMap { RiskMatrix.meaning($0, method) }),
      residual: (residual, residual.flatMap { RiskMatrix.meaning($0, method) }),
      acceptance: RiskWords.acceptance(site, position))
    return RiskMatrix(method, caption: caption, counted: nil) { score in
      let marks = [score == inherent ? RiskWords.inherent : nil, score == residual ? RiskWords.residual : nil].compactMap { $0 }
      return marks.isEmpty ? nil : .words(marks.joined(separator: ", "))
    }
  }

  static func approvals(_ site: Site, _ position: Int, _ writer: FieldHTML) -> [RecordPage.ApprovalRow] {
    let entry = site.dossier.entries[position]
    guard let field = entry.field("approvals"), case .list(let items) = field.content else { return [] }
    let states = site.facts.approvals.statuses(of: position)
    let kept = Dictionary(uniqueKeysWithValues: items.indices.map { (field.sourceIndex(of: $0), $0) })
    return (0..<(field.positions?.count ?? items.count)).map { written in
      guard let i = kept[written] else {
        return RecordPage.ApprovalRow(
          by: missing(SiteWords.cannotBeRead), name: nil, date: SiteWords.cannotBeRead, recorded: nil, until: nil,
          state: missing(SiteWords.notEvaluated), note: nil)
      }
      let item = items[i]
      let members = FieldHTML.members(item)
      func content(_ name: String) -> FieldContent? { members.first { $0.name == name }?.content }
      return RecordPage.ApprovalRow(
        by: content("by").map { writer.block($0, nil, field: "approvals.by") } ?? missing(SiteWords.notStated),
        name: content("name")?.plain, date: content("date")?.plain ?? SiteWords.notStated,
        recorded: site.dossier.recordedInGit(entry, approval: i)?.description, until: content("until")?.plain,
        state: states.count == items.count ? ApprovalsPage.state(states[i]) : missing(SiteWords.notEvaluated),
        note: content("note")?.plain)
    }
  }
}
