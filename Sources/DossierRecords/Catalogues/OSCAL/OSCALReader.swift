package import DossierText

extension RuleID {
  package static let oscalModel = RuleID("oscal-model")
  package static let oscalParameter = RuleID("oscal-parameter")
}

/// Reads a catalogue or a resolved profile of NIST OSCAL 1 in JSON: ids, labels, titles and hierarchy. Prose is not read.
///
/// Every problem is reported with its span. The result has a catalogue only if there was no error.
package struct OSCALReader {
  let source: SourceFile
  var diagnostics: [Diagnostic] = []

  /// `name` is the name of the new catalogue.
  package static func read(_ source: SourceFile, name: String) -> Diagnosed<Catalogue?> {
    var reader = OSCALReader(source: source)
    if let form = OSCALModel.otherForm(of: source) {
      reader.report(
        .oscalModel, "this is \(form.name); only OSCAL in JSON is supported", form.place,
        help: "use the JSON file of the same publication, or convert the file with a program such as NIST's oscal-cli")
      return Diagnosed(nil, reader.diagnostics)
    }
    let parsed = JSONReader.read(source)
    reader.diagnostics = parsed.diagnostics
    guard let root = parsed.value, let catalog = reader.catalog(in: root), let metadata = OSCALMetadata(catalog, &reader) else {
      return Diagnosed(nil, reader.diagnostics)
    }
    var items = OSCALItems(catalog, &reader)
    items.read(&reader)
    guard !reader.diagnostics.contains(where: { $0.severity == .error }) else { return Diagnosed(nil, reader.diagnostics) }
    let catalogue = Catalogue(
      name: name, title: metadata.title, publisher: metadata.publisher, edition: metadata.edition,
      provenance: metadata.provenance(of: source, items: items.items), items: items.items)
    return Diagnosed(catalogue, reader.diagnostics)
  }

  // MARK: The model

  private mutating func catalog(in root: JSONNode) -> JSONNode? {
    guard let members = root.members else {
      report(
        .oscalModel, "this JSON is not OSCAL: it is \(root.described)", Span(Int(root.span.lower), Int(root.span.lower) + 1),
        help: "import an OSCAL catalogue, which is an object with the key `catalog`")
      return nil
    }
    guard let (member, model) = members.lazy.compactMap({ m in OSCALModel(rawValue: m.name).map { (m, $0) } }).first else {
      let first = members.first { $0.name != "$schema" }
      let found = first.map { "its first key is `\($0.name.prefix(60))`" } ?? "it is an empty object"
      report(
        .oscalModel, "this JSON is not OSCAL: \(found)",
        first?.nameSpan ?? root.span, help: "import an OSCAL catalogue, which is an object with the key `catalog`")
      return nil
    }
    switch model {
    case .catalog: return object(member.value, "`catalog`") == nil ? nil : member.value
    case .profile: profile(member)
    default:
      report(
        .oscalModel, "this OSCAL file is \(model.described), not a catalogue", member.nameSpan,
        help: "import the catalogue or resolved profile that contains its controls")
    }
    return nil
  }

  /// Reports a profile that is not resolved. Such a profile only selects controls from other files, and the reader does not read
  /// these files.
  private mutating func profile(_ member: JSONNode.Member) {
    let imports = (member.value["imports"]?.elements ?? []).compactMap { $0["href"] }
    let named = imports.compactMap { href in href.text.map { "`\(OSCALReader.target(of: $0, in: member.value).prefix(100))`" } }
    let list = named.prefix(3).joined(separator: ", ") + (named.count > 3 ? " and \(named.count - 3) more" : "")
    report(
      .oscalModel,
      "this OSCAL profile is not resolved" + (named.isEmpty ? "" : ": it selects controls from \(list)"),
      member.nameSpan, others: imports.prefix(3).map { .init(source.path, $0.span, "imported here") },
      help: "resolve it with a program such as NIST's oscal-cli, then import the resulting catalogue")
  }

  /// The name of the file to which an import refers. `#uuid` refers to a resource at the end of the profile, and the resource
  /// refers to other files.
  private static func target(of href: String, in profile: JSONNode) -> String {
    guard href.utf8.first == UInt8(ascii: "#") else { return href }
    let resource = (profile["back-matter"]?["resources"]?.elements ?? []).first { $0["uuid"]?.text == String(href.dropFirst()) }
    let links = resource?["rlinks"]?.elements ?? []
    let link = links.first { $0["media-type"]?.text?.contains("json") == true } ?? links.first
    guard let name = link?["href"]?.text ?? resource?["title"]?.text else { return href }
    return name.split(separator: "/").last.map { String($0) } ?? name
  }

  // MARK: Reporting

  mutating func report(
    _ rule: RuleID, _ headline: String, _ span: Span, label: String = "", severity: Severity = .error,
    others: [Diagnostic.Label] = [], help: String
  ) {
    diagnostics.append(
      Diagnostic(rule, severity, headline, at: .init(source.path, span, label), others: others, help: help))
  }

  mutating func missing(_ key: String, of subject: String, in node: JSONNode) {
    report(
      .missingField, "\(subject) has no `\(key)`", Span(Int(node.span.lower), Int(node.span.lower) + 1),
      help: "add `\"\(key)\": …`; OSCAL requires it")
  }

  // MARK: Reading values

  /// Reads a required string. If the string is missing, empty or of another type, reports the problem and returns nil.
  mutating func text(_ key: String, of subject: String, in node: JSONNode) -> JSONNode? {
    guard let found = node[key] else {
      missing(key, of: subject, in: node)
      return nil
    }
    guard let text = found.text else {
      wrongType(found, "`\(key)` of \(subject)", "a string")
      return nil
    }
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace && !TerminalText.isHidden($0) }) else {
      report(.emptyValue, "`\(key)` of \(subject) is empty", found.span, help: "write a text; OSCAL requires it")
      return nil
    }
    return found
  }

  mutating func object(_ node: JSONNode, _ subject: String) -> [JSONNode.Member]? {
    guard let members = node.members else {
      wrongType(node, subject, "an object")
      return nil
    }
    return members
  }

  /// Reads the objects of an optional array. Elements that are not objects are reported and left out.
  mutating func objects(_ key: String, of subject: String, in node: JSONNode) -> [JSONNode] {
    guard let found = node[key] else { return [] }
    guard let elements = found.elements else {
      wrongType(found, "`\(key)` of \(subject)", "an array")
      return []
    }
    return elements.filter { object($0, "an element of `\(key)` of \(subject)") != nil }
  }

  private mutating func wrongType(_ node: JSONNode, _ subject: String, _ wanted: String) {
    let whole = node.members != nil || node.elements != nil
    report(
      .wrongType, "\(subject) is \(node.described), not \(wanted)",
      whole ? Span(Int(node.span.lower), Int(node.span.lower) + 1) : node.span, help: "write \(wanted), as OSCAL requires")
  }
}
