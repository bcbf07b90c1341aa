package import DossierMarkup
package import DossierText

/// The content of `dossier.yaml`: the organisation and the settings for its records. The file is data and is never executed.
package struct Configuration: Sendable, Hashable {
  package let organisation: String
  package let title: String?
  package let scope: Prose?
  /// The names under `catalogues`. Each name is a catalogue of the program or a catalogue in the workspace.
  package let catalogueNames: [Located]
  /// The folder at which links that begin with `/` start.
  package let linkRoot: String?
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
    Field("scope", \Configuration.scope, "the scope of the management system, in Markdown"),
    Field(
      "catalogues", \Configuration.catalogueNames, "the frameworks in use; `iso42001` is always included",
      example: "[iso42001, eu-ai-act]"
    ),
    Field(
      "link_root", \Configuration.linkRoot,
      "the folder at which links that begin with `/` start; without it, they start at the workspace or at its repository"),
    Field("risk", \Configuration.risk, "the scales and the appetite for risks"),
    Field("adopt", \Configuration.adopt, "Markdown files without `kind` that are treated as records"),
    Field("kinds", \Configuration.kinds, "the organisation's own kinds of record"),
    Field("checks", \Configuration.checks, "the organisation's own rules"),
    Field(
      "approvals", \Configuration.approvals, "the number of approvals that records need, and the roles whose approvals count"),
    Field("rules", \Configuration.rules, "the profile and the severity levels of rules"),
    make: Configuration.init)

  /// The configuration of a folder without `dossier.yaml`.
  package static let none = Configuration(
    organisation: "Unnamed organisation", title: nil, scope: nil, catalogueNames: [], linkRoot: nil, risk: nil, adopt: [],
    kinds: [], checks: [],
    approvals: [], rules: nil)

  package static func decode(_ document: DossierMarkup.Document) -> Diagnosed<ConfigurationEntry> {
    var decoding = Decoding(source: document.source, subject: "the configuration")
    var root = document.fields
    if root?.isNull ?? document.source.isBlank { root = YAMLNode(span: .start, content: .mapping([])) }
    guard var root else {
      return Diagnosed(
        ConfigurationEntry(
          configuration: .none, source: document.source, fields: [], kinds: RecordKind.all, unreadKinds: []))
    }
    root = AdoptionPreset.applied(to: root, &decoding)
    var entries: [FieldEntry] = []
    let whole = schema.decode(root, &decoding, entries: &entries)
    let configuration = whole ?? readable(root, document.source)
    let declared = DeclaredKinds(configuration.kinds, root.member("kinds")?.value, &decoding)
    AdoptionCheck.check(configuration.adopt, declared, &decoding)
    CheckDeclaration.check(configuration.checks, declared, &decoding)
    ApprovalDemand.check(configuration.approvals, declared, &decoding)
    configuration.risk?.check(entries, &decoding)
    return Diagnosed(
      ConfigurationEntry(
        configuration: configuration, source: document.source, fields: entries, kinds: declared.all,
        unreadKinds: declared.unread),
      decoding.diagnostics)
  }

  /// The configuration without the fields that have errors.
  ///
  /// An error in one field must not hide the other fields. Otherwise rules would report the other fields as missing.
  private static func readable(_ root: YAMLNode, _ source: SourceFile) -> Configuration {
    func decode(_ members: [YAMLNode.Member]) -> Configuration? {
      var unreported = Decoding(source: source, subject: "the configuration")
      return schema.decode(YAMLNode(span: root.span, content: .mapping(members)), &unreported)
    }
    let members = root.members ?? []
    var readable = members.filter { $0.key == "organisation" && decode([$0]) != nil }
    if readable.isEmpty {
      let unnamed = YAMLNode(span: root.span, content: .scalar(Configuration.none.organisation, .plain))
      readable = [YAMLNode.Member(key: "organisation", keySpan: root.span, value: unnamed)]
    }
    let name = readable
    readable += members.filter { $0.key != "organisation" && decode(name + [$0]) != nil }
    return decode(readable) ?? .none
  }
}

extension SourceFile {
  /// Whether the YAML file is empty except for comments.
  fileprivate var isBlank: Bool {
    // For a file that is not text, `bytes` is empty, but `digest` is the digest of the file on disk.
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

/// How an organisation scores risks: the names of the five levels and the risk appetite.
package struct RiskMethod: MappingValue {
  package let likelihood: [String]
  package let impact: [String]
  package let acceptable: Score25?
  package let tolerable: Score25?

  package static let schema = Schema(
    Field("likelihood", \RiskMethod.likelihood, "the names of likelihood 1 to 5"),
    Field("impact", \RiskMethod.impact, "the names of impact 1 to 5"),
    Field("acceptable", \RiskMethod.acceptable, "the highest likelihood × impact that the owner of a system may accept"),
    Field("tolerable", \RiskMethod.tolerable, "the highest likelihood × impact that anyone may accept"),
    make: RiskMethod.init)

  /// Reports `acceptable` if it is not lower than `tolerable`. `entries` are the fields of the configuration.
  fileprivate func check(_ entries: [FieldEntry], _ decoding: inout Decoding) {
    guard let acceptable, let tolerable, acceptable.value >= tolerable.value else { return }
    decoding.report(
      .outOfRange,
      "`acceptable` of the configuration is \(acceptable.value); it must be lower than `tolerable`, which is \(tolerable.value)",
      entries.span(of: "risk.acceptable") ?? .start,
      help: "write a lower `acceptable`, or a higher `tolerable`")
  }
}

/// A risk score: likelihood × impact.
package struct Score25: FieldValue {
  package let value: Int

  package static var shape: ValueShape { .integer(1...25) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Score25? {
    decoding.integer(node, shape, within: 1...25).map(Score25.init)
  }

  package var content: FieldContent? { .integer(value) }
}
