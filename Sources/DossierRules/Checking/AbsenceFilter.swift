import DossierAssessment
import DossierRecords
import DossierText

/// Removes diagnostics that may be false, because a record that could not be decoded may contain what they report as missing.
struct AbsenceFilter {
  private let dossier: Dossier
  private let undecoded: UndecodedRecords

  init(_ facts: Assessment) {
    dossier = facts.dossier
    undecoded = facts.undecoded
  }

  /// Whether every record could be decoded. The filter then removes nothing.
  var isEmpty: Bool { undecoded.positions.isEmpty && undecoded.unreadKinds.isEmpty }

  /// Returns the diagnostics of a rule, except diagnostics that may be false. A diagnostic may be false if a record that could
  /// not be decoded may contain the missing content.
  func certain(_ diagnostics: [Diagnostic], of rule: RuleID) -> [Diagnostic] {
    guard !isEmpty, let suppliers = AbsenceRules.suppliers[rule] else { return diagnostics }
    return zip(diagnostics, dossier.subjects(of: diagnostics.map(\.primary))).compactMap { diagnostic, subject in
      if case .entry(let position)? = subject {
        return mayConcern(position, suppliers) ? nil : diagnostic
      }
      return has(suppliers) ? nil : diagnostic
    }
  }

  /// Whether a record of one of these kinds could not be decoded.
  func has(_ kinds: AbsenceRules.Suppliers) -> Bool {
    undecoded.unreadKinds.contains(where: kinds.contains)
      || undecoded.positions.contains { kinds.contains(dossier.entries[$0].kind.name) }
  }

  /// Whether rules may report too few diagnostics about the record. True if this record, or a record that may concern it, could
  /// not be decoded.
  func mayHideDiagnostics(of position: Int) -> Bool {
    dossier.entries[position].record == nil || mayConcern(position, .any)
  }

  /// Whether another record, of one of these kinds, could not be decoded and may concern the record at `position`.
  ///
  /// The other record may concern this record in these cases:
  /// - The other record could not be read at all.
  /// - A field of the other record can contain references, but its value could not be read.
  /// - One of the two records refers to the other, or both refer to the same record or item.
  private func mayConcern(_ position: Int, _ kinds: AbsenceRules.Suppliers) -> Bool {
    if undecoded.unreadKinds.contains(where: kinds.contains) { return true }
    let related = related(to: position)
    return undecoded.positions.contains { other in
      other != position && kinds.contains(dossier.entries[other].kind.name)
        && (undecoded.unclear.contains(other) || related.contains(.entry(other))
          || !related.isDisjoint(with: self.related(to: other)))
    }
  }

  /// The record at `position`, and the records and items to which its fields refer. Roles are left out, because many records
  /// refer to the same role.
  private func related(to position: Int) -> Set<ReferenceGraph.Target> {
    var found: Set<ReferenceGraph.Target> = [.entry(position)]
    for edge in dossier.graph.edges(from: .entry(position)) where edge.site.isField {
      switch edge.target {
      case .entry(let other)? where dossier.entries[other].kind.name != Role.name: found.insert(.entry(other))
      case .item(let catalogue, let item)?: found.insert(.item(catalogue: catalogue, item: item))
      default: break
      }
    }
    return found
  }
}
