import DossierMarkup
import DossierRecords
import DossierText

extension RecordComparison {
  /// The changed records (as ids) and changed pages (as paths) for which `changes` lists no changed field. A change of
  /// `approvals` does not count as a changed field here.
  static func unshown(_ old: Dossier, _ new: Dossier, _ changes: [RecordChange]) -> [String] {
    let shown = Set(changes.filter { change in change.fields.contains { $0.root != "approvals" } }.map(\.id))
    let records = new.entries.filter { entry in
      !shown.contains(entry.id) && old.entry(entry.id).map { $0.wholeDigest != entry.wholeDigest } ?? false
    }
    let before = Dictionary(old.pages.map { ($0.path, $0) }) { first, _ in first }
    let pages = new.pages.filter { page in
      guard !shown.contains(page.path.description), let former = before[page.path] else { return false }
      return former.title != page.title || former.text.canonical != page.text.canonical
    }
    return records.map(\.id) + pages.map(\.path.description)
  }
}
