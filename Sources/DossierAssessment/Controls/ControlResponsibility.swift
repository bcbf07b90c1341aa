package import DossierRecords

/// Who carries out a control, according to its SoA line and to the records of suppliers.
package struct ControlResponsibility: Sendable {
  /// The responsibility in the SoA line. Nil if the line states no responsibility.
  package let stated: ControlImplementation.Responsibility?
  /// The suppliers of the control, in the order of the dossier.
  ///
  /// A supplier is listed once for each item of its `responsibilities` that refers to the control. If only the SoA line refers to
  /// the supplier, the supplier is listed without a party.
  package let parts: [Part]

  /// One supplier of the control, and who carries out the control according to the record of this supplier.
  package struct Part: Sendable, Hashable {
    /// The position of the supplier.
    package let position: Int
    /// The reference to the control in `responsibilities` of the supplier. Nil if the record of the supplier does not refer to
    /// the control.
    package let site: ReferenceSite?
    /// Who carries out the control, according to the record of the supplier. Nil if the record does not state a party, or if the
    /// item of `responsibilities` could not be decoded.
    package let party: SupplierResponsibility.Party?
    /// Whether the responsibility in the SoA line contradicts `party`.
    package let isContradicted: Bool
  }

  /// The parts that the SoA line contradicts.
  package var contradictions: [Part] { parts.filter(\.isContradicted) }

  /// `line` is the SoA line. It is nil if the control has no line, or if the line could not be decoded. The line of an excluded
  /// control cannot contradict a supplier.
  init(_ line: ControlImplementation?, suppliers: [Int], of target: ReferenceGraph.Target, in dossier: Dossier) {
    let stated = line?.responsibility
    let found = suppliers.flatMap { position -> [(position: Int, site: ReferenceSite?, party: SupplierResponsibility.Party?)] in
      let parts = dossier.responsibilities(of: position, for: target)
      return parts.isEmpty ? [(position, nil, nil)] : parts.map { (position, $0.site, $0.party) }
    }
    let parties = Set(found.compactMap(\.party))
    self.stated = stated
    parts = found.map { part in
      Part(
        position: part.position, site: part.site, party: part.party,
        isContradicted: line?.applicable == true
          && ControlResponsibility.contradicts(stated, part.party, among: parties))
    }
  }

  /// Whether the responsibility in an SoA line (`stated`) contradicts the party in the record of a supplier.
  ///
  /// `parties` contains the parties from the records of all suppliers of the control. If these parties differ, the control is
  /// shared. So `shared` contradicts `ours` only if the records of all suppliers say `ours`.
  private static func contradicts(
    _ stated: ControlImplementation.Responsibility?, _ party: SupplierResponsibility.Party?,
    among parties: Set<SupplierResponsibility.Party>
  ) -> Bool {
    guard let stated, let party else { return false }
    return switch stated {
    case .ours: party != .ours
    case .supplier: party != .theirs
    case .shared: party == .ours && parties == [.ours]
    }
  }
}

extension Dossier {
  /// The items of `responsibilities` of a supplier that refer to `target`. The party is nil if the item could not be decoded.
  fileprivate func responsibilities(
    of supplier: Int, for target: ReferenceGraph.Target
  ) -> [(site: ReferenceSite, party: SupplierResponsibility.Party?)] {
    guard let record = entries[supplier].record as? Supplier else { return [] }
    // An item that could not be decoded is missing from `decoded`, but its reference is in the graph. So the two lists cannot be
    // matched by position.
    var decoded = record.responsibilities
    return graph.edges(from: .entry(supplier)).filter { $0.site.field == "responsibilities.control" }.compactMap { edge in
      let index = decoded.firstIndex { $0.control.text == edge.site.target }
      let party = index.map { decoded.remove(at: $0).party }
      return edge.target == target ? (edge.site, party) : nil
    }
  }
}
