import DossierRecords

extension Citation {
  /// The cited id as messages show it: "clause 8.5", "A.2.1".
  var named: String { form == .clause ? "clause \(id)" : id }

  /// The cited item of a catalogue. For an id of Annex B, the item of Annex A with the same number.
  func item(in catalogue: Catalogue) -> Catalogue.Item? {
    catalogue.item(form == .guidance ? "A" + id.dropFirst() : id)
  }

  /// Whether the edition in the catalogue contains the cited item.
  ///
  /// Clauses 1 to 3 of a standard always exist. They contain no requirements, so no catalogue lists them.
  func exists(in catalogue: Catalogue) -> Bool {
    switch form {
    case .clause where ["1", "2", "3"].contains(id.split(separator: ".").first ?? ""): true
    case .safeguard: isSafeguard(of: catalogue)
    default: item(in: catalogue) != nil
    }
  }

  /// Whether the HIPAA Security Rule contains the cited safeguard.
  ///
  /// The catalogue does not list every paragraph. A paragraph also exists if it is part of a listed paragraph, or if one of its
  /// parts is listed.
  private func isSafeguard(of catalogue: Catalogue) -> Bool {
    // The catalogue contains only the Security Rule (164.302 to 164.318), so other sections cannot be checked.
    guard let number = Int(id.dropFirst(4).prefix(3)), (302...318).contains(number) else { return true }
    let section = String(id.prefix(7))
    guard catalogue.item(section) != nil else { return false }
    let paragraphs = catalogue.items.filter { $0.id.utf8.starts(with: "\(section)(".utf8) }
    if id == section || paragraphs.isEmpty { return true }
    if Citation.unlistedSafeguards.contains(where: { id == $0 || id.utf8.starts(with: "\($0)(".utf8) }) { return true }
    return paragraphs.contains { $0.id == id || $0.id.utf8.starts(with: "\(id)(".utf8) || isWithin($0) }
  }

  /// Paragraphs of the Security Rule beside listed paragraphs. They state how to implement a standard, so the catalogue does not
  /// list them.
  private static let unlistedSafeguards = ["164.308(b)(2)", "164.314(a)(2)", "164.314(b)(2)"]

  /// Where the cited id is in relation to the ids of a catalogue.
  enum Depth {
    case exists
    /// The id would be a part of an item that has no parts.
    case below(Catalogue.Item, of: Catalogue)
    case unknown
  }

  /// Where the cited id is in relation to the ids of the catalogues that can be meant.
  func depth(among candidates: [Catalogue]) -> Depth {
    if candidates.contains(where: exists) { return .exists }
    // If the whole of which the id would be a part is divided, the id has the right depth and a wrong number.
    if candidates.contains(where: dividesParent) { return .unknown }
    for catalogue in candidates {
      guard let item = undividedItem(in: catalogue) else { continue }
      // A number of the edition of 2013 is wrong where ISO/IEC 27001 is named, although the edition of 2022 has a number like it.
      let isFormer = catalogue.name == CitedFramework.iso27001.rawValue && !canBeDocumentNumber && Edition2013.contains(id)
      if isFormer, frameworks == [.iso27001] { continue }
      return .below(item, of: catalogue)
    }
    return .unknown
  }

  private func dividesParent(_ catalogue: Catalogue) -> Bool {
    let own = form == .guidance ? "A" + id.dropFirst() : id[...]
    guard let dot = own.lastIndex(of: "."), let parent = catalogue.item(String(own[..<dot])) else { return false }
    return !catalogue.children(of: parent.id).isEmpty
  }

  /// The item of the catalogue that the cited id would be a part of, if this item has no parts: A.8.9 for `A.8.9.1`. Nil if
  /// the catalogue has the id, or has parts of the longest known part of the id.
  func undividedItem(in catalogue: Catalogue) -> Catalogue.Item? {
    guard form == .control || form == .guidance || form == .clause, item(in: catalogue) == nil else { return nil }
    var part = form == .guidance ? "A" + id.dropFirst() : id[...]
    while let dot = part.lastIndex(of: ".") {
      part = part[..<dot]
      guard let item = catalogue.item(String(part)) else { continue }
      return part.utf8.contains(UInt8(ascii: ".")) && catalogue.children(of: item.id).isEmpty ? item : nil
    }
    return nil
  }

  /// Whether the cited safeguard is part of a listed item.
  ///
  /// A listed item that ends in `(i)`, such as `164.308(a)(1)(i)`, is a whole standard. So all parts of `164.308(a)(1)` belong to
  /// this item.
  private func isWithin(_ item: Catalogue.Item) -> Bool {
    let whole = item.id.hasSuffix("(i)") ? String(item.id.dropLast(3)) : item.id
    return id.utf8.starts(with: "\(whole)(".utf8)
  }
}
