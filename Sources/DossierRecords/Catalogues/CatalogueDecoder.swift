package import DossierMarkup
package import DossierText

extension RuleID {
  package static let catalogueCount = RuleID("catalogue-count")
  package static let duplicateItem = RuleID("duplicate-item")
  package static let unknownItem = RuleID("unknown-item")
}

/// Reads a catalogue file and verifies it: unique ids, parents before children, and the declared counts.
package enum CatalogueDecoder {
  /// `kinds` contains the names of the record kinds. Returns nil if a required field is missing.
  ///
  /// Other errors in a catalogue are reported, but the catalogue is still returned. So references to the catalogue do not cause
  /// more errors.
  package static func decode(_ document: DossierMarkup.Document, kinds: [String]) -> Diagnosed<Catalogue?> {
    var decoding = Decoding(source: document.source, subject: "this catalogue")
    guard let fields = document.fields else { return Diagnosed(nil, []) }
    guard let file = CatalogueFile.schema.decode(fields, &decoding) else {
      return Diagnosed(nil, decoding.diagnostics)
    }
    decoding.subject = "catalogue \(file.name.text)"
    if !RecordID.isValid(file.name.text) || file.name.text != file.name.text.lowercased() {
      decoding.report(
        .badID, "`\(file.name.text.prefix(60))` cannot be the name of a catalogue", file.name.span,
        help: "use lower-case ASCII letters, digits and hyphens, a letter first, such as `house-rules`")
    }
    verify(file.items, &decoding)
    verify(labelsOf: file.items, &decoding)
    for item in file.items {
      for kind in item.answeredBy where !kinds.contains(kind.text) {
        decoding.enter("answered_by")
        decoding.unknownWord(kind.text, YAMLNode(span: kind.span, content: .scalar(kind.text, .plain)), kinds)
        decoding.leave()
      }
    }
    verify(file.counts?.kind, "kind", file.items.map(\.kind.rawValue), &decoding)
    verify(file.counts?.level, "level", file.items.map { $0.level ?? $0.kind.rawValue }, &decoding)
    // Leave out duplicate items. If the parent of an item does not come before the item, the item gets no parent. So every chain
    // of parents ends.
    var seen: Set<String> = []
    let items = file.items.compactMap { file -> Catalogue.Item? in
      guard !seen.contains(file.id.text) else { return nil }
      defer { seen.insert(file.id.text) }
      return file.item(under: file.parent.flatMap { seen.contains($0.text) ? $0.text : nil })
    }
    let catalogue = Catalogue(
      name: file.name.text, title: file.title, short: file.short, publisher: file.publisher, edition: file.edition,
      note: file.note,
      provenance: .init(sources: file.sources, verified: file.verified, cautions: file.cautions), path: document.path,
      nameSpan: file.name.span, items: items,
      asserted: asserted(file.counts?.kind, "kind") + asserted(file.counts?.level, "level"))
    return Diagnosed(catalogue, decoding.diagnostics)
  }

  private static func asserted(_ tally: Tally?, _ key: String) -> [AssertedCount] {
    (tally?.counts ?? []).map { AssertedCount(key: key, word: $0.word, number: $0.number) }
  }

  private static func verify(_ items: [ItemFile], _ decoding: inout Decoding) {
    var seen: [String: Span] = [:]
    let all = Set(items.map(\.id.text))
    var known: SuggestionIndex?
    for item in items {
      if let first = seen[item.id.text] {
        decoding.report(
          .duplicateItem, "\(item.id.text) occurs twice in \(decoding.subject)", item.id.span,
          others: [.init(decoding.source.path, first, "first written here")], help: "keep one of the two")
        continue
      }
      if let parent = item.parent, seen[parent.text] == nil {
        let comesLater = all.contains(parent.text)
        var index = known ?? SuggestionIndex(items.lazy.map(\.id.text))
        defer { known = index }
        let meant = comesLater ? nil : index.closest(to: parent.text)
        decoding.report(
          .unknownItem,
          comesLater
            ? "\(item.id.text) has the parent \(parent.text), which comes after it"
            : "\(item.id.text) has the parent \(parent.text), which \(decoding.subject) does not contain", parent.span,
          label: meant.map { "did you mean \($0)?" } ?? "",
          help: comesLater ? "move the parent before its children" : "correct the parent, or add it before this item")
      }
      seen[item.id.text] = item.id.span
    }
  }

  /// Checks that each label belongs to only one item and is not the id of another item.
  private static func verify(labelsOf items: [ItemFile], _ decoding: inout Decoding) {
    var owners: [String: ItemFile] = [:]
    for item in items { owners[ItemLabels.key(item.id.text)] = owners[ItemLabels.key(item.id.text)] ?? item }
    for item in items {
      for label in item.labels {
        let key = ItemLabels.key(label.text)
        guard let owner = owners[key], owner.id != item.id else {
          owners[key] = item
          continue
        }
        decoding.report(
          .duplicateItem, "the label \(label.text) is used for both \(owner.id.text) and \(item.id.text) in \(decoding.subject)",
          label.span, others: [.init(decoding.source.path, owner.id.span, "the other item")],
          help: "remove the label from one of the two items")
      }
    }
  }

  private static func verify(_ tally: Tally?, _ key: String, _ words: [String], _ decoding: inout Decoding) {
    guard let tally else { return }
    for count in tally.counts {
      let actual = words.count { $0 == count.word }
      guard actual != count.number else { continue }
      decoding.report(
        .catalogueCount, "\(decoding.subject) has \(actual) items with the \(key) `\(count.word)`, not \(count.number)",
        count.span, help: "add the missing item, remove the extra one, or correct the number")
    }
  }
}
