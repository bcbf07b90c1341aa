import DossierMarkup
import DossierRecords
import DossierText

/// Matches the records of two versions by id and lists their changes.
enum RecordComparison {
  static func records(_ old: Version, _ new: Version) -> [RecordChange] {
    let renamed = renamed(old, new)
    let later = new.dossier.entries.compactMap { entry -> RecordChange? in
      guard let former = old.dossier.entry(entry.id) else {
        if let former = renamed[RecordID.key(entry.id)] {
          return change(
            entry, .renamed, former.path, entry.path, fields(former, entry).filter { $0.field != "id" }, formerID: former.id)
        }
        let wasThere = old.unread.contains(RecordID.key(entry.id))
        return change(entry, wasThere ? .readableAgain : .added, nil, entry.path)
      }
      let fields = fields(former, entry)
      // If two files contain a record with this id, only one copy counts. If the other copy counts now, the record did not move.
      let isMoved =
        former.path != entry.path && !new.dossier.holdsCopy(of: entry.id, at: former.path)
        && !old.dossier.holdsCopy(of: entry.id, at: entry.path)
      guard !fields.isEmpty || isMoved else { return nil }
      return change(entry, .kept, isMoved ? former.path : entry.path, entry.path, fields)
    }
    let taken = Set(renamed.values.map { RecordID.key($0.id) })
    let removed = old.dossier.entries.filter { new.dossier.entry($0.id) == nil && !taken.contains(RecordID.key($0.id)) }.map {
      entry in
      change(entry, new.unread.contains(RecordID.key(entry.id)) ? .unreadable : .removed, entry.path, nil)
    }
    return later + removed
  }

  /// The renamed records: for the key (`RecordID.key`) of each new id, the record in the older version.
  ///
  /// The old and the new record have the same kind. Either they are in the same Markdown file, or their titles and all fields
  /// except the id are equal.
  private static func renamed(_ old: Version, _ new: Version) -> [String: Entry] {
    func isThere(_ entry: Entry, _ version: Version) -> Bool {
      version.dossier.entry(entry.id) != nil || version.unread.contains(RecordID.key(entry.id))
    }
    var removed = old.dossier.entries.filter { !isThere($0, new) }
    guard !removed.isEmpty else { return [:] }
    var found: [String: Entry] = [:]
    for entry in new.dossier.entries where !isThere(entry, old) {
      let match = removed.firstIndex { former in
        former.kind.name == entry.kind.name
          && (former.path == entry.path && entry.path.isMarkup
            || former.title == entry.title && fields(former, entry).allSatisfy { $0.field == "id" })
      }
      if let match { found[RecordID.key(entry.id)] = removed.remove(at: match) }
    }
    return found
  }

  private static func change(
    _ entry: Entry, _ presence: RecordChange.Presence, _ old: SourcePath?, _ new: SourcePath?, _ fields: [FieldChange] = [],
    formerID: String? = nil
  ) -> RecordChange {
    RecordChange(
      named: entry.named, id: entry.id, title: entry.title, presence: presence, formerID: formerID, oldPath: old, newPath: new,
      fields: fields)
  }

  static func fields(_ old: Entry, _ new: Entry) -> [FieldChange] {
    var changes: [FieldChange] = []
    let order = (RecordHead.schema.fields + new.kind.fields).map(\.name)
    let written = Set((old.fields + new.fields).map(\.name))
    for name in order + written.subtracting(order).sorted() where written.contains(name) {
      let (before, after) = (old.field(name)?.content, new.field(name)?.content)
      // If one version contains the field but its value cannot be read, do not show the field as added or removed.
      let isUnread =
        before == nil && RecordSource.keys(of: old, withValue: true).contains(name)
        || after == nil && RecordSource.keys(of: new, withValue: true).contains(name)
      if isUnread {
        changes.append(
          FieldChange(field: name, label: FieldComparison.label(of: name), change: .unread(old: before, new: after)))
      } else {
        changes += FieldComparison.changes(name, before, after)
      }
    }
    let names = new.extras.map(\.name) + old.extras.map(\.name).filter { name in !new.extras.contains { $0.name == name } }
    for name in names {
      changes += FieldComparison.changes(
        name, old.extras.first { $0.name == name }?.content, new.extras.first { $0.name == name }?.content)
    }
    return changes + prose(old.text, new.text)
  }

