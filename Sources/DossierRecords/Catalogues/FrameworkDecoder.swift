import DossierMarkup
import DossierText

/// Distinguishes framework files from registers and reads them.
enum FrameworkDecoder {
  /// The `kind` of each framework file, and the key of the list or mapping that a file of this kind contains.
  private static let forms = ["catalogue": "items", "crosswalk": "rows", "texts": "texts"]

  /// Whether a YAML file is a framework file. The `kind` alone is not sufficient, because files of other programs can have the
  /// same `kind`. The file must also have the main key of the form, such as `items`, or the key `name`.
  static func concerns(_ fields: YAMLNode) -> Bool {
    guard let content = fields.member(like: "kind")?.value.text.flatMap({ forms[$0.lowercased()] }) else { return false }
    return fields.member(like: content) != nil || fields.member(like: "name") != nil
  }

  /// Whether a word after `kind:` denotes a framework file.
  static func isForm(_ word: String) -> Bool { forms[word.lowercased()] != nil }

  /// Returns nil if the file is not a framework file.
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
