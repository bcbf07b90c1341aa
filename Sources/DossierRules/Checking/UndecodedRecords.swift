import DossierAssessment
import DossierRecords
import DossierText

/// The records that could not be decoded. This type removes diagnostics that may be false because of these records.
///
/// A record that could not be decoded has errors, which are reported elsewhere. Until these errors are fixed, the record may
/// contain content that a rule reports as missing.
struct UndecodedRecords {
  private let dossier: Dossier
  /// Positions of the records that count but could not be decoded, and of the records with an unreadable status.
  private let all: [Int]
  /// The kinds of the records that could not be read at all. The prefix of the id shows the kind.
  private let unread: Set<String>
  /// The positions of the records in `all` whose references are not all known, because the value of a field could not be read.
  /// Such a record may refer to any record or item.
  private let unclear: Set<Int>

  init(_ facts: Assessment) {
    // Each access to a property of `facts` copies the property, so read each property only once.
    let dossier = facts.dossier
    let dated = facts.dated
    let entries = dossier.entries
    self.dossier = dossier
    let all = entries.indices.filter { position in
      (entries[position].record == nil && dated.counts(position)) || dated.status(of: position) == .unreadable
    }
    self.all = all
    let prefixes = Set(dossier.unreadIDs.compactMap { $0.split(separator: "-").first?.lowercased() })
    unread = prefixes.isEmpty ? [] : Set(dossier.kinds.filter { prefixes.contains($0.prefix.lowercased()) }.map(\.name))
    // The fields for references are computed once for each kind.
    var references: [String: Set<String>] = [:]
    unclear = Set(
      all.filter { position in
        let entry = entries[position]
        guard !entry.unread.isEmpty else { return false }
        let names = references[entry.kind.name] ?? entry.kind.referenceFields
        references[entry.kind.name] = names
        return !names.isDisjoint(with: entry.unread)
      })
  }

  var isEmpty: Bool { all.isEmpty && unread.isEmpty }

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
    unread.contains(where: kinds.contains) || all.contains { kinds.contains(dossier.entries[$0].kind.name) }
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
    if unread.contains(where: kinds.contains) { return true }
    let related = related(to: position)
    return all.contains { other in
      other != position && kinds.contains(dossier.entries[other].kind.name)
        && (unclear.contains(other) || related.contains(.entry(other)) || !related.isDisjoint(with: self.related(to: other)))
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

extension RecordKind {
  /// The names of the fields that contain references.
  fileprivate var referenceFields: Set<String> { Set(fields.filter(\.shape.hasReferences).map(\.name)) }
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
