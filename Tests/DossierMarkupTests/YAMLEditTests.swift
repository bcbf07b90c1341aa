import DossierMarkup
import DossierTesting
import DossierText
import Testing

/// An edit adds one value to a list or a mapping and changes nothing else.
@Suite struct YAMLEditTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let before: String
    let after: String?
    let item: YAMLEdit.Value

    init(_ before: String, _ after: String?, _ item: YAMLEdit.Value = .scalar("n")) {
      (self.before, self.after, self.item) = (before, after, item)
    }

    var testDescription: String { before.debugDescription }
  }

  private static let fields = YAMLEdit.Value.mapping([("p", .scalar("1")), ("q", .scalar("2"))])

  @Test(arguments: [
    // In brackets.
    Case("k: []\n", "k: [n]\n"), Case("k: [ ] # c\n", "k: [n ] # c\n"), Case("k: [a]\n", "k: [a, n]\n"),
    Case("k: [a ]\n", "k: [a, n ]\n"), Case("k: [a,]\n", "k: [a, n]\n"), Case("k: [a, ]\n", "k: [a, n ]\n"),
    Case("k: ['a ]', \"b # ]\"]\n", "k: ['a ]', \"b # ]\", n]\n"), Case("k: [a # x ]\n , ]\n", "k: [a # x ]\n , n ]\n"),
    Case("k: [a,# x\n  ]\n", nil), Case("k: [# x\n  ]\n", nil), Case("k: [\n  a,\n  b,\n]\n", "k: [\n  a,\n  b, n\n]\n"),
    Case("k: [[a], {b: [c]}]\n", "k: [[a], {b: [c]}, n]\n"), Case("{k: [a], l: b}\n", "{k: [a, n], l: b}\n"),
    Case("k: [a]\n", "k: [a, {p: 1, q: 2}]\n", fields),
    // Under dashes.
    Case("k:\n  - a\n", "k:\n  - a\n  - n\n"), Case("k:\n- a\nl: b\n", "k:\n- a\n- n\nl: b\n"),
    Case("k:\n  -   \"a\" # c\n  # d\nl: b\n", "k:\n  -   \"a\" # c\n  -   n\n  # d\nl: b\n"),
    Case("k:\n  - a", "k:\n  - a\n  - n"), Case("k:\n  - a\n    b\n\n  # c\n", "k:\n  - a\n    b\n  - n\n\n  # c\n"),
    Case("k:\n  - |\n    a\n\n  # c\n", "k:\n  - |\n    a\n  - n\n\n  # c\n"),
    Case("k:\n  - |+\n    a\n\n  # c\n", "k:\n  - |+\n    a\n\n  - n\n  # c\n"), Case("k:\n  - |\n    a", nil),
    Case("k:\n  - |-\n    a", "k:\n  - |-\n    a\n  - n"), Case("k:\n  -\n    a\n", nil), Case("k:\n  -\n", "k:\n  -\n  - n\n"),
    Case("k:\n  -   a\n  -\n    b\n", "k:\n  -   a\n  -\n    b\n  -   n\n"),
    Case("k:\n  - b\t# c\n", "k:\n  - b\t# c\n  - p: 1\n    q: 2\n", fields),
    Case("k:\n  -  a: b\n     c: d\n", "k:\n  -  a: b\n     c: d\n  -  p: 1\n     q: 2\n", fields),
    Case("k:\n  - {a: b} # c\n", "k:\n  - {a: b} # c\n  - {p: 1, q: 2}\n", fields),
    Case("k:\n  - - a\n  - - b\n", "k:\n  - - a\n  - - b\n  - n\n"),
    // Where nothing is yet.
    Case("k: null\nl: b\n", "k: [n]\nl: b\n"), Case("k: ~ # c\n", "k: [n] # c\n"), Case("k:\nl: b\n", "k: [n]\nl: b\n"),
    Case("k:  # c\n", "k: [n]  # c\n"), Case("k:", "k: [n]"), Case("{k: , l: b}\n", "{k: [n], l: b}\n"),
    Case("{k: }\n", "{k: [n]}\n"), Case("{k, l: b}\n", nil),
    Case("k:  # c\nl: b\n", "k:  # c\n  - p: 1\n    q: 2\nl: b\n", fields),
    Case("{k: }\n", "{k: [{p: 1, q: 2}]}\n", fields),
    // What is no list.
    Case("k: a\n", nil), Case("k: {a: b}\n", nil), Case("l: a\n", nil), Case("[k: a]\n", nil),
  ])
  func anItemIsAdded(_ example: Case) {
    for end in ["\n", "\r\n", "\r"] {
      let before = example.before.replacing("\n", with: end)
      let edited = editor(before)?.appending(example.item, toListAt: [.key("k")])?.applied(to: Array(before.utf8))
      // A file of one line does not show its line end.
      let after = example.after?.replacing("\n", with: end)
      #expect(edited.map { String(decoding: $0, as: UTF8.self) } == after)
    }
  }

  @Test(arguments: [
    Case("a: b\n", "a: b\nk: n\n"), Case("a: b # c", "a: b # c\nk: n"), Case("\u{FEFF}a: b\n", "\u{FEFF}a: b\nk: n\n"),
    Case("{a: b}\n", "{a: b, k: n}\n"), Case("{}\n", "{k: n}\n"), Case("{\"a\": \"b\"}\n", "{\"a\": \"b\", k: n}\n"),
    Case("a:\n  b: c\n  d: [e,\n    f] # g\n# h\n", "a:\n  b: c\n  d: [e,\n    f] # g\nk: n\n# h\n"),
    Case("a: b\n", "a: b\nk: [n, m]\n", .list([.scalar("n"), .scalar("m")])),
    Case("a: b\n", "a: b\nk:\n  - p: 1\n    q: 2\n", .list([fields])),
    Case("a: b\n", "a: b\nk:\n  p: 1\n  q: 2\n", fields), Case("{a: b}", "{a: b, k: [{p: 1, q: 2}]}", .list([fields])),
    Case("a: b\nk: c\n", nil), Case("- a\n", nil), Case("a\n", nil), Case("? a\n: b\n", nil),
    Case("a: |-\n  b\n   \n", nil), Case("a: |+\n  b\n   ", nil), Case("a: |\n  b\n  \n", "a: |\n  b\nk: n\n  \n"),
  ])
  func aKeyIsAdded(_ example: Case) {
    let edited = editor(example.before)?.appending("k", example.item, toMappingAt: [])?.applied(to: Array(example.before.utf8))
    #expect(edited.map { String(decoding: $0, as: UTF8.self) } == example.after)
  }

  @Test func aKeyOfAnItemHasTheColumnOfTheOthers() {
    let before = "- a: b\n-   \"c\": d\n    e: >\n      f\n\n- g: h\n"
    let edited = editor(before)?.appending("k", .scalar("n"), toMappingAt: [.item(1)])?.applied(to: Array(before.utf8))
    #expect(
      edited.map { String(decoding: $0, as: UTF8.self) } == "- a: b\n-   \"c\": d\n    e: >\n      f\n    k: n\n\n- g: h\n")
  }

  /// For every list and every mapping of generated files: the file then says the same and the new value, every other byte is as it was,
  /// and all line ends are of one kind.
  @Test(arguments: 0..<UInt64(300 * Seeded.rounds))
  func nothingElseChanges(seed: UInt64) throws {
    let sample = YAMLSample(seed)
    let parsed = DocumentParser.parse(sample.file)
    #expect(parsed.diagnostics.filter { $0.rule != .byteOrderMark }.isEmpty, "\(sample.text.debugDescription)")
    let root = try #require(parsed.value.fields)
    let editor = YAMLEditor(sample.file, root: root)
    for (target, value) in root.edits {
      guard let edit = editor.edit(adding: value, at: target) else { continue }
      let bytes = edit.applied(to: sample.file.bytes)
      let again = DocumentParser.parse(SourceFile(path: sample.file.path, bytes: bytes))
      let text = String(decoding: bytes, as: UTF8.self).debugDescription
      #expect(again.diagnostics.map(\.rule) == parsed.diagnostics.map(\.rule), "\(text)")
      #expect(again.value.fields?.flow == root.adding(value, at: target.path[...], isMapping: target.isMapping).flow, "\(text)")
      #expect(["", "null", "~"].contains(sample.file.text(edit.span)))
      let ends = edit.text.replacing(sample.lineEnd, with: "")
      #expect(!ends.utf8.contains { $0 == 0x0A || $0 == 0x0D }, "\(text)")
    }
  }

  @Test func fewEditsAreRefused() throws {
    var (made, refused) = (0, 0)
    for seed in 0..<UInt64(300) {
      let sample = YAMLSample(seed)
      let root = try #require(DocumentParser.parse(sample.file).value.fields)
      let editor = YAMLEditor(sample.file, root: root)
      for (target, value) in root.edits { if editor.edit(adding: value, at: target) == nil { refused += 1 } else { made += 1 } }
    }
    #expect(refused < made / 25, "\(made) made, \(refused) refused")
  }

  private func editor(_ text: String) -> YAMLEditor? {
    let file = SourceFile(path: SourcePath(parts: ["a.yaml"]), bytes: Array(text.utf8))
    return DocumentParser.parse(file).value.fields.map { YAMLEditor(file, root: $0) }
  }
}

