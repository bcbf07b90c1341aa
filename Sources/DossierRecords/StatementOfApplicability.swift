/// The Statement of Applicability: one row for each control, computed from the records and never typed (clause 6.1.3).
package struct StatementOfApplicability: Sendable {
  package let rows: [Row]

  /// One control, what is said of it, and everything that points at it. Numbers are positions of records.
  package struct Row: Sendable {
    package let catalogue: Int
    package let item: Int
    /// The record in force that implements or excludes the control; nil where none does, which a page must show.
    package let implementation: Int?
    /// The same record with its type; nil also where it could not be read whole.
    package let record: ControlImplementation?
    /// Risks that name the control in their treatment.
    package let risks: [Int]
    package let policies: [Int]
    package let documents: [Int]
    package let evidence: [Int]
    /// Suppliers that share the responsibility for it.
    package let suppliers: [Int]
    /// Systems it is limited to; empty where it holds for every system in scope.
    package let systems: [Int]
    /// Records about the control that hold no more: retired, superseded or rejected. They are in none of the other lists.
    package let former: [Int]
  }

  package init(_ dossier: Dossier) {
    guard let catalogue = dossier.catalogues.firstIndex(where: { $0.name == CatalogueLibrary.defaultName }) else {
      rows = []
      return
    }
    rows = dossier.catalogues[catalogue].items.indices
      .filter { dossier.catalogues[catalogue].items[$0].kind == .control }
      .map { Row(dossier, catalogue, $0) }
  }

  package var applicable: Int { rows.count { $0.isApplicable == true } }
}

extension StatementOfApplicability.Row {
  fileprivate init(_ dossier: Dossier, _ catalogue: Int, _ item: Int) {
    let incoming = dossier.graph.edges(to: .item(catalogue: catalogue, item: item))
    func pointing(_ kind: String, _ field: String) -> [Int] {
      incoming.compactMap { edge in
        guard case .entry(let i) = edge.origin, dossier.entries[i].kind.name == kind, edge.site.field == field else {
          return nil
        }
        return i
      }
    }
    let answers = pointing(ControlImplementation.name, "control")
    let holding = answers.filter { dossier.entries[$0].isInForce }
    // A draft says something only where nothing else does.
    let implementation = holding.first { !dossier.entries[$0].isDraft } ?? holding.first
    func named(_ kind: String, _ field: String) -> [Int] {
      guard let implementation else { return [] }
      return dossier.graph.edges(from: .entry(implementation)).compactMap { edge in
        guard edge.site.field == field, case .entry(let i) = edge.target, dossier.entries[i].kind.name == kind else { return nil }
        return i
      }
    }
    var former = Set(answers.filter { !dossier.entries[$0].isInForce })
    func inForce(_ positions: [Int]) -> [Int] {
      former.formUnion(positions.filter { !dossier.entries[$0].isInForce })
      return Set(positions).filter { dossier.entries[$0].isInForce }.sorted()
    }
    self.catalogue = catalogue
    self.item = item
    self.implementation = implementation
    self.record = implementation.flatMap { dossier.entries[$0].record as? ControlImplementation }
    risks = inForce(pointing(Risk.name, "controls"))
    policies = inForce(pointing(Policy.name, "implements") + named(Policy.name, "policies"))
    documents = inForce(pointing(ManagedDocument.name, "implements") + named(ManagedDocument.name, "documents"))
    evidence = inForce(pointing(Evidence.name, "controls") + named(Evidence.name, "evidence"))
    suppliers = inForce(pointing(Supplier.name, "responsibilities.control") + named(Supplier.name, "supplier"))
    // A system stays after its retirement: without it the line would seem to hold for every system.
    systems = Set(named(AISystem.name, "systems")).sorted()
    self.former = former.sorted()
  }

  /// Nil where no record says.
  package var isApplicable: Bool? { record?.applicable }
}
