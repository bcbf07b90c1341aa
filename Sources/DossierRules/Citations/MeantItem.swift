import DossierRecords

/// What was probably meant by an id that its catalogue does not have.
struct MeantItem {
  private let citation: Citation
  private let catalogue: Catalogue
  /// As the catalogue would write it: Annex B has the numbers of Annex A.
  private let id: String

  init(_ citation: Citation, _ catalogue: Catalogue) {
    self.citation = citation
    self.catalogue = catalogue
    id = citation.form == .guidance ? "A" + citation.id.dropFirst() : citation.id
  }

  typealias Words = (label: String, help: String)

  /// Of an id that does not exist.
  var meant: Words {
    let list = "list what it contains with `dossier show \(catalogue.name)`"
    if let title = citation.title?.text, let titled = CitedTitle(catalogue).item(titled: title) {
      return ("that is the title of \(named(titled))", "cite \(titled.id)")
    }
    if let current = DraftArticles.successor(of: id, in: catalogue) {
      return ("a number of the drafts: today it is \(named(current))", "cite \(current.id)")
    }
    if let objective {
      let first = catalogue.children(of: objective.id).first
      return (
        "\(id) is the objective (\(objective.title)) and no control",
        "cite a control of the objective; the first is \(first.map(named) ?? "numbered .2")"
      )
    }
    if let part = longestPart, part.parent != nil, id.utf8.count(where: { $0 == UInt8(ascii: ".") }) > 1 {
      let children = catalogue.children(of: part.id)
      guard let last = children.last else {
        return ("\(named(part)) is not divided further", "cite \(part.id); number sections of your own without its number")
      }
      if citation.form == .clause || isBeyond(last) { return ("\(part.id) ends at \(named(last))", list) }
    }
    if citation.form == .clause, let last = longestPart.flatMap({ catalogue.children(of: $0.id).last }) {
      return ("clause \(last.parent ?? "") ends at \(named(last))", list)
    }
    let closest = catalogue.closest(to: id)
    let label = closest.map { "did you mean \(citation.form == .guidance ? "B\($0.id.dropFirst())" : named($0))?" } ?? ""
    return (label, list)
  }

  /// Of an id of Annex B that is called a control.
  var control: Words {
    guard let item = catalogue.item(id) else {
      let closest = catalogue.closest(to: id).flatMap { $0.kind == .control ? $0 : catalogue.children(of: $0.id).first }
      return (
        "Annex B is guidance for the controls of Annex A, and \(id) is none of them",
        "cite the control of Annex A that is meant" + (closest.map { "; the nearest number is \(named($0))" } ?? "")
      )
    }
    if item.kind == .group {
      let controls = catalogue.children(of: item.id).filter { $0.kind == .control }
      let range = [controls.first?.id, controls.last?.id].compactMap { $0 }.joined(separator: " to ")
      return (
        "\(item.id) is a group (\(item.title)), and Annex B its guidance",
        range.isEmpty ? "cite the control that is meant" : "cite the control that is meant, of \(range)"
      )
    }
    return ("Annex B is guidance; the control is \(named(item))", "cite \(item.id)")
  }

  /// A.2 for `A.2.1`, which numbers the objective itself.
  private var objective: Catalogue.Item? {
    guard id.utf8.suffix(2).elementsEqual(".1".utf8), catalogue.name == CatalogueLibrary.defaultName else { return nil }
    return catalogue.item(String(id.dropLast(2))).flatMap { $0.level == "objective" ? $0 : nil }
  }

  /// The longest beginning of the id that exists.
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