extension YAMLEditor {
  fileprivate func edit(adding value: YAMLEdit.Value, at target: YAMLNode.Target) -> YAMLEdit? {
    target.isMapping ? appending("new", value, toMappingAt: target.path) : appending(value, toListAt: target.path)
  }
}

extension YAMLNode {
  fileprivate typealias Target = (path: [YAMLEditor.Step], isMapping: Bool)

  fileprivate var edits: [(target: Target, value: YAMLEdit.Value)] {
    targets.flatMap { target in YAMLSample.values.map { (target, $0) } }
  }

  /// The paths of all lists, mappings and keys without a value.
  fileprivate var targets: [Target] {
    switch content {
    case .scalar: isNull ? [([], false)] : []
    case .sequence(let items):
      [([], false)] + items.enumerated().flatMap { i, item in item.targets.map { ([.item(i)] + $0.path, $0.isMapping) } }
    case .mapping(let members):
      [([], true)] + members.flatMap { member in member.value.targets.map { ([.key(member.key)] + $0.path, $0.isMapping) } }
    }
  }

  /// The same tree with a value more.
  fileprivate func adding(_ value: YAMLEdit.Value, at path: ArraySlice<YAMLEditor.Step>, isMapping: Bool) -> YAMLNode {
    switch (path.first, content) {
    case (.key(let key)?, .mapping(let members)):
      let changed = members.map { member in
        member.key == key
          ? Member(
            key: key, keySpan: member.keySpan, value: member.value.adding(value, at: path.dropFirst(), isMapping: isMapping))
          : member
      }
      return YAMLNode(span: span, content: .mapping(changed))
    case (.item(let position)?, .sequence(var items)):
      items[position] = items[position].adding(value, at: path.dropFirst(), isMapping: isMapping)
      return YAMLNode(span: span, content: .sequence(items))
    case (nil, .mapping(let members)) where isMapping:
      return YAMLNode(span: span, content: .mapping(members + [Member(key: "new", keySpan: .start, value: YAMLNode(value))]))
    case (nil, .sequence(let items)): return YAMLNode(span: span, content: .sequence(items + [YAMLNode(value)]))
    default: return YAMLNode(span: span, content: .sequence([YAMLNode(value)]))
    }
  }

  fileprivate init(_ value: YAMLEdit.Value) {
    switch value {
    case .scalar(let text): self.init(span: .start, content: .scalar(text, .plain))
    case .list(let items): self.init(span: .start, content: .sequence(items.map { YAMLNode($0) }))
    case .mapping(let members):
      self.init(
        span: .start, content: .mapping(members.map { Member(key: $0.key, keySpan: .start, value: YAMLNode($0.value)) }))
    }
  }
}
