import DossierMarkup
import DossierText

/// Tells the files about frameworks from registers, and reads them.
enum FrameworkDecoder {
  /// What such files have as their `kind`, and the list or mapping that each holds.
  private static let forms = ["catalogue": "items", "crosswalk": "rows", "texts": "texts"]

  /// Whether a YAML file is about a framework. A stranger's file of such a kind has another content.
  static func concerns(_ fields: YAMLNode) -> Bool {
    guard let content = fields.member(like: "kind")?.value.text.flatMap({ forms[$0.lowercased()] }) else { return false }
    return fields.member(like: content) != nil || fields.member(like: "name") != nil
  }

  /// Whether a word after `kind:` is one of theirs.
  static func isForm(_ word: String) -> Bool { forms[word.lowercased()] != nil }

  /// Nil where the file is no such file.
  static func decode(_ document: DossierMarkup.Document, kinds: [String]) -> Diagnosed<DecodedDocument>? {
    guard let fields = document.fields, concerns(fields) else { return nil }
    switch fields.member(like: "kind")?.value.text?.lowercased() {
    case "catalogue":
      let read = CatalogueDecoder.decode(document, kinds: kinds)
      return Diagnosed(DecodedDocument(framework: read.value.map { .catalogue($0) }), read.diagnostics)
    case "crosswalk":
      let read = CrosswalkDecoder.decode(document)
      return Diagnosed(DecodedDocument(framework: read.value.map { .crosswalk($0) }), read.diagnostics)
    default:
      let read = LicensedText.decode(document)
      return Diagnosed(DecodedDocument(framework: read.value.map { .texts($0) }), read.diagnostics)
    }
  }
}
