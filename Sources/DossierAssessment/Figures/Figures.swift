/// Figures by name.
package struct Figures: Sendable {
  /// In the order of their names, each name once.
  package let all: [Figure]
  private let index: [FigureName: Int]

  package static let none = Figures([])

  package init(_ figures: [Figure]) {
    var names: Set<String> = []
    all = figures.filter { names.insert($0.id).inserted }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    index = Dictionary(all.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// The same figures and others.
  package func adding(_ others: [Figure]) -> Figures { Figures(all + others) }

  package subscript(name: FigureName) -> Figure? { index[name].map { all[$0] } }

  /// 0 where there is no such figure.
  package func count(_ name: FigureName) -> Int { self[name]?.count ?? 0 }

  /// Empty where there is no such figure.
  package func members(_ name: FigureName) -> [Figure.Member] { self[name]?.members ?? [] }
}

extension Figures {
  /// Every figure that the facts decide. Figures of diagnostics are not among them.
  init(_ facts: Assessment) {
    self.init(
      Figures.records(facts) + Figures.risks(facts) + Figures.approvals(facts) + Figures.evidence(facts)
        + Figures.statement(facts) + Figures.coverage(facts) + Figures.crosswalks(facts) + Figures.readiness(facts))
  }
}
