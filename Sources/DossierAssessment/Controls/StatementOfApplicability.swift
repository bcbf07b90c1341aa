package import DossierRecords
import DossierText

/// The Statement of Applicability (clause 6.1.3): one row for each control, computed from the records.
package struct StatementOfApplicability: Sendable {
  package let rows: [Row]
  private let byTarget: [ReferenceGraph.Target: Int]

  /// One control, its SoA line, and the records that refer to it. The lists contain positions of records.
  ///
  /// `systems`, `pending` and `former` can contain records that do not count. All other lists contain only records that count.
  package struct Row: Sendable {
    package let catalogue: Int
    package let item: Int
    /// The position of the SoA line that counts. Nil if no line counts.
    package let implementation: Int?
    /// The SoA line as a typed record. Nil if no line counts, or if the line could not be decoded.
    package let record: ControlImplementation?
    /// Risks that refer to the control in their treatment.
    package let risks: [Int]
    package let policies: [Int]
    /// Controlled documents of all kinds except policies.
    package let documents: [Int]
    package let evidence: ControlEvidence
    /// Suppliers whose record refers to the control, and the supplier in the SoA line.
    package let suppliers: [Int]
    /// Who carries out the control, according to the SoA line and to each of the suppliers.
    package let responsibility: ControlResponsibility
    /// The systems to which the SoA line limits the control. Empty if the line lists no systems.
    package let systems: [Int]
    /// Records of the control that do not count yet: drafts, proposals, and records that are not effective yet. Records whose
    /// status cannot be read are included.
    package let pending: [Int]
    /// Records of the control that no longer count: they are closed, retired, superseded or rejected.
    package let former: [Int]
  }

  init(_ dated: DatedDossier) {
    let dossier = dated.dossier
    guard let catalogue = dossier.catalogues.firstIndex(where: { $0.name == CatalogueLibrary.defaultName }) else {
      rows = []
      byTarget = [:]
      return
    }
    let items = dossier.catalogues[catalogue].items
    rows = items.indices.filter { items[$0].kind == .control }.map { Row(dated, catalogue, $0) }
    var byTarget: [ReferenceGraph.Target: Int] = [:]
    for position in dossier.positions(of: ControlImplementation.name) where dated.counts(position) {
      if let target = dossier.control(of: position), byTarget[target] == nil { byTarget[target] = position }
    }
    self.byTarget = byTarget
  }

  package var applicable: Int { rows.count { $0.isApplicable == true } }

  /// The row whose SoA line is the record at `position`.
  package func row(ofLine position: Int) -> Row? { rows.first { $0.implementation == position } }

  /// The position of the SoA line that counts for `target`, which is a control or another item.
  package func line(for target: ReferenceGraph.Target) -> Int? { byTarget[target] }
}

extension StatementOfApplicability.Row {
  fileprivate init(_ dated: DatedDossier, _ catalogue: Int, _ item: Int) {
    let dossier = dated.dossier
    let target = ReferenceGraph.Target.item(catalogue: catalogue, item: item)
    let lines = dossier.origins(of: target, ControlImplementation.name, "control").sorted()
    let implementation = lines.first(where: dated.counts)
    func named(_ kind: String, _ field: String) -> [Int] {
      guard let implementation else { return [] }
      return dossier.targets(of: implementation, field).filter { dossier.entries[$0].kind.name == kind }
    }
    var pending: Set<Int> = []
    var former: Set<Int> = []
    func counting(_ positions: [Int]) -> [Int] {
      Set(positions).sorted().filter { position in
        if dated.counts(position) { return true }
        switch dated.status(of: position) {
        case .draft, .proposed, .notYetEffective, .unreadable: pending.insert(position)
        case .effective, .closed, .rejected, .superseded, .retired: former.insert(position)
        }
        return false
      }
    }
    _ = counting(lines)
    self.catalogue = catalogue
    self.item = item
    self.implementation = implementation
    record = implementation.flatMap { dossier.entries[$0].record as? ControlImplementation }
    risks = counting(dossier.origins(of: target, Risk.name, "controls"))
    policies = counting(dossier.origins(of: target, Policy.name, "implements") + named(Policy.name, "policies"))
    let kinds = dossier.kinds.filter { $0.traits.isControlledDocument && $0.name != Policy.name }
    documents = counting(
      kinds.flatMap { dossier.origins(of: target, $0.name, "implements") } + named(ManagedDocument.name, "documents"))
    evidence = ControlEvidence(
      counting(dossier.origins(of: target, Evidence.name, "controls") + named(Evidence.name, "evidence")),
      cycle: implementation.flatMap { dossier.entries[$0].head?.reviewCycle }, dated)
    suppliers = counting(
      dossier.origins(of: target, Supplier.name, "responsibilities.control") + named(Supplier.name, "supplier"))
    responsibility = ControlResponsibility(record, suppliers: suppliers, of: target, in: dossier)
    // Retired systems remain listed. Without them the list could become empty, and an empty list means every system.
    systems = Set(named(AISystem.name, "systems")).sorted()
    self.pending = pending.sorted()
    self.former = former.sorted()
  }

  /// Whether the control is applicable, according to its SoA line. Nil if no line counts, or if the line could not be decoded.
  package var isApplicable: Bool? { record?.applicable }

  /// Whether the control has an SoA line that counts, but the line could not be decoded.
  package var isUndecoded: Bool { implementation != nil && record == nil }
}

extension Dossier {
  /// The control or other item of the SoA line at `position`.
  package func control(of position: Int) -> ReferenceGraph.Target? {
    graph.edges(from: .entry(position)).first { $0.site.field == "control" }?.target
  }
}
