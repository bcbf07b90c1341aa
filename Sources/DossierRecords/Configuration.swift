package import DossierMarkup
package import DossierText

/// What `dossier.yaml` says of the organisation and of how its records are judged. Data only: nothing in it is run.
package struct Configuration: Sendable, Hashable {
  package let organisation: String
  package let title: String?
  package let scope: Prose?
  package let catalogues: [String]
  package let risk: RiskMethod?

  package static let fileName = "dossier.yaml"

  package static let schema = Schema(
    Field("organisation", \Configuration.organisation, "the name of the organisation", example: "Example Ltd"),
    Field("title", \Configuration.title, "the name of the management system", example: "AI management system"),
    Field("scope", \Configuration.scope, "what the management system covers, in Markdown"),
    Field(
      "catalogues", \Configuration.catalogues, "the frameworks in use; `iso42001` always is", example: "[iso42001, eu-ai-act]"),
    Field("risk", \Configuration.risk, "the scales and the appetite that risks are judged by"),
    make: Configuration.init)

  /// For a folder that has no `dossier.yaml`.
  package static let none = Configuration(
    organisation: "Unnamed organisation", title: nil, scope: nil, catalogues: [], risk: nil)

  package static func decode(_ document: DossierMarkup.Document) -> Diagnosed<Configuration> {
    var decoding = Decoding(source: document.source, subject: "the configuration")
    guard let root = document.fields else { return Diagnosed(.none) }
    var entries: [FieldEntry] = []
    let configuration = schema.decode(root, &decoding, entries: &entries)
    for (i, name) in (configuration?.catalogues ?? []).enumerated() where !CatalogueLibrary.names.contains(name) {
      guard case .sequence(let nodes)? = root.member("catalogues")?.value.content, i < nodes.count else { continue }
      decoding.unknownWord(name, nodes[i], CatalogueLibrary.names)
    }
    return Diagnosed(configuration ?? .none, decoding.diagnostics)
  }
}

/// How an organisation scores risks: the words for its five steps, and what it can live with.
package struct RiskMethod: MappingValue {
  package let likelihood: [String]
  package let impact: [String]
  package let acceptable: Score25?
  package let tolerable: Score25?

  package static let schema = Schema(
    Field("likelihood", \RiskMethod.likelihood, "words for likelihood 1 to 5"),
    Field("impact", \RiskMethod.impact, "words for impact 1 to 5"),
    Field("acceptable", \RiskMethod.acceptable, "highest likelihood × impact that a system's owner may accept"),
    Field("tolerable", \RiskMethod.tolerable, "highest likelihood × impact that may be accepted at all"),
    make: RiskMethod.init)
}

/// A product of likelihood and impact.
package struct Score25: FieldValue {
  package let value: Int

  package static var shape: ValueShape { .integer(1...25) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Score25? {
    decoding.integer(node, shape, within: 1...25).map(Score25.init)
  }

  package var content: FieldContent? { .integer(value) }
}
