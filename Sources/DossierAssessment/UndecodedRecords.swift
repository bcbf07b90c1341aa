import DossierRecords

/// The records that could not be decoded. They have errors, so they may contain content that seems to be missing.
///
/// Numbers are positions in `dossier.entries`.
package struct UndecodedRecords: Sendable {
  /// The records that count but could not be decoded, and the records with an unreadable status.
  package let positions: [Int]
  /// The kinds of the records that could not be read at all. The prefix of the id shows the kind.
  package let unreadKinds: Set<String>
  /// The records of `positions` with an unreadable field for references. Such a record may refer to any record or item.
  package let unclear: Set<Int>

  init(_ dated: DatedDossier) {
    let dossier = dated.dossier
    let entries = dossier.entries
    let positions = entries.indices.filter { position in
      (entries[position].record == nil && dated.counts(position)) || dated.status(of: position) == .unreadable
    }
    self.positions = positions
    let prefixes = Set(dossier.unreadIDs.compactMap { $0.split(separator: "-").first?.lowercased() })
    unreadKinds = prefixes.isEmpty ? [] : Set(dossier.kinds.filter { prefixes.contains($0.prefix.lowercased()) }.map(\.name))
    // The fields for references are computed once for each kind.
    var references: [String: Set<String>] = [:]
    unclear = Set(
      positions.filter { position in
        let entry = entries[position]
        guard !entry.unread.isEmpty else { return false }
        let names = references[entry.kind.name] ?? entry.kind.referenceFields
        references[entry.kind.name] = names
        return !names.isDisjoint(with: entry.unread)
      })
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
