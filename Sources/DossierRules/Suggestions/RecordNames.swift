import DossierRecords
import DossierText

/// Suggests records for a reference whose id does not exist or belongs to a record of the wrong kind. Use one instance for all
/// ids of a rule, because an instance caches indexes.
struct RecordNames {
  private let dossier: Dossier
  /// Indexes of ids, by the expected kinds.
  private var indexes: [[String]: SuggestionIndex] = [:]
  /// For each list of expected kinds, the ids by their `Suggestion.letters`. An id is nil if several ids have the same letters.
  private var spellings: [[String]: [String: String?]] = [:]
  /// For each prefix of ids in lower case, the name of its kind.
  private let prefixes: [String: String]
  /// For each title in lower case, the id of the record. Nil if several records have the title.
  private let titles: [String: String?]

  init(_ dossier: Dossier) {
    self.dossier = dossier
    prefixes = Dictionary(dossier.kinds.map { ($0.prefix.lowercased(), $0.name) }) { first, _ in first }
    titles = Dictionary(dossier.entries.map { ($0.title.lowercased(), Optional($0.id)) }) { _, _ in nil }
  }

  /// The id that is closest to the target of a reference, or the id of the record with this title. Only records of the kinds to
  /// which the reference may refer are considered.
  ///
  /// If the target begins with the prefix of a kind (`AUD-001`), only records of this kind are considered.
  mutating func closest(to site: ReferenceSite) -> String? {
    var kinds: [String] = []
    if case .record(let asked) = site.expectation { kinds = asked }
    let dossier = dossier
    if let id = titles[site.target.lowercased()] ?? nil, let kind = dossier.entry(id)?.kind.name,
      kinds.isEmpty || kinds.contains(kind)
    {
      return id
    }
    let parts = site.target.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, let kind = prefixes[parts[0].lowercased()] {
      guard kinds.isEmpty || kinds.contains(kind) else { return nil }
      kinds = [kind]
    }
    return indexes[kinds, default: RecordNames.index(of: kinds, dossier)].closest(to: site.target)
  }

  /// The id that differs from the target of a reference only in capitals, hyphens, underscores and spaces. Nil if there is no
  /// such id, or more than one.
  ///
  /// Only records of the kinds to which the reference may refer are considered.
  mutating func spelling(of site: ReferenceSite) -> String? {
    var kinds: [String] = []
    if case .record(let asked) = site.expectation { kinds = asked }
    let dossier = dossier
    let known = spellings[kinds] ?? RecordNames.spellings(of: kinds, dossier)
    spellings[kinds] = known
    return known[Suggestion.letters(of: site.target)] ?? nil
  }

  private static func spellings(of kinds: [String], _ dossier: Dossier) -> [String: String?] {
    let ids = kinds.isEmpty ? dossier.entries.map(\.id) : kinds.flatMap { dossier.entries(of: $0).map(\.id) }
    return Dictionary(ids.map { (Suggestion.letters(of: $0), Optional($0)) }) { _, _ in nil }
  }

  private static func index(of kinds: [String], _ dossier: Dossier) -> SuggestionIndex {
    kinds.isEmpty
      ? SuggestionIndex(dossier.entries.lazy.map(\.id))
      : SuggestionIndex(kinds.lazy.flatMap { dossier.entries(of: $0) }.map(\.id))
  }
}
