package import DossierMarkup
package import DossierText

/// Text of a framework, from a file with `kind: texts`. The organisation may read the text, but must not publish it. Only an
/// internal edition shows the text.
package struct LicensedText: Sendable {
  /// The name of the catalogue whose items the texts belong to.
  package let catalogue: Located
  /// Who may read the text, and on which terms.
  package let licence: String
  package let path: SourcePath
  package let passages: [Passage]

  package struct Passage: Sendable {
    /// The id of the item.
    package let item: Located
    package let text: MarkupTree
  }

  private struct File: Sendable {
    let kind: String
    let catalogue: Located
    let licence: String
    let texts: Passages

    static let schema = Schema(
      Field("kind", \File.kind, "`texts`"),
      Field("catalogue", \File.catalogue, "the catalogue of the texts", example: "iso42001"),
      Field("licence", \File.licence, "who may read the texts, and on which terms"),
      Field("texts", \File.texts, "the text of each item, by its id"),
      make: File.init)
  }

  private struct Passages: FieldValue {
    let passages: [Pair]

    struct Pair: Hashable {
      let item: Located
      let text: Prose
    }

    static var shape: ValueShape { .mapping([]) }

    static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Passages? {
      guard let members = node.members else {
        decoding.wrongType(node, shape)
        return nil
      }
      return Passages(
        passages: members.compactMap { member in
          decoding.enter(member.key)
          defer { decoding.leave() }
          return Prose.decode(member.value, &decoding).map {
            Pair(item: Located(text: member.key, span: member.keySpan), text: $0)
          }
        })
    }

    var content: FieldContent? { nil }
  }

  /// Returns nil if a required field is missing.
  package static func decode(_ document: DossierMarkup.Document) -> Diagnosed<LicensedText?> {
    var decoding = Decoding(source: document.source, subject: "this text of a framework")
    guard let fields = document.fields else { return Diagnosed(nil, []) }
    let file = File.schema.decode(fields, &decoding)
    return Diagnosed(
      file.map { file in
        LicensedText(
          catalogue: file.catalogue, licence: file.licence, path: document.path,
          passages: file.texts.passages.map { Passage(item: $0.item, text: $0.text.tree) })
      }, decoding.diagnostics)
  }
}
