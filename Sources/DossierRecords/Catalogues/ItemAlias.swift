/// Resolves other spellings of catalogue item ids.
enum ItemAlias {
  /// The item with this alias: `A-6-2-4`, `A6.2.4`, `B.6.2.4`, `ISO 42001 A.6.2.4`, `Annex A.6.2.4`, `Article 14`, or a label
  /// from the catalogue.
  static func resolve(_ text: String, in catalogue: Catalogue) -> Catalogue.Item? {
    if let position = catalogue.position(labelled: text) { return catalogue.items[position] }
    var word = text.uppercased()
    // Accept the name of the default standard only in the catalogue of that standard. `A.5.15` of another standard is a
    // different control.
    let isDefault = catalogue.name == CatalogueLibrary.defaultName
    let names = isDefault ? ["ISO/IEC 42001", "ISO 42001", "ISO42001"] : []
    for prefix in names + ["ANNEX", "CLAUSE", "CONTROL"]
    where word.utf8.starts(with: prefix.utf8) {
      word = String(word.dropFirst(prefix.count))
      word = String(word.drop { $0 == " " || $0 == ":" })
      if word.utf8.starts(with: "2023".utf8) {
        word = String(word.dropFirst(4).drop { $0 == " " || $0 == ":" })
      }
    }
    if let article = article(word) { return catalogue.item(article) }
    word = String(
      decoding: word.utf8.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
    if isDefault, word.utf8.first == UInt8(ascii: "B") { word = "A" + word.dropFirst() }
    if word.utf8.first == UInt8(ascii: "A"), let second = word.utf8.dropFirst().first, (0x30...0x39).contains(second) {
      word = "A." + word.dropFirst()
    }
    return catalogue.item(word)
  }

  private static func article(_ word: String) -> String? {
    for prefix in ["ARTICLE", "ART.", "ART"] where word.utf8.starts(with: prefix.utf8) {
      let number = word.dropFirst(prefix.count).drop { $0 == " " }
      return number.isEmpty ? nil : "Art. \(number.lowercased())"
    }
    return nil
  }
}
