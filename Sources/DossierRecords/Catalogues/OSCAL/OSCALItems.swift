import DossierText

/// The groups and controls of an OSCAL catalogue as catalogue items, parents first.
struct OSCALItems {
  private(set) var items: [Catalogue.Item] = []
  private let catalog: JSONNode
  private var parameters = OSCALParameters()
  /// The span of each id, by the id in lower case. Ids that differ only in case would have the same page on the site.
  private var places: [String: Span] = [:]
  /// Ids and labels that already belong to an item.
  private var taken: Set<String> = []
  /// For each id made from a title, the number to try next if the id is already used.
  private var next: [String: Int] = [:]

  /// Collects all parameters before the items are read, because a title can refer to a parameter that comes later.
  init(_ catalog: JSONNode, _ reader: inout OSCALReader) {
    self.catalog = catalog
    collect(catalog)
  }

  private mutating func collect(_ node: JSONNode) {
    for parameter in node["params"]?.elements ?? [] { parameters.add(parameter) }
    for key in ["groups", "controls"] {
      for child in node[key]?.elements ?? [] {
        if key == "controls" || child["id"] != nil { take(child) }
        collect(child)
      }
    }
  }

  /// Records an id as taken. All ids are recorded before the labels are read, because an id has precedence over a label.
  private mutating func take(_ node: JSONNode) {
    if let id = node["id"]?.text { taken.insert(ItemLabels.key(OSCALText.plain(id))) }
  }

  mutating func read(_ reader: inout OSCALReader) {
    read(catalog, nil, "the catalogue", isControl: false, &reader)
    if items.isEmpty, !reader.diagnostics.contains(where: { $0.severity == .error }) {
      reader.report(
        .missingField, "the catalogue has no groups and no controls", Span(Int(catalog.span.lower), Int(catalog.span.lower) + 1),
        help: "import a file that contains controls")
    }
  }

  /// Reads the groups and controls in a node, in the order of the file.
  private mutating func read(
    _ node: JSONNode, _ parent: String?, _ subject: String, isControl: Bool, _ reader: inout OSCALReader
  ) {
    for member in node.members ?? [] where member.name == "controls" || (member.name == "groups" && !isControl) {
      for child in reader.objects(member.name, of: subject, in: node) {
        let level = member.name == "groups" ? "group" : isControl ? "enhancement" : "control"
        guard let id = add(child, level, parent, &reader) else { continue }
        read(child, id, "\(level) \(id)", isControl: level != "group", &reader)
      }
    }
  }

  /// Adds an item. Returns the id of the item, or nil if a required value is missing or invalid.
  private mutating func add(_ node: JSONNode, _ level: String, _ parent: String?, _ reader: inout OSCALReader) -> String? {
    let unnamed = "a \(level)" + (parent.map { " in \($0)" } ?? "")
    let isGroup = level == "group"
    var id: String?
    if node["id"] != nil || !isGroup {
      guard let written = reader.text("id", of: unnamed, in: node), let text = written.text else { return nil }
      guard accept(text, written.span, unnamed, &reader) else { return nil }
      id = text
    }
    let subject = id.map { "\(level) \($0)" } ?? unnamed
    guard let title = reader.text("title", of: subject, in: node) else { return nil }
    let filled = parameters.fill(title.text ?? "")
    for missing in filled.missing.prefix(3) {
      reader.report(
        .oscalParameter, "the title of \(subject) refers to the parameter `\(missing.prefix(60))`, which has no usable value",
        title.span, severity: .warning,
        help: "define it in the OSCAL file with a value or a label and import it again, or correct the imported title")
    }
    // OSCAL does not require ids for groups.
    let own = id ?? made(from: filled.text)
    let labels = labels(of: node, own)
    let word = isGroup ? node["class"]?.text.map(OSCALText.plain) ?? level : level
    items.append(
      Catalogue.Item(
        id: own, kind: isGroup ? .group : .control, level: word.isEmpty ? level : word, parent: parent,
        title: OSCALText.plain(filled.text), asks: nil, answeredBy: [], application: nil, insertedBy: nil, amendedBy: nil,
        requirement: nil, note: id == nil ? "the OSCAL file has no id for this group; this id was made from its title" : nil,
        tags: [],
        labels: labels, withdrawn: isGroup ? nil : withdrawal(of: node)))
    return own
  }

