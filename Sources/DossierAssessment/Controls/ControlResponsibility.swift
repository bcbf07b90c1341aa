package import DossierRecords

/// Who carries out a control, according to its SoA line and to the records of suppliers.
package struct ControlResponsibility: Sendable {
  /// The responsibility in the SoA line; nil where the line has none.
  package let stated: ControlImplementation.Responsibility?
  /// The suppliers of the control, in the order of the dossier.
  ///
  /// A supplier is listed once for each of its `responsibilities` with the control. A supplier that only the SoA line refers to
  /// is listed without a party.
  package let parts: [Part]

  /// The part of one supplier in the control.
  package struct Part: Sendable, Hashable {
    /// The supplier.
    package let position: Int
    /// The reference to the control in `responsibilities` of the supplier; nil where the supplier's record does not name the control.
    package let site: ReferenceSite?
    /// Who carries out the control, according to the supplier's record. Nil also where this could not be read.
    package let party: SupplierResponsibility.Party?
    /// Whether the responsibility in the SoA line contradicts `party`.
    package let isContradicted: Bool
  }

  /// The parts that the SoA line contradicts.
  package var contradictions: [Part] { parts.filter(\.isContradicted) }

  /// `line` is the SoA line, if it could be decoded. An excluded control has no responsibility, so its line contradicts nothing.
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

  /// Whether an SoA line contradicts the party in a supplier's record. `parties` contains the parties from the records of all
  /// suppliers of the control.
  ///
  /// If the records of several suppliers have different parties, the control is shared. So `shared` contradicts `ours` only where
  /// every supplier's record says `ours`.
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
  /// The `responsibilities` of a supplier with a control. The party is nil where the item could not be decoded.
  fileprivate func responsibilities(
    of supplier: Int, for target: ReferenceGraph.Target
  ) -> [(site: ReferenceSite, party: SupplierResponsibility.Party?)] {
    guard let record = entries[supplier].record as? Supplier else { return [] }
    // An item that could not be decoded is not in the list, but its reference is in the graph. So positions differ.
    var decoded = record.responsibilities
    return graph.edges(from: .entry(supplier)).filter { $0.site.field == "responsibilities.control" }.compactMap { edge in
      let index = decoded.firstIndex { $0.control.text == edge.site.target }
      let party = index.map { decoded.remove(at: $0).party }
      return edge.target == target ? (edge.site, party) : nil
    }
  }
}
