extension Frameworks {
  /// The result of looking up the id of an item.
  package enum Lookup: Sendable, Hashable {
    /// `canonical` is the correct spelling. Nil if the text is already correct.
    case item(ItemPosition, canonical: String?)
    case unknownCatalogue(String)
    case unknownItem(catalogue: Int)
  }

  package func position(of name: String) -> Int? { catalogues.firstIndex { $0.name == name } }

  /// Looks up an item by id: `eu-ai-act:Art. 14`, or `A.6.2.4` in the default catalogue. Aliases of ids are accepted.
  package func lookup(_ text: String) -> Lookup {
    var word = text
    var own = position(of: CatalogueLibrary.defaultName)
    if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let name = String(text[..<colon])
      guard let named = position(of: name) else {
        // The text before the colon is not always the name of a catalogue. For example, `ISO/IEC 42001:2023 A.6.2.4` is another
        // spelling of an id in the default catalogue.
        guard let own, let meant = ItemAlias.resolve(text, in: catalogues[own]), let item = catalogues[own].position(of: meant.id)
        else { return .unknownCatalogue(name) }
        return .item(ItemPosition(catalogue: own, item: item), canonical: meant.id)
      }
      own = named
      word = String(text[text.index(after: colon)...])
      word = String(word.drop { $0 == " " })
    }
    guard let own else { return .unknownCatalogue(CatalogueLibrary.defaultName) }
    if let found = catalogues[own].position(of: word) { return .item(ItemPosition(catalogue: own, item: found), canonical: nil) }
    // An id without a prefix can mean an item of another catalogue, if only one catalogue has this item. `Art. 5` is ambiguous,
    // because two laws have an article with this number.
    let isBare = word.utf8.count == text.utf8.count
    let found = candidates(word, in: isBare ? Array(catalogues.indices) : [own])
    if let place = found.first(where: { $0.catalogue == own }) ?? (found.count == 1 ? found.first : nil) {
      let meant = catalogues[place.catalogue].items[place.item]
      let canonical = place.catalogue == own && isBare ? meant.id : catalogues[place.catalogue].canonical(meant)
      return .item(place, canonical: canonical)
    }
    return .unknownItem(catalogue: own)
  }

  /// The items that an id without a prefix can mean, at most one per catalogue.
  package func candidates(_ word: String) -> [ItemPosition] { candidates(word, in: Array(catalogues.indices)) }

  private func candidates(_ word: String, in positions: [Int]) -> [ItemPosition] {
    positions.compactMap { position in
      let catalogue = catalogues[position]
      guard let meant = catalogue.item(word) ?? ItemAlias.resolve(word, in: catalogue) else { return nil }
      return catalogue.position(of: meant.id).map { ItemPosition(catalogue: position, item: $0) }
    }
  }
}