  private static func prose(_ old: MarkupTree, _ new: MarkupTree) -> [FieldChange] {
    let redline = Redline(old, new)
    return redline.isEmpty ? [] : [FieldChange(field: "text", label: "Text", change: .text(redline))]
  }

  /// The changes of pages. Pages have no ids: they are matched by path, or by their bytes if the path is new.
  static func pages(_ old: Version, _ new: Version) -> [RecordChange] {
    let before = Dictionary(old.dossier.pages.map { ($0.path, $0) }) { first, _ in first }
    let after = Dictionary(new.dossier.pages.map { ($0.path, $0) }) { first, _ in first }
    let removed = old.dossier.pages.filter { after[$0.path] == nil }
    var taken: Set<SourcePath> = []
    var changes: [RecordChange] = []
    func add(
      _ page: PlainPage, _ presence: RecordChange.Presence, _ from: SourcePath?, _ to: SourcePath?, _ fields: [FieldChange] = []
    ) {
      changes.append(
        RecordChange(
          named: "", id: page.path.description, title: page.title, presence: presence, formerID: nil, oldPath: from, newPath: to,
          fields: fields)
      )
    }
    for page in new.dossier.pages {
      if let former = before[page.path] {
        let fields = prose(former.text, page.text)
        if !fields.isEmpty { add(page, .kept, page.path, page.path, fields) }
      } else if let former = removed.first(where: { $0.source.digest == page.source.digest && !taken.contains($0.path) }) {
        taken.insert(former.path)
        add(page, .kept, former.path, page.path)
      } else {
        add(page, .added, nil, page.path)
      }
    }
    for page in removed where !taken.contains(page.path) { add(page, .removed, page.path, nil) }
    return changes
  }

  static func configuration(_ old: Dossier, _ new: Dossier) -> [FieldChange] {
    let (before, after) = (old.configurationEntry?.fields ?? [], new.configurationEntry?.fields ?? [])
    let names = after.map(\.name) + before.map(\.name).filter { name in !after.contains { $0.name == name } }
    return names.flatMap { name in
      FieldComparison.changes(name, before.first { $0.name == name }?.content, after.first { $0.name == name }?.content)
    }
  }

  /// The changed files that are not compared as records, pages or configuration.
  static func files(_ old: Dossier, _ new: Dossier) -> [FileChange] {
    func others(_ dossier: Dossier) -> [SourcePath: Digest] {
      let known = dossier.entries.map(\.path) + dossier.pages.map(\.path) + dossier.duplicates.map(\.entry.path)
      let compared = Set(known + [dossier.configurationEntry?.path].compactMap { $0 })
      return dossier.digests.filter { !compared.contains($0.key) }
    }
    let (before, after) = (others(old), others(new))
    // Skip a file that contains records, a page or the configuration in one version. The changes of this content already show the
    // file.
    return Set(before.keys).union(after.keys).sorted().compactMap { path in
      guard before[path] != after[path], before[path] != nil || old.digests[path] == nil,
        after[path] != nil || new.digests[path] == nil
      else { return nil }
      return FileChange(path: path, old: before[path], new: after[path])
    }
  }
}

extension Dossier {
  /// Whether the file at `path` contains an ignored duplicate of the record. A duplicate is ignored if an earlier record has the
  /// same id.
  fileprivate func holdsCopy(of id: String, at path: SourcePath) -> Bool {
    duplicates.contains { $0.entry.path == path && RecordID.key($0.entry.id) == RecordID.key(id) }
  }
}
