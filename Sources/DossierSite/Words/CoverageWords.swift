package import DossierAssessment
import DossierRecords

/// The wording of how many items of a framework are covered.
package struct CoverageWords {
  private let catalogue: Catalogue
  private let figures: Figures

  package init(_ facts: Assessment, _ position: Int) {
    catalogue = facts.dossier.catalogues[position]
    figures = facts.figures
  }

  /// "31 of 133 articles and annexes are covered by a record", then one line for each state of the items that no record covers.
  /// The lines have no full stops.
  package var lines: [FigureText] {
    let name = catalogue.name
    let total = FigureName.coverageTotal(catalogue: name)
    guard figures.count(total) > 0 else { return ["It has no clause, control or article that a record could cover"] }
    let covered = FigureName.coverage(catalogue: name, .covered)
    let documented = FigureName.documentedOnly(catalogue: name)
    let onlyDocuments: FigureText =
      switch figures.count(documented) {
      case 0: ""
      case figures.count(covered): ", all \(documented) by policies or documents only"
      default: ", \(documented) of these by policies or documents only"
      }
    return ["\(covered) of \(total) \(nouns) are covered by a record" + onlyDocuments] + rest
  }

  /// The states of the items that no record covers. States without items are left out.
  private var rest: [FigureText] {
    let words: [(state: Coverage.State, one: String, many: String)] = [
      (.byKind, "has a register for it", "have a register for them"),
      (.byParts, "is covered by its parts", "are covered by their parts"),
      (.statementOnly, "has only an SoA line", "have only an SoA line"),
      (.referredTo, "is referred to by records that do not cover it", "are referred to by records that do not cover them"),
      (
        .planned, "is planned or not started according to its SoA line", "are planned or not started according to their SoA lines"
      ),
      (.excluded, "is excluded by its SoA line", "are excluded by their SoA lines"),
      (.uncovered, "is not referred to by any record", "are not referred to by any record"),
    ]
    return words.compactMap { state, one, many in
      let name = FigureName.coverage(catalogue: catalogue.name, state)
      let count = figures.count(name)
      return count == 0 ? nil : "\(name) \(count == 1 ? one : many)"
    }
  }

  /// The state of an item whose parts are covered, and of a heading.
  static let seeParts = "see its parts"

  /// The name of the state of one item.
  static func words(_ state: Coverage.State) -> String {
    switch state {
    case .covered: "covered"
    case .byKind: "covered by a register"
    case .byParts: "covered by its parts"
    case .statementOnly: "SoA line only"
    case .referredTo: "referred to, not covered"
    case .planned: "planned or not started"
    case .excluded: "excluded"
    case .uncovered: "not referred to"
    case .group: "group"
    }
  }

  /// A sentence that defines a state.
  static func definition(of state: Coverage.State) -> String {
    switch state {
    case .covered: "Items that at least one record covers. The record counts, and evidence is valid."
    case .byKind: "Items that no record covers directly, but that have a register with records that count."
    case .byParts: "Items that no record covers directly, but whose parts are all covered or excluded."
    case .statementOnly: "Controls that have an SoA line and that no other record covers."
    case .referredTo: "Items that records refer to, but that no record covers."
    case .planned: "Controls that are planned or not started according to their SoA line."
    case .excluded: "Controls that their SoA line excludes."
    case .uncovered: "Items that no record refers to."
    case .group: "Items that only contain other items, or are withdrawn."
    }
  }

  /// The kinds of items of the framework: "clauses and controls".
  var nouns: String {
    let kinds = Catalogue.Kind.allCases.filter { kind in kind != .group && catalogue.items.contains { $0.kind == kind } }
    let words = kinds.map { kind in
      // "Criterion" is a term of dossier. If all these items are subcategories, use the framework's own term "subcategories".
      let levels = Set(catalogue.items.filter { $0.kind == kind }.map(\.level))
      return kind == .criterion && levels == ["subcategory"] ? "subcategories" : CoverageWords.plural(kind)
    }
    guard let last = words.last else { return "items" }
    return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " and " + last
  }

  static func plural(_ kind: Catalogue.Kind) -> String {
    switch kind {
    case .group: "groups"
    case .clause: "clauses"
    case .control: "controls"
    case .article: "articles"
    case .annex: "annexes"
    case .criterion: "criteria"
    }
  }

  /// Writes the state of an item that no record covers. "Not covered" is shown as a warning only if `mustBeAnswered` is true,
  /// that is, if every item of the framework must be covered. In a law, most articles do not concern the organisation.
  static func write(_ state: Coverage.State, mustBeAnswered: Bool, _ out: inout [UInt8]) {
    switch state {
    case .planned: out.element("span", "badge fair", "planned or not started")
    case .covered, .byKind, .referredTo, .group: break
    case .byParts: out.element("span", "note", seeParts)
    case .statementOnly: out.element("span", "badge fair", "SoA line only")
    case .excluded: out.element("span", "badge plain", "excluded")
    case .uncovered: out.element("span", mustBeAnswered ? "badge poor" : "none", "not covered")
    }
  }
}
