/// Figures by name.
package struct Figures: Sendable {
  /// All figures, in the order of their names. No name occurs twice.
  package let all: [Figure]
  private let index: [FigureName: Int]

  package init(_ figures: [Figure]) {
    var names: Set<String> = []
    all = figures.filter { names.insert($0.id).inserted }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    index = Dictionary(all.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// Returns these figures together with `others`.
  package func adding(_ others: [Figure]) -> Figures { Figures(all + others) }

  package subscript(name: FigureName) -> Figure? { index[name].map { all[$0] } }

  /// The count of the figure with this name. 0 if no figure has the name.
  package func count(_ name: FigureName) -> Int { self[name]?.count ?? 0 }

  /// The members of the figure with this name. Empty if no figure has the name.
  package func members(_ name: FigureName) -> [Figure.Member] { self[name]?.members ?? [] }
}

extension Figures {
  /// Computes every figure that depends only on the facts. Figures that count diagnostics are added later.
  init(_ facts: Assessment) {
    self.init(
      Figures.records(facts) + Figures.risks(facts) + Figures.approvals(facts) + Figures.evidence(facts)
        + Figures.statement(facts) + Figures.coverage(facts) + Figures.crosswalks(facts) + Figures.readiness(facts))
  }
}
