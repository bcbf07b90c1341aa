package import DossierMarkup
package import DossierText

/// What `dossier.yaml` says of the organisation and of how its records are judged. Data only: nothing in it is run.
package struct Configuration: Sendable, Hashable {
  package let organisation: String
  package let title: String?
  package let scope: Prose?
  /// Names of catalogues, of the program or of the workspace.
  package let catalogueNames: [Located]
  package let risk: RiskMethod?
  package let adopt: [Adoption]
  package let kinds: [KindDeclaration]
  package let checks: [CheckDeclaration]
  package let approvals: [ApprovalDemand]
  package let rules: RuleSettings?

  package var catalogues: [String] { catalogueNames.map(\.text) }

  package static let fileName = "dossier.yaml"

  package static let schema = Schema(
    Field("organisation", \Configuration.organisation, "the name of the organisation", example: "Example Ltd"),
    Field("title", \Configuration.title, "the name of the management system", example: "AI management system"),
    Field("scope", \Configuration.scope, "what the management system covers, in Markdown"),
    Field(
      "catalogues", \Configuration.catalogueNames, "the frameworks in use; `iso42001` always is", example: "[iso42001, eu-ai-act]"
    ),
    Field("risk", \Configuration.risk, "the scales and the appetite that risks are judged by"),
    Field("adopt", \Configuration.adopt, "files that are records without saying so"),
    Field("kinds", \Configuration.kinds, "kinds of record of the organisation's own"),
    Field("checks", \Configuration.checks, "rules of the organisation's own"),
    Field("approvals", \Configuration.approvals, "how many approvals records need, and whose count"),
    Field("rules", \Configuration.rules, "the profile and the levels that rules are judged by"),
    make: Configuration.init)

  /// For a folder that has no `dossier.yaml`.
  package static let none = Configuration(
    organisation: "Unnamed organisation", title: nil, scope: nil, catalogueNames: [], risk: nil, adopt: [], kinds: [], checks: [],
    approvals: [], rules: nil)

  package static func decode(_ document: DossierMarkup.Document) -> Diagnosed<ConfigurationEntry> {
    var decoding = Decoding(source: document.source, subject: "the configuration")
    var root = document.fields
    if root?.isNull ?? document.source.saysNothing { root = YAMLNode(span: .start, content: .mapping([])) }
    guard let root else {
      return Diagnosed(
        ConfigurationEntry(
          configuration: .none, source: document.source, fields: [], kinds: RecordKind.all, unreadKinds: []))
    }
    var entries: [FieldEntry] = []
    let configuration = schema.decode(root, &decoding, entries: &entries)
    let declared = DeclaredKinds(configuration?.kinds ?? [], root.member("kinds")?.value, &decoding)
    AdoptionCheck.check(configuration?.adopt ?? [], declared, &decoding)
    CheckDeclaration.check(configuration?.checks ?? [], declared, &decoding)
    ApprovalDemand.check(configuration?.approvals ?? [], declared, &decoding)
    return Diagnosed(
      ConfigurationEntry(
        configuration: configuration ?? .none, source: document.source, fields: entries, kinds: declared.all,
        unreadKinds: declared.unread),
      decoding.diagnostics)
  }
}

extension SourceFile {
  /// Whether there is nothing in this YAML file but comments.
  fileprivate var saysNothing: Bool {
    // What cannot be read as text has no bytes here, but the digest of those it has on disk.
    if bytes.isEmpty { return digest == Digest(of: []) }
    let lines = LineIndex(bytes)
    return lines.starts.indices.allSatisfy { i in
      var line = lines.content(of: i, in: bytes)
      if i == 0, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      line = line.drop { $0 <= 0x20 }
      return line.isEmpty || line.first == UInt8(ascii: "#")
    }
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
