import DossierRecords

extension Citation {
  /// "clause 8.5", "A.2.1": for messages.
  var named: String { form == .clause ? "clause \(id)" : id }

  /// The item it names in a catalogue; of Annex B the one of Annex A with the same number.
  func item(in catalogue: Catalogue) -> Catalogue.Item? {
    catalogue.item(form == .guidance ? "A" + id.dropFirst() : id)
  }

  /// Whether the edition in force has it. Clauses 1 to 3 of a standard ask for nothing, and stand in no catalogue.
  func exists(in catalogue: Catalogue) -> Bool {
    switch form {
    case .clause where ["1", "2", "3"].contains(id.split(separator: ".").first ?? ""): true
    case .safeguard: isSafeguard(of: catalogue)
    default: item(in: catalogue) != nil
    }
  }

  /// A part of a standard's paragraph, and a paragraph of which only the parts have a line, are in the rule too.
  private func isSafeguard(of catalogue: Catalogue) -> Bool {
    // The catalogue has the Security Rule only.
    guard let number = Int(id.dropFirst(4).prefix(3)), (302...318).contains(number) else { return true }
    let section = String(id.prefix(7))
    guard catalogue.item(section) != nil else { return false }
    let paragraphs = catalogue.items.filter { $0.id.utf8.starts(with: "\(section)(".utf8) }
    if id == section || paragraphs.isEmpty { return true }
    return paragraphs.contains { $0.id == id || $0.id.utf8.starts(with: "\(id)(".utf8) || isWithin($0) }
  }

  /// The parts of `164.308(a)(1)(i)` have the standard `164.308(a)(1)` around them.
  private func isWithin(_ item: Catalogue.Item) -> Bool {
    let whole = item.id.hasSuffix("(i)") ? String(item.id.dropLast(3)) : item.id
    return id.utf8.starts(with: "\(whole)(".utf8)
  }
}
