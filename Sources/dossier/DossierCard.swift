import DossierAssessment
import DossierRecords
import DossierText

/// A record, item or catalogue as text for a terminal.
struct DossierCard {
  let facts: Assessment
  let diagnostics: [Diagnostic]
  let suppressed: [Suppressed]

  var dossier: Dossier { facts.dossier }

  /// The text for a record with this id, a catalogue with this name, or an item that `Frameworks.lookup` finds. Nil if `id`
  /// matches none of these.
  func text(of id: String) -> String? {
    if let position = dossier.position(of: id) { return TerminalLines.joined(record(position)) }
    if let position = dossier.frameworks.position(of: id) { return TerminalLines.joined(outline(position)) }
    guard case .item(let place, let canonical) = dossier.frameworks.lookup(id) else { return nil }
    return TerminalLines.joined(item(place, remark: canonical.map { "`\(id)` is written `\($0)`" }))
  }

  /// The text for an item of a catalogue. `id` is the id of the item or an alias. Nil if the catalogue has no item with this id.
  func text(of id: String, in catalogue: Int) -> String? {
    let name = dossier.catalogues[catalogue].name
    let word = id.utf8.starts(with: "\(name):".utf8) ? String(id.dropFirst(name.count + 1)) : id
    guard case .item(let place, let canonical) = dossier.frameworks.lookup("\(name):\(word)") else { return nil }
    let remark = canonical.map { "`\(word)` is written `\($0.dropFirst(name.count + 1))`" }
    return TerminalLines.joined(item(place, remark: remark))
  }

  private func record(_ position: Int) -> [String] {
    let entry = dossier.entries[position]
    var lines = ["\(entry.id)  \(entry.title)", "\(entry.kind.singular), \(entry.path)", standing(position), ""]
    for field in entry.fields where !["kind", "id", "title"].contains(field.name) {
      lines += shown(field.content, named: field.name, indent: 0)
    }
    for member in entry.extras { lines += shown(member.content, named: member.name, indent: 0) }
    lines += approvals(position)
    let edges = dossier.graph.edges(from: .entry(position))
    let outgoing = edges.compactMap { edge in edge.target.map { "  \(edge.site.field): \(name(of: $0))" } }
    if !outgoing.isEmpty { lines += ["", "refers to"] + outgoing }
    lines += incoming(.entry(position))
    let own = diagnostics.filter { $0.primary.path == entry.path }
    if !own.isEmpty {
      lines += ["", "diagnostics in \(entry.path)"] + own.map { "  \($0.severity.rawValue): \($0.headline) [\($0.rule)]" }
    }
    let others = suppressed.filter { $0.diagnostic.primary.path == entry.path }
    if !others.isEmpty {
      lines +=
        ["", "suppressed diagnostics in \(entry.path)"]
        + others.map {
          "  \($0.diagnostic.severity.rawValue): \($0.diagnostic.headline) [\($0.diagnostic.rule)], \($0.reason.described)"
        }
    }
    return lines + ["", "digest \(entry.digest)"]
  }

  /// One line with the status of the record on the as-of date and the lapses. The status can differ from the field `status`. A
  /// lapse is a reason why the record proves less than its status says.
  private func standing(_ position: Int) -> String {
    let status = facts.status(of: position).rawValue.split(separator: "-").joined(separator: " ")
    return "status on \(facts.asOf): " + ([status] + facts.lapses(of: position).map(\.reason.rawValue)).joined(separator: "; ")
  }

  /// The status of each approval, and the stale records on which this record depends. A stale record was changed after its
  /// approval.
  private func approvals(_ position: Int) -> [String] {
    let approvals = dossier.entries[position].head?.approvals ?? []
    var lines = zip(approvals, facts.approvals.statuses(of: position)).map { approval, state in
      "  \(approval.by.id) \(approval.date): \(state.kind.rawValue), \(state.reason)"
    }
    if !lines.isEmpty { lines = ["", "status of its approvals on \(facts.asOf)"] + lines }
    let suspicions = facts.approvals.suspicions(of: position).map {
      "  \(dossier.entries[$0.cause.position].id) was changed after it was approved; this record \($0.link.words)"
    }
    return suspicions.isEmpty ? lines : lines + ["", "suspect"] + suspicions
  }

  func incoming(_ target: ReferenceGraph.Target) -> [String] {
    let lines = dossier.graph.edges(to: target).map { edge in
      switch edge.origin {
      case .entry(let i): "  \(dossier.entries[i].id) (\(edge.site.field))  \(dossier.entries[i].title)"
      case .page(let i): "  \(dossier.pages[i].path)  \(dossier.pages[i].title)"
      }
    }
    return lines.isEmpty ? ["", "nothing refers to it"] : ["", "referred to by"] + lines
  }

  private func name(of target: ReferenceGraph.Target) -> String {
    switch target {
    case .entry(let i): "\(dossier.entries[i].id)  \(dossier.entries[i].title)"
    case .page(let i): "\(dossier.pages[i].path)  \(dossier.pages[i].title)"
    case .item(let c, let i):
      "\(dossier.catalogues[c].canonical(dossier.catalogues[c].items[i]))  \(dossier.catalogues[c].items[i].title)"
    case .register(let kind): "the register of \(kind)"
    case .file(let path): path.description
    case .folder: "a folder"
    }
  }

  private func shown(_ content: FieldContent, named name: String, indent: Int) -> [String] {
    let pad = String(repeating: "  ", count: indent)
    switch content {
    case .mapping(let members):
      return ["\(pad)\(name):"] + members.flatMap { shown($0.content, named: $0.name, indent: indent + 1) }
    case .list(let items) where items.contains(where: \.isMapping):
      return ["\(pad)\(name):"] + items.map { "\(pad)  - \($0.plain)" }
    default: return ["\(pad)\(name): \(content.plain)"]
    }
  }
}

extension FieldContent {
  fileprivate var isMapping: Bool {
    if case .mapping = self { return true }
    return false
  }
}
