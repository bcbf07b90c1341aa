import DossierRecords
import DossierText

/// Suggests catalogue items for ids that do not exist in a catalogue. Use one instance for all ids of a rule, because an
/// instance caches indexes.
struct CatalogueItems {
  /// Indexes of the items, by the name of the catalogue.
  private var spellings: [String: SuggestionIndex] = [:]
  private var known: [String: [String: Catalogue.Item?]] = [:]

  mutating func closest(to id: String, in catalogue: Catalogue) -> Catalogue.Item? {
    if let item = known[catalogue.name]?[id] { return item }
    var index = spellings.removeValue(forKey: catalogue.name)
    let item = catalogue.closest(to: id, spellings: &index)
    if let index { spellings[catalogue.name] = index }
    known[catalogue.name, default: [:]][id] = .some(item)
    return item
  }
}
