import DossierAssessment
import DossierRecords

/// How far a framework is answered, in words and numbers.
struct CoverageWords {
  private let catalogue: Catalogue
  private let position: Int
  private let coverage: Coverage

  init(_ site: Site, _ position: Int) {
    catalogue = site.dossier.catalogues[position]
    self.position = position
    coverage = site.coverage
  }

  /// "31 of 133 articles and annexes are answered by a record", with what is true of the others.
  var sentence: String {
    let total = coverage.total(in: position)
    guard total > 0 else { return "It has no clause, control or article that a record could name" }
    let said = rest.map { "\($0.count) \($0.words)" }.joined(separator: "; ")
    return "\(coverage.count(.covered, in: position)) of \(total) \(nouns) are answered by a record in force"
      + (said.isEmpty ? "" : "; of the others \(said)")
  }

  /// What is true of the items that no record answers, without what is true of none.
  private var rest: [(count: Int, words: String)] {
    [
      (coverage.count(.byKind, in: position), "have a register that is kept for them"),
      (coverage.count(.byParts, in: position), "are answered through their parts"),
      (coverage.count(.statementOnly, in: position), "have a line in the Statement of Applicability only"),
      (coverage.count(.referredTo, in: position), "are asked for or looked into, and answered by nothing"),
      (coverage.count(.planned, in: position), "are not in place yet, as the Statement of Applicability says"),
      (coverage.count(.excluded, in: position), "are excluded there"),
      (coverage.count(.uncovered, in: position), "are named by nothing"),
    ].filter { $0.0 > 0 }.map { (count: $0.0, words: $0.1) }
  }

  /// "clauses and controls".
  var nouns: String {
    let kinds = Catalogue.Kind.allCases.filter { kind in kind != .group && catalogue.items.contains { $0.kind == kind } }
    let words = kinds.map { kind in
      // "Criterion" is our word: where the framework has one of its own for all of them, that is used.
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

  /// What a reader is told of an item that no record answers. Alarming only where every item asks for an answer: of a law most
  /// articles speak to somebody else.
  static func write(_ state: Coverage.State, mustBeAnswered: Bool, _ out: inout [UInt8]) {
    switch state {
    case .planned: out.element("span", "badge fair", "not in place yet")
    case .covered, .byKind, .referredTo, .group: break
    case .byParts: out.element("span", "note", "through its parts")
    case .statementOnly: out.element("span", "badge fair", "only its line in the statement")
    case .excluded: out.element("span", "badge plain", "excluded")
    case .uncovered: out.element("span", mustBeAnswered ? "badge poor" : "none", "nothing")
    }
  }
}
