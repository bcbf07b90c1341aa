/// The Statement of Applicability: one row for each control, computed from the records and never typed (clause 6.1.3).
package struct StatementOfApplicability: Sendable {
  package let rows: [Row]

  /// One control, what is said of it, and everything that points at it. Numbers are positions of records.
  package struct Row: Sendable {
    package let catalogue: Int
    package let item: Int
    /// The record that implements or excludes the control; nil where no record does, which a page must show.
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
    func pointing(_ kind: String, _ fields: [String]) -> [Int] {
      incoming.compactMap { edge in
        guard case .entry(let i) = edge.origin, dossier.entries[i].kind.name == kind, fields.contains(edge.site.field) else {
          return nil
        }
        return i
      }
    }
    let implementation = pointing(ControlImplementation.name, ["control"]).first
    func named(_ kind: String, _ field: String) -> [Int] {
      guard let implementation else { return [] }
      return dossier.graph.edges(from: .entry(implementation)).compactMap { edge in
        guard edge.site.field == field, case .entry(let i) = edge.target, dossier.entries[i].kind.name == kind else { return nil }
        return i
      }
    }
    func sorted(_ positions: [Int]) -> [Int] { Array(Set(positions)).sorted() }
    self.catalogue = catalogue
    self.item = item
    self.implementation = implementation
    self.record = implementation.flatMap { dossier.entries[$0].record as? ControlImplementation }
    risks = sorted(pointing(Risk.name, ["controls"]))
    policies = sorted(pointing(Policy.name, ["implements"]) + named(Policy.name, "policies"))
    documents = sorted(pointing(ManagedDocument.name, ["implements"]) + named(ManagedDocument.name, "documents"))
    evidence = sorted(pointing(Evidence.name, ["controls"]) + named(Evidence.name, "evidence"))
    suppliers = sorted(pointing(Supplier.name, ["responsibilities.control"]) + named(Supplier.name, "supplier"))
    systems = sorted(named(AISystem.name, "systems"))
  }

  /// Nil where no record says.
  package var isApplicable: Bool? { record?.applicable }
}
