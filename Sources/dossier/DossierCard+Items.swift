import DossierAssessment
import DossierRecords
import DossierSite

extension DossierCard {
  /// The text for one item, which is a clause, control or article. It shows what an auditor looks for, the mappings of the item,
  /// and the records that refer to the item.
  func item(_ place: ItemPosition, remark: String? = nil) -> [String] {
    let owner = dossier.catalogues[place.catalogue]
    let item = owner.items[place.item]
    var lines = ["\(owner.canonical(item))  \(item.title)", "\(item.level) of \(owner.title)"]
    if let remark { lines.append("(\(remark))") }
    if let parent = item.parent.flatMap(owner.item) { lines.append("in \(parent.id) \(parent.title)") }
    if !item.labels.isEmpty { lines.append("also written \(item.labels.joined(separator: ", "))") }
    if let withdrawn = item.withdrawn {
      lines.append("withdrawn\(withdrawn == "withdrawn" ? "" : " (\(withdrawn))"): no record has to cover it")
    }
    for start in item.application?.dates ?? [] {
      lines.append("applies from \(start.date)" + (start.what.map { " (\($0))" } ?? ""))
    }
    lines += [("inserted by", item.insertedBy), ("amended by", item.amendedBy), ("requirement", item.requirement)]
      .compactMap { label, text in text.map { "\(label): \($0)" } }
    lines += [item.asks, item.note].compactMap(\.self).flatMap { ["", $0] }
    if !item.answeredBy.isEmpty { lines += ["", "kinds that usually cover it: \(item.answeredBy.joined(separator: ", "))"] }
    let children = owner.children(of: item.id)
    if !children.isEmpty { lines += ["", "contains"] + children.map { "  \($0.id)  \($0.title)" } }
    return lines + mapped(place) + derived(place) + incoming(.item(catalogue: place.catalogue, item: place.item))
  }

  /// The text for a catalogue: the coverage of the catalogue, and each item with the number of records that refer to the item.
  func outline(_ position: Int) -> [String] {
    let catalogue = dossier.catalogues[position]
    var depths: [String: Int] = [:]
    let rows = catalogue.items.enumerated().map { i, item in
      let depth = item.parent.map { (depths[$0] ?? 0) + 1 } ?? 0
      depths[item.id] = depth
      let count = records(.item(catalogue: position, item: i))
      let left = String(repeating: "  ", count: depth) + item.id
      let state = item.withdrawn == nil ? (item.kind == .group && count == 0 ? "" : String(count)) : "withdrawn"
      return (left, item.title, state)
    }
    let id = rows.map(\.0.count).max() ?? 0
    let title = rows.map(\.1.count).max() ?? 0
    return [
      "\(catalogue.title), \(catalogue.edition)"
    ] + CoverageWords(facts, position).lines.map { $0.plain(facts.figures) } + [
      "The last column is the number of records that refer to the item.", "",
    ] + rows.map { $2.isEmpty ? "\($0.padded(to: id))  \($1)" : "\($0.padded(to: id))  \($1.padded(to: title))  \($2)" }
  }

  // MARK: Crosswalks

  private func mapped(_ place: ItemPosition) -> [String] {
    let sides = dossier.frameworks.mappings.sides(of: place)
    guard !sides.isEmpty else { return [] }
    return ["", "mappings to other frameworks"]
      + sides.flatMap { side in
        ["  \(name(side.other))", "    \(words(side.relation))"] + side.row.claims.map { "    \($0.strength.rawValue): \($0.by)" }
          + (side.row.note.map { ["    \($0)"] } ?? [])
      }
  }

  private func derived(_ place: ItemPosition) -> [String] {
    let others = dossier.catalogues.indices.flatMap { dossier.frameworks.mappings.derived(from: place, in: $0) }
    guard !others.isEmpty else { return [] }
    return ["", "derived: both map to a third item; no crosswalk in use maps them to each other"]
      + others.map { "  \(name($0.other)), through \($0.through.map(canonical).joined(separator: ", "))" }
  }

  /// The relation of the shown item to the other item of a mapping, in words.
  private func words(_ relation: Crosswalk.Relation) -> String {
    switch relation {
    case .equal: "requires the same"
    case .subset: "requires a part of what that item requires"
    case .superset: "requires all that that item requires, and more"
    case .intersects: "overlaps with that item"
    }
  }

  private func name(_ place: ItemPosition) -> String {
    "\(canonical(place))  \(dossier.catalogues[place.catalogue].items[place.item].title)"
  }

  private func canonical(_ place: ItemPosition) -> String {
    dossier.catalogues[place.catalogue].canonical(dossier.catalogues[place.catalogue].items[place.item])
  }

  private func records(_ target: ReferenceGraph.Target) -> Int {
    var seen: Set<Int> = []
    for edge in dossier.graph.edges(to: target) { if case .entry(let i) = edge.origin { seen.insert(i) } }
    return seen.count
  }
}
