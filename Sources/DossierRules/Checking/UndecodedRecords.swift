import DossierAssessment
import DossierRecords
import DossierText

/// The records that could not be decoded, and the diagnostics that they could make false.
///
/// Such a record has errors of its own. Until they are fixed, a rule must not report as missing what the record may supply.
struct UndecodedRecords {
  private let dossier: Dossier
  /// Positions of the records that count and could not be decoded.
  private let all: [Int]
  /// The kinds of records that could not be read at all, by the prefix of their ids.
  private let unread: Set<String>
  /// The records of `all` with a field of references that could not be read. They may refer to any record or item.
  private let unclear: Set<Int>

  init(_ facts: Assessment) {
    dossier = facts.dossier
    all = facts.dossier.entries.indices.filter { position in
      (facts.dossier.entries[position].record == nil && facts.counts(position)) || facts.status(of: position) == .unreadable
    }
    let prefixes = Set(facts.dossier.unreadIDs.compactMap { $0.split(separator: "-").first?.lowercased() })
    unread = Set(facts.dossier.kinds.filter { prefixes.contains($0.prefix.lowercased()) }.map(\.name))
    unclear = Set(all.filter { facts.dossier.entries[$0].hasUnreadReferences })
  }

  var isEmpty: Bool { all.isEmpty && unread.isEmpty }

  /// Removes the diagnostics of a rule that may be false, because a record that could not be decoded may contain what they miss.
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
    unread.contains(where: kinds.contains) || all.contains { kinds.contains(dossier.entries[$0].kind.name) }
  }

  /// Whether a diagnostic about the record may be missing, because it or a related record could not be decoded.
  func mayHideDiagnostics(of position: Int) -> Bool {
    dossier.entries[position].record == nil || mayConcern(position, .any)
  }

  /// Whether one of these records refers to the record, may refer to it, or is related to it.
  private func mayConcern(_ position: Int, _ kinds: AbsenceRules.Suppliers) -> Bool {
    if unread.contains(where: kinds.contains) { return true }
    let related = related(to: position)
    return all.contains { other in
      other != position && kinds.contains(dossier.entries[other].kind.name)
        && (unclear.contains(other) || related.contains(.entry(other)) || !related.isDisjoint(with: self.related(to: other)))
    }
  }

  /// The record itself, the records to which it refers in a field, and the items. Roles are left out: many records share them.
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

extension Entry {
  /// Whether a field that can contain references is written but could not be read.
  fileprivate var hasUnreadReferences: Bool {
    kind.fields.contains { $0.shape.hasReferences && unread.contains($0.name) }
  }
}

extension ValueShape {
  fileprivate var hasReferences: Bool {
    switch self {
    case .record, .item: true
    case .list(let element): element.hasReferences
    case .mapping(let fields): fields.contains { $0.shape.hasReferences }
    case .text, .markdown, .date, .timestamp, .duration, .boolean, .integer, .number, .digest, .file, .word, .anything: false
    }
  }
}
