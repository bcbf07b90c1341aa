package import DossierAssessment
package import DossierRecords
package import DossierText
import Glibc

/// A record that does not exist yet: its id, path and text.
package struct NewRecord: Sendable {
  package let path: SourcePath
  package let text: String

  /// The reason why an id cannot be used.
  package struct Refusal: Error, CustomStringConvertible {
    package let description: String
  }

  package init(kind: RecordKind, id: String?, title: String?, date: CivilDate, facts: Assessment) throws(Refusal) {
    let dossier = facts.dossier
    if let id {
      guard RecordID.isValid(id) else {
        throw Refusal(description: "`\(id)` cannot be an id; use ASCII letters, digits and hyphens, such as `\(kind.prefix)-001`")
      }
      if let taken = dossier.entry(id) {
        throw Refusal(description: "\(taken.id) exists already: \(taken.title) (\(taken.path))")
      }
    }
    let id = id ?? NewRecord.nextID(kind, dossier)
    path = SourcePath(parts: NewRecord.folder(kind, dossier) + ["\(id.lowercased()).md"])
    let scaffold = Scaffold(
      date: date, kinds: dossier.kinds,
      existing: { dossier.positions(of: $0).first { !facts.isRetired($0) }.map { dossier.entries[$0].id } },
      item: NewRecord.control(kind, facts))
    text = scaffold.text(of: kind, id: id, title: title)
  }

  /// Writes the file. Fails if the file exists.
  package func write(in workspace: Workspace) throws(EnvironmentError) {
    try NewFiles(in: workspace.path, published: false).write(Array(text.utf8), to: path.parts)
  }

  /// The control that the text of the new record refers to. A control implementation refers to the first control without an
  /// implementation. If every control has an implementation, it refers to `A.6.2.4`. Records of other kinds also refer to
  /// `A.6.2.4`, because this control fits most records.
  private static func control(_ kind: RecordKind, _ facts: Assessment) -> String {
    let rows = facts.statement.rows
    guard kind.name == ControlImplementation.name,
      let free = rows.first(where: { $0.implementation == nil && $0.pending.isEmpty })
    else {
      return "A.6.2.4"
    }
    return facts.dossier.catalogues[free.catalogue].items[free.item].id
  }

  /// The next id of the kind: the highest number plus one. Ids of retired records are not reused. Numbers of more than nine
  /// digits are ignored.
  private static func nextID(_ kind: RecordKind, _ dossier: Dossier) -> String {
    let start = kind.prefix + "-"
    let unread = Set(dossier.unreadIDs.map(RecordID.key))
    let numbers = (dossier.entries(of: kind.name).map(\.id) + dossier.unreadIDs).compactMap { id in
      id.utf8.starts(with: start.utf8) ? Int(String(id.dropFirst(start.count))) : nil
    }.filter { $0 < 1_000_000_000 }
    var number = (numbers.max() ?? 0) + 1
    while true {
      let digits = String(number)
      let id = start + String(repeating: "0", count: max(0, 3 - digits.count)) + digits
      if dossier.entry(id) == nil, !unread.contains(RecordID.key(id)) { return id }
      number += 1
    }
  }

  /// The folder with the most Markdown records of the kind. If several folders have equally many records, the folder whose
  /// path sorts first is used. If there is no such record, the folder gets the name of the kind.
  private static func folder(_ kind: RecordKind, _ dossier: Dossier) -> [String] {
    var counts: [[String]: Int] = [:]
    for entry in dossier.entries(of: kind.name) where entry.path.fileExtension == "md" {
      counts[entry.path.folder, default: 0] += 1
    }
    let best = counts.min { a, b in
      a.value != b.value ? a.value > b.value : a.key.joined(separator: "/") < b.key.joined(separator: "/")
    }
    return best?.key ?? [kind.plural.lowercased().split(separator: " ").joined(separator: "-")]
  }
}
