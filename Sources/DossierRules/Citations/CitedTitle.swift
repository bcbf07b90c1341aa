import DossierRecords

/// Compares the title next to a cited id with the titles of a catalogue.
struct CitedTitle {
  private let titles: [(item: Catalogue.Item, words: TitleWords)]
  private let positions: [String: Int]

  /// Why a title does not match the cited id.
  enum Finding: Equatable {
    /// The title belongs to another item.
    case belongs(to: Catalogue.Item)
    /// The title has no word in common with the right title.
    case unlike
  }

  init(_ catalogue: Catalogue) {
    titles = catalogue.items.map { ($0, TitleWords($0.title)) }
    positions = Dictionary(titles.enumerated().map { ($1.item.id, $0) }) { first, _ in first }
  }

  /// The mismatch between a title and the cited item. Nil if the text is the right title, another wording of the right title, or
  /// only a remark.
  ///
  /// - Parameters:
  ///   - successor: The item that had the number of `item` in a draft.
  ///   - isRemarkPossible: Whether the text can describe something other than the whole item. Then only the title of another item
  ///     is a mismatch.
  func finding(
    _ title: Citation.Title, of item: Catalogue.Item, successor: Catalogue.Item? = nil, isRemarkPossible: Bool = false
  ) -> Finding? {
    let written = TitleWords(title.text)
    guard (1...9).contains(written.all.count), let own = words(of: item.id), !written.isSame(as: own),
      !written.isShortened(from: own)
    else { return nil }
    // Accept the title of a related item: texts often use the title of a part for the whole group.
    if titles.contains(where: { isRelated($0.item, item) && written.isSame(as: $0.words) }) { return nil }
    let shared = written.shared(with: own)
    if shared == 0, let successor, let words = words(of: successor.id), written.shared(with: words) * 2 >= written.all.count {
      return .belongs(to: successor)
    }
    let isSeparate = title.place != .inParentheses && title.place != .afterColon
    if let other = other(written, than: item, isSeparate: isSeparate) { return .belongs(to: other) }
    guard shared == 0, !isRemarkPossible, !isNear(written, item), CitedTitle.isSurelyTitle(title, written) else { return nil }
    return .unlike
  }

  /// The item that clearly has the title `text`.
  func item(titled text: String) -> Catalogue.Item? {
    let written = TitleWords(text)
    return (2...9).contains(written.all.count) ? other(written, than: nil, isSeparate: false) : nil
  }

  private func words(of id: String) -> TitleWords? { positions[id].map { titles[$0].words } }

  /// The item, other than `item`, that has the written title.
  ///
  /// - Parameter isSeparate: True if the text is in a position where titles are written. Then one word is enough for a match.
  private func other(_ written: TitleWords, than item: Catalogue.Item?, isSeparate: Bool) -> Catalogue.Item? {
    let rest = titles.filter { candidate in
      candidate.item.id != item?.id && !isRelated(candidate.item, item) && !candidate.words.telling.isEmpty
        && !candidate.item.id.utf8.starts(with: "Chapter".utf8)
    }
    guard written.all.count >= 2 || isSeparate else { return nil }
    let isOtherSubject = item.flatMap { words(of: $0.id) }.map { written.shared(with: $0) == 0 } ?? false
    let exact = rest.filter { candidate in
      written.isSame(as: candidate.words) || (isOtherSubject && written.isSameSubject(as: candidate.words))
    }.map(\.item)
    // Two items can have the same title. Prefer the item whose id starts with the same letter.
    return exact.first { $0.id.utf8.first == item?.id.utf8.first } ?? exact.first
  }

  /// Whether one item is part of the other, such as 6.1 and 6.1.2.
  private func isRelated(_ a: Catalogue.Item, _ b: Catalogue.Item?) -> Bool {
    guard let b else { return false }
    return a.id.utf8.starts(with: "\(b.id).".utf8) || b.id.utf8.starts(with: "\(a.id).".utf8)
  }

  /// Whether the title shares a word with the title of the item's parent, or with the title of a child of the item.
  private func isNear(_ written: TitleWords, _ item: Catalogue.Item) -> Bool {
    if let parent = item.parent, let words = words(of: parent), written.shared(with: words) > 0 { return true }
    return titles.contains { $0.item.parent == item.id && written.shared(with: $0.words) > 0 }
  }

  /// Whether the text is certainly a title, and not a remark, a status or the start of a sentence.
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
