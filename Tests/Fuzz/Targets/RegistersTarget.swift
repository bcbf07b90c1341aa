@testable import DossierAnalysis
@testable import DossierMarkup
@testable import DossierText

/// A register in YAML: spans are inside the file, a second run gives the same result, and an edit adds exactly one value.
enum RegistersTarget {
  private static let path = SourcePath(parts: ["register.yaml"])
  /// A key that no input has, unless an input contains this text.
  private static let key = "fuzz-added"

  /// Returns how many edits were checked. The editor refuses edits that it cannot make safely.
  @discardableResult static func run(_ bytes: [UInt8]) throws -> Int {
    let source = SourceFile(path: path, bytes: bytes)
    let spans = SpanProperties(size: bytes.count)
    let (first, second) = (DocumentParser.parse(source), DocumentParser.parse(source))
    try spans.check(first.diagnostics)
    if let fields = first.value.fields { try spans.check(fields) }
    try require(
      first.diagnostics == second.diagnostics && first.value.fields == second.value.fields, "a second run gives another result")
    try spans.check(FileParser(nil).parse(source).diagnostics)
    guard let fields = first.value.fields, isEditable(first.diagnostics) else { return 0 }
    return try edit(first.value.source, fields)
  }

  /// Whether the file has no diagnostic, except for its byte-order mark. A byte-order mark does not prevent edits.
  private static func isEditable(_ diagnostics: [Diagnostic]) -> Bool { diagnostics.allSatisfy { $0.rule == .byteOrderMark } }

  private static func edit(_ source: SourceFile, _ fields: YAMLNode) throws -> Int {
    let editor = YAMLEditor(source, root: fields)
    var edits = 0
    if let edit = editor.appending(key, .scalar("1"), toMappingAt: []) {
      let after = try parsed(edit.applied(to: source.bytes))
      let members = Content(after).members
      try require(members?.last == Content.Member(key: key, value: .scalar("1")), "the edit does not add the key at the end")
      try require(members?.dropLast().elementsEqual(Content(fields).members ?? []) == true, "the edit changes another value")
      edits += 1
    }
    for member in fields.members ?? [] {
      guard case .sequence(let items) = member.value.content,
        let edit = editor.appending(.scalar("1"), toListAt: [.key(member.key)])
      else { continue }
      let after = try parsed(edit.applied(to: source.bytes))
      let expected = Content.list(items.map(Content.init) + [.scalar("1")])
      try require(after.member(member.key).map { Content($0.value) } == expected, "the edit does not add the item at the end")
      edits += 1
    }
    return edits
  }

  private static func parsed(_ bytes: [UInt8]) throws -> YAMLNode {
    let document = DocumentParser.parse(SourceFile(path: path, bytes: bytes))
    guard let fields = document.value.fields, isEditable(document.diagnostics) else {
      throw Violation(description: "the edited file cannot be read: \(String(decoding: bytes, as: UTF8.self))")
    }
    return fields
  }

  /// A YAML value without spans and styles.
  private indirect enum Content: Equatable {
    case scalar(String)
    case list([Content])
    case mapping([Member])

    struct Member: Equatable {
      let key: String
      let value: Content
    }

    init(_ node: YAMLNode) {
      switch node.content {
      case .scalar(let text, _): self = .scalar(text)
      case .sequence(let items): self = .list(items.map(Content.init))
      case .mapping(let members): self = .mapping(members.map { Member(key: $0.key, value: Content($0.value)) })
      }
    }

    var members: [Member]? { if case .mapping(let members) = self { members } else { nil } }
  }
}
