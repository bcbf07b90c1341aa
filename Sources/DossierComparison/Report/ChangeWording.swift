import DossierRecords
import DossierText

/// The wording of each kind of change.
struct ChangeWording {
  /// The titles of records, by id in lower case.
  let titles: [String: String]

  func titled(_ id: String) -> String {
    guard let title = titles[RecordID.key(id)], title != id else { return id }
    return "\(id) \(title)"
  }

  /// The subject of a line, with its title. The title is left out if it equals the id.
  func named(_ name: String, _ id: String, _ title: String) -> [ReportPiece] {
    title == id ? [.name(name)] : [.name(name), .words(" "), .value(title)]
  }

  // MARK: Sections that come first

  func entry(_ change: StatementChange) -> ReportEntry {
    var head: [ReportPiece] = [.name(change.control), .words(" "), .value(change.title), .words(": ")]
    if change.old != change.new {
      head += [.value(change.old), .words(" → "), .name(change.new)]
    } else {
      head += [.words("still "), .value(change.new)]
    }
    var parts: [[ReportPiece]] = []
    func add(_ words: String, _ ids: [String]) {
      if !ids.isEmpty { parts.append([.words(words + " "), .value(ids.joined(separator: ", "))]) }
    }
    add("evidence added:", change.evidenceAdded)
    add("evidence removed:", change.evidenceRemoved)
    add("now treats", change.risksAdded)
    add("no longer treats", change.risksRemoved)
    for part in parts { head += [.words("; ")] + part }
    return ReportEntry(head: head, subject: .item(change.control))
  }

  func entry(_ stale: StaleApproval) -> ReportEntry {
    let because: [ReportPiece] =
      stale.because.isEmpty
      ? [.words("changed since in a way that is not shown")]
      : [.words("changed since: "), .value(stale.because.joined(separator: ", "))]
    return ReportEntry(
      head: named(stale.named, stale.id, stale.title) + [
        .words(": the approval by "), .value(titled(stale.by)), .words(" of \(stale.date) covers an earlier version; "),
      ] + because, subject: .record(stale.id))
  }

  func entry(_ unbound: UnboundApproval) -> ReportEntry {
    ReportEntry(
      head: named(unbound.named, unbound.id, unbound.title) + [
        .words(": the digest of the approval by "), .value(titled(unbound.by)),
        .words(" of \(unbound.date) was removed, so the approval no longer says which version was approved"),
      ], subject: .record(unbound.id))
  }

  func unshown(_ names: [String]) -> ReportEntry {
    ReportEntry(head: [
      .name(names.joined(separator: ", ")),
      .words(": not the same as before; line breaks, emphasis or other marks may have changed"),
    ])
  }

  func entry(_ file: FileChange) -> ReportEntry {
    let words = file.old == nil ? "added" : file.new == nil ? "removed" : "changed"
    let digest = file.new.map { ", SHA-256 \($0.short)…" } ?? ""
    return ReportEntry(head: [.name(file.path.description), .words(": \(words)\(digest)")])
  }

  // MARK: Records and pages

  /// One entry for several records that moved from one file to another.
  func moved(_ changes: [RecordChange]) -> ReportEntry {
    let path = { (path: SourcePath?) in ReportPiece.value(path?.description ?? "") }
    return ReportEntry(
      head: [
        .name(changes.map(\.id).joined(separator: ", ")), .words(": moved from "), path(changes.first?.oldPath), .words(" to "),
        path(changes.first?.newPath),
      ])
  }

  /// The entry of a record or page, without the fields in `shown`. Nil if there is nothing else to show.
  func entry(_ change: RecordChange, omitting shown: Set<String>) -> ReportEntry? {
    var head = named(change.named.isEmpty ? change.id : change.named, change.id, change.title)
    switch change.presence {
    case .added: head.append(.words(": added"))
    case .removed: head.append(.words(": removed"))
    case .renamed: head += [.words(": was "), .value(change.formerID ?? "")]
    case .unreadable: head.append(.words(": can no longer be read"))
    case .readableAgain: head.append(.words(": can be read again"))
    case .kept: break
    }
    if change.isMoved, let old = change.oldPath, let new = change.newPath {
      head += [.words(": moved from "), .value(old.description), .words(" to "), .value(new.description)]
    } else if change.presence != .kept, !change.named.isEmpty, let path = change.newPath ?? change.oldPath {
      head += [.words(" ("), .value(path.description), .words(")")]
    }
    let fields = change.fields.filter { !shown.contains($0.field) }
    if change.presence == .kept, fields.isEmpty, !change.isMoved { return nil }
    let subject =
      change.named.isEmpty ? (change.newPath ?? change.oldPath).map { .page($0) } : ReportEntry.Subject.record(change.id)
    return ReportEntry(head: head, lines: fields.flatMap { lines($0) }, subject: subject)
  }

  func lines(_ field: FieldChange) -> [[ReportPiece]] {
    let label: [ReportPiece] = [.value(field.label), .words(": ")]
    switch field.change {
    case .value(let old, let new):
      return [label + [.value(shown(old)), .words(" → "), .name(shown(new))]]
    case .items(let added, let removed):
      let parts: [ReportPiece] =
        (added.isEmpty ? [] : [.words("added "), .name(added.map(enclosed).joined(separator: "; "))])
        + (added.isEmpty || removed.isEmpty ? [] : [.words("; ")])
        + (removed.isEmpty ? [] : [.words("removed "), .value(removed.map(enclosed).joined(separator: "; "))])
      return [label + parts]
    case .order: return [label + [.words("the same entries in another order")]]
    case .text(let redline): return redline.lines.map { label + pieces(of: $0) }
    case .unread(let old, let new):
      let nothing = "(cannot be read)"
      return [label + [.value(old.map(shown) ?? nothing), .words(" → "), .name(new.map(shown) ?? nothing)]]
    }
  }

  private func pieces(of line: Redline.Line) -> [ReportPiece] {
    var pieces: [ReportPiece] = line.mark.isEmpty ? [] : [.value(line.mark)]
    for (i, piece) in line.pieces.enumerated() {
      if i > 0 { pieces.append(.words(" ")) }
      switch piece {
      case .same(let text): pieces.append(.value(text))
      case .removed(let text): pieces.append(.removed(text))
      case .added(let text): pieces.append(.added(text))
      case .omitted: pieces.append(.words("…"))
      }
    }
    return pieces
  }

  private func shown(_ content: FieldContent?) -> String { content.map(shown) ?? "not stated" }

  /// The text of one value in a list of values. Quotation marks or parentheses show where a text or a group begins and ends.
  private func enclosed(_ content: FieldContent) -> String {
    switch content {
    case .text, .markdown: "“\(shown(content))”"
    case .mapping, .list: "(\(shown(content)))"
    default: shown(content)
    }
  }

  /// The text of a value. A record is shown with its id and title.
  private func shown(_ content: FieldContent) -> String {
    switch content {
    case .record(let id): titled(id)
    case .list(let items): items.isEmpty ? "none" : items.map(shown).joined(separator: ", ")
    case .mapping(let members):
      members.map { "\(FieldComparison.label(of: $0.name).lowercased()) \(shown($0.content))" }.joined(separator: ", ")
    default: content.plain
    }
  }
}