  private mutating func accept(_ id: String, _ span: Span, _ subject: String, _ reader: inout OSCALReader) -> Bool {
    let isToken = id.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "._-".unicodeScalars.contains(scalar)
    }
    guard isToken, id.utf8.count <= 200 else {
      reader.report(
        .badID, "`\(id.prefix(60))` cannot be the id of \(subject)", span,
        help: "use letters, digits, dots, hyphens and underscores, as in OSCAL")
      return false
    }
    if let first = places[id.lowercased()] {
      reader.report(
        .duplicateItem, "`\(id.prefix(60))` is the id of two items in this catalogue", span,
        others: [.init(reader.source.path, first, "first used here")], help: "give the second item another id")
      return false
    }
    places[id.lowercased()] = span
    return true
  }

  /// Makes an id from a title, such as `access-control`. Adds a number if that id is already used.
  private mutating func made(from title: String) -> String {
    let words = title.lowercased().utf8.split { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
    let kept = words.prefix(8).map { String(decoding: $0.prefix(40), as: UTF8.self) }
    let stem = kept.isEmpty ? "group" : kept.joined(separator: "-")
    var id = stem
    var number = next[stem] ?? 2
    while taken.contains(id) {
      id = "\(stem)-\(number)"
      number += 1
    }
    next[stem] = number
    taken.insert(id)
    return id
  }

  /// The labels of an item: `AC-2(1)`, then `AC-02(01)`. Labels without a class come first. Labels that belong to another item
  /// are left out.
  private mutating func labels(of node: JSONNode, _ id: String) -> [String] {
    let written = (node["props"]?.elements ?? []).filter { prop in
      prop["name"]?.text == "label" && prop["ns"]?.text ?? OSCALItems.namespace == OSCALItems.namespace
    }
    let sorted = written.filter { $0["class"] == nil } + written.filter { $0["class"] != nil }
    var own: [String] = []
    for label in sorted.compactMap({ $0["value"]?.text.map(OSCALText.plain) }) where !label.isEmpty && label != id {
      let isFree = taken.insert(ItemLabels.key(label)).inserted
      // Also keep a label that differs from the id of this item only in case, because people use this form of the id.
      let isID = ItemLabels.key(label) == ItemLabels.key(id) && !own.contains { ItemLabels.key($0) == ItemLabels.key(id) }
      if isFree || isID { own.append(label) }
    }
    return own
  }

  private static let namespace = "http://csrc.nist.gov/ns/oscal"

  /// Where the requirements of a withdrawn control are now, for example `incorporated into ac-2`. `withdrawn` if the file does
  /// not say where. Nil if the control is not withdrawn.
  private func withdrawal(of node: JSONNode) -> String? {
    let isWithdrawn = (node["props"]?.elements ?? []).contains { prop in
      prop["name"]?.text == "status" && prop["value"]?.text?.lowercased() == "withdrawn"
    }
    guard isWithdrawn else { return nil }
    let relations = [("incorporated-into", "incorporated into"), ("moved-to", "moved to")]
    let ways = relations.compactMap { rel, words -> String? in
      let targets = (node["links"]?.elements ?? []).filter { $0["rel"]?.text == rel }.compactMap { $0["href"]?.text }
        .map { OSCALText.plain($0.utf8.first == UInt8(ascii: "#") ? String($0.dropFirst()) : $0) }
      return targets.isEmpty ? nil : "\(words) \(targets.joined(separator: ", "))"
    }
    return ways.isEmpty ? "withdrawn" : ways.joined(separator: "; ")
  }
}
