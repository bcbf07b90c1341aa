import DossierRecords

/// The label and help of a message about a citation, if the catalogue does not contain the cited id.
struct ItemSuggestion {
  private let citation: Citation
  private let catalogue: Catalogue
  /// The id in the catalogue. For an id of Annex B, this is the id of Annex A with the same number.
  private let id: String

  init(_ citation: Citation, _ catalogue: Catalogue) {
    self.citation = citation
    self.catalogue = catalogue
    id = citation.form == .guidance ? "A" + citation.id.dropFirst() : citation.id
  }

  typealias Words = (label: String, help: String)

  /// The label and help for an id that does not exist in the catalogue.
  func meant() -> Words {
    let list = "list the items with `dossier show \(catalogue.name)`"
    if let title = citation.title?.text, let titled = CitedTitle(catalogue).item(titled: title) {
      return ("this is the title of \(named(titled))", "cite \(titled.id)")
    }
    if let current = DraftArticles.successor(of: id, in: catalogue) {
      return ("a number of the drafts; the final number is \(named(current))", "cite \(current.id)")
    }
    if Edition2013.contains(id), catalogue.name == CitedFramework.iso27001.rawValue {
      return ("a number of the edition of 2013; the catalogue has the edition of 2022", "cite the control of 2022; " + list)
    }
    if let objective {
      let first = catalogue.children(of: objective.id).first
      return (
        "\(id) is the number of the objective \(objective.id) (\(objective.title)), not of a control",
        "cite a control of the objective; the first is \(first.map(named) ?? "numbered .2")"
      )
    }
    if let part = longestPart, part.parent != nil, id.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 {
      let children = catalogue.children(of: part.id)
      guard let last = children.last else { return self.part(of: part) }
      if citation.form == .clause || isBeyond(last) { return ("\(part.id) ends at \(named(last))", list) }
    }
    if citation.form == .clause, let last = longestPart.flatMap({ catalogue.children(of: $0.id).last }) {
      return ("clause \(last.parent ?? "") ends at \(named(last))", list)
    }
    return (extent, list)
  }

  /// The label and help for an id that would be a part of `item`, which has no parts.
  func part(of item: Catalogue.Item) -> Words {
    if let title = citation.title?.text, let titled = CitedTitle(catalogue).item(titled: title) {
      return ("this is the title of \(named(titled))", "cite \(titled.id)")
    }
    return ("\(named(item)) has no parts", "cite \(item.id), or number your own sections in another way")
  }

  /// The label and help for an id of Annex B that the text calls a control.
  func control() -> Words {
    guard let item = catalogue.item(id) else {
      return (
        "Annex B is guidance for the controls of Annex A, and \(id) is not a control",
        "cite the intended control of Annex A; list the items with `dossier show \(catalogue.name)`"
      )
    }
    if item.kind == .group {
      let controls = catalogue.children(of: item.id).filter { $0.kind == .control }
      let range = [controls.first?.id, controls.last?.id].compactMap { $0 }.joined(separator: " to ")
      return (
        "\(item.id) is a group (\(item.title)), and Annex B is its guidance",
        range.isEmpty ? "cite the intended control" : "cite the intended control, from \(range)"
      )
    }
    return ("Annex B is guidance; the control is \(named(item))", "cite \(item.id)")
  }

  /// The first and the last id of the catalogue that have the form of the cited id, in words.
  private var extent: String {
    let alike = catalogue.items.filter { shape($0.id) == shape(id) }
    guard let first = alike.first, let last = alike.last, first.id != last.id else { return "" }
    return "\(catalogue.short) has \(first.id) to \(last.id)"
  }

  /// The letters before the first number of an id, and the count of the numbers that points separate.
  private func shape(_ id: String) -> [String] {
    let head = id.prefix { !$0.isNumber }
    return [String(head), String(id.utf8.count { $0 == UInt8(ascii: ".") })]
  }

  /// The objective, if the id ends in `.1`: A.2 for `A.2.1`. The standard uses `.1` for the objective itself, not for a control.
  private var objective: Catalogue.Item? {
    guard id.utf8.suffix(2).elementsEqual(".1".utf8), catalogue.name == CatalogueLibrary.defaultName else { return nil }
    return catalogue.item(String(id.dropLast(2))).flatMap { $0.level == "objective" ? $0 : nil }
  }

  /// The existing item whose id is the longest prefix of the cited id.
  private var longestPart: Catalogue.Item? {
    var part = id[...]
    while let dot = part.lastIndex(of: ".") {
      part = part[..<dot]
      if let item = catalogue.item(String(part)) { return item }
    }
    return nil
  }

  private func isBeyond(_ last: Catalogue.Item) -> Bool {
    let numbers = [id, last.id].map { $0.split(separator: ".").last.flatMap { Int($0) } ?? 0 }
    return numbers[0] > numbers[1]
  }

  private func named(_ item: Catalogue.Item) -> String { "\(item.id) (\(item.title))" }
}
