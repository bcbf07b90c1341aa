import DossierRecords
import DossierText

/// Which record was meant by an id that leads to none, or to one of another kind. Made once for all such ids.
struct RecordNames {
  private let dossier: Dossier
  /// By the kinds that are asked for.
  private var indexes: [[String]: SuggestionIndex] = [:]

  init(_ dossier: Dossier) { self.dossier = dossier }

  /// The closest id among the records that may be named at the site.
  mutating func closest(to site: ReferenceSite) -> String? {
    var kinds: [String] = []
    if case .record(let asked) = site.expectation { kinds = asked }
    let dossier = dossier
    return indexes[kinds, default: RecordNames.index(of: kinds, dossier)].closest(to: site.target)
  }

  private static func index(of kinds: [String], _ dossier: Dossier) -> SuggestionIndex {
    kinds.isEmpty
      ? SuggestionIndex(dossier.entries.lazy.map(\.id))
      : SuggestionIndex(kinds.lazy.flatMap { dossier.entries(of: $0) }.map(\.id))
  }
}
