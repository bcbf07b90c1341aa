import DossierRecords

/// Compares what is written beside an id as its title with the titles of a catalogue.
struct CitedTitle {
  private let titles: [(item: Catalogue.Item, words: TitleWords)]
  private let positions: [String: Int]

  /// What a title beside an id says.
  enum Finding: Equatable {
    /// It is the title of another item.
    case belongs(to: Catalogue.Item)
    /// It has no word in common with the right one.
    case unlike
  }

  init(_ catalogue: Catalogue) {
    titles = catalogue.items.map { ($0, TitleWords($0.title)) }
    positions = Dictionary(titles.enumerated().map { ($1.item.id, $0) }) { first, _ in first }
  }

  /// Nil where the title is right, only another wording, or a remark and no title.
  ///
  /// `successor` is the item that had the number of `item` in a draft.
  func finding(_ title: Citation.Title, of item: Catalogue.Item, successor: Catalogue.Item? = nil) -> Finding? {
    let written = TitleWords(title.text)
    guard (1...9).contains(written.all.count), let own = words(of: item.id), !written.isSame(as: own) else { return nil }
    // Loose, not wrong: what a group is about is often told by one of its parts.
    if titles.contains(where: { isRelated($0.item, item) && written.isSame(as: $0.words) }) { return nil }
    let shared = written.shared(with: own)
    if shared == 0, let successor, let words = words(of: successor.id), written.shared(with: words) * 2 >= written.all.count {
      return .belongs(to: successor)
    }
    let isSeparate = title.place != .inParentheses && title.place != .afterColon
    if let other = other(written, than: item, isSeparate: isSeparate) {
      let isExact = words(of: other.id).map(written.isSame) ?? false
      if isExact || shared == 0 { return .belongs(to: other) }
    }
    guard shared == 0, !isNear(written, item), CitedTitle.isSurelyTitle(title, written) else { return nil }
    return .unlike
  }

  /// The item whose title this clearly is.
  func item(titled text: String) -> Catalogue.Item? {
    let written = TitleWords(text)
    return (2...9).contains(written.all.count) ? other(written, than: nil, isSeparate: false) : nil
  }

  private func words(of id: String) -> TitleWords? { positions[id].map { titles[$0].words } }

  /// `isSeparate` says that it stands where a title must: then one word is enough, or a part of a title.
  private func other(_ written: TitleWords, than item: Catalogue.Item?, isSeparate: Bool) -> Catalogue.Item? {
    let rest = titles.filter { candidate in
      candidate.item.id != item?.id && !isRelated(candidate.item, item) && !candidate.words.telling.isEmpty
    }
    if written.all.count >= 2 || isSeparate {
      let exact = rest.filter { written.isSame(as: $0.words) }.map(\.item)
      // Two items may have one title: then the one of the same sort is meant.
      if let first = exact.first(where: { $0.id.utf8.first == item?.id.utf8.first }) ?? exact.first { return first }
    }
    guard written.telling.count >= 2 else { return nil }
    let best = rest.max { written.likeness(to: $0.words) < written.likeness(to: $1.words) }
    guard let best else { return nil }
    let isPart = isSeparate && written.shared(with: best.words) == written.telling.count
    return written.likeness(to: best.words) >= (isPart ? 0.5 : 0.75) ? best.item : nil
  }

  /// One is part of the other: 6.1 and 6.1.2.
  private func isRelated(_ a: Catalogue.Item, _ b: Catalogue.Item?) -> Bool {
    guard let b else { return false }
    return a.id.utf8.starts(with: "\(b.id).".utf8) || b.id.utf8.starts(with: "\(a.id).".utf8)
  }

  /// Shares a word with the group the item is in, or with an item directly below it.
  private func isNear(_ written: TitleWords, _ item: Catalogue.Item) -> Bool {
    if let parent = item.parent, let words = words(of: parent), written.shared(with: words) > 0 { return true }
    return titles.contains { $0.item.parent == item.id && written.shared(with: $0.words) > 0 }
  }

  /// Whether what is written can be nothing but a title: not a remark, a state, or the start of a sentence.
  private static func isSurelyTitle(_ title: Citation.Title, _ written: TitleWords) -> Bool {
    guard title.place == .afterDash || title.place == .inHeading || title.place == .inNextCell else { return false }
    let words = title.text.split { $0 == " " }
    let capitals = words.filter { $0.first?.isUppercase == true }
    guard words.count >= 2, capitals.count == written.all.count || capitals.count == words.count else { return false }
    return !title.text.lowercased().split(whereSeparator: { !$0.isLetter }).contains { remarks.contains(String($0)) }
  }

  private static let remarks: Set<String> = [
    "achieved", "all", "answer", "answers", "applicable", "are", "as", "checklist", "closed", "complete", "completed",
    "compliance", "compliant", "conform", "conformity", "control", "controls", "done", "draft", "evidence", "example", "excluded",
    "existing", "fully", "gap", "gaps", "has", "implementation", "implemented", "is", "met", "new", "no", "not", "note", "notes",
    "ongoing", "open", "our", "partial", "partially", "pending", "planned", "ready", "reference", "references", "requirement",
    "requirements", "review", "reviewed", "satisfied", "see", "status", "structure", "summary", "tbd", "todo", "we", "yes",
  ]
}
