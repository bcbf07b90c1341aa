package import DossierMarkup
package import DossierText

extension RuleID {
  package static let wrongType = RuleID("wrong-type")
  package static let badDate = RuleID("bad-date")
  package static let badDuration = RuleID("bad-duration")
  package static let badDigest = RuleID("bad-digest")
  package static let outOfRange = RuleID("out-of-range")
  package static let unknownWord = RuleID("unknown-word")
  package static let unknownKey = RuleID("unknown-key")
  package static let missingField = RuleID("missing-field")
  package static let emptyValue = RuleID("empty-value")
  package static let badID = RuleID("bad-id")
}

/// The state of decoding the fields of one file: its source, and the diagnostics and references so far.
package struct Decoding {
  package let source: SourceFile
  /// The name of the current subject in messages: "risk RSK-012", "this record".
  package var subject: String
  /// The number of parts at the start of `trail` that are the path of the current subject. Messages leave these parts out.
  private var depth = 0
  package private(set) var diagnostics: [Diagnostic] = []
  package private(set) var references: [ReferenceSite] = []
  private var citations: [Citation] = []
  /// The path of the current field: in the record for a record, otherwise in the file. Each field name and each list position is
  /// one part.
  private var trail: [String] = []
  /// For each part of `trail`, whether the field is optional.
  private var mayBeLeftOut: [Bool] = []
  /// The positions of the decoded items in the list that was decoded last.
  var lastList: FieldEntry.Positions?
  /// How many more words of this file may be compared with the known words to find a suggestion.
  ///
  /// The limit keeps decoding fast for a file with very many misspelled words.
  private var comparisons = 1_000
  /// For each list of known words, a table that finds a known word regardless of case, hyphens, underscores and spaces.
  ///
  /// The key of the table is the result of `Suggestion.letters(of:)` for the known word. The value is the known word. The value
  /// is nil if several known words have the same key.
  private var spelled: [[String]: [String: String?]] = [:]
  /// The numbers of keys in one YAML mapping that differ only in case, hyphens, underscores and spaces. `mapping` is the span of
  /// the mapping. `counts` has one number for each result of `Suggestion.letters(of:)`.
  ///
  /// The counts are computed at the first unknown key of a mapping. An unknown key of another mapping replaces the value.
  private var spellings: (mapping: Span, counts: [String: Int])?
  /// The line index of the file. Computed when the first Markdown text inside YAML needs the index.
  private var lines: LineIndex?

  package init(source: SourceFile, subject: String) {
    self.source = source
    self.subject = subject
  }

  package mutating func enter(_ part: String, isRequired: Bool = false) {
    trail.append(part)
    mayBeLeftOut.append(!isRequired)
  }

  /// Makes the current value the subject of messages. Returns the previous subject; pass it to `speak(of:)` to restore it.
  package mutating func speakHere(of name: String) -> (String, Int) {
    defer { (subject, depth) = (name, trail.count) }
    return (subject, depth)
  }

  package mutating func speak(of before: (String, Int)) { (subject, depth) = before }

  /// The known word that the author probably meant.
  ///
  /// For at most 1,000 misspelled words in a file, `word` is compared with similar known words. After that, a known word is
  /// found only if it differs from `word` in only case, hyphens, underscores and spaces.
  mutating func meant(by word: String, among names: [String], joinedBy mark: Unicode.Scalar) -> String? {
    let known =
      spelled[names] ?? Dictionary(names.map { (Suggestion.letters(of: $0), Optional($0)) }) { a, b in a == b ? a : nil }
    spelled[names] = known
    let letters = Suggestion.letters(of: word)
    if let name = known[letters] ?? nil, !letters.isEmpty { return name }
    comparisons -= 1
    return comparisons >= 0 ? Suggestion.meant(by: word, among: names, joinedBy: mark) : nil
  }

  /// The number of keys of a mapping that are equal to `key`, or differ only in case, hyphens, underscores and spaces.
  mutating func spellings(like key: String, in node: YAMLNode) -> Int {
    if spellings?.mapping != node.span {
      let keys = (node.members ?? []).map { (Suggestion.letters(of: $0.key), 1) }
      spellings = (node.span, Dictionary(keys, uniquingKeysWith: +))
    }
    return spellings?.counts[Suggestion.letters(of: key)] ?? 0
  }

  package mutating func leave() {
    trail.removeLast()
    mayBeLeftOut.removeLast()
  }

  /// Returns and removes the references found since the last call.
  package mutating func takeReferences() -> [ReferenceSite] {
    defer { references = [] }
    return references
  }

  /// Returns and removes the citations found in Markdown fields since the last call.
  mutating func takeCitations() -> [Citation] {
    defer { citations = [] }
    return citations
  }

  /// The path of the current field, with list positions: `controls[2]`.
  private var field: String {
    trail.dropFirst(depth).reduce("") { $0.isEmpty || $1.utf8.first == UInt8(ascii: "[") ? $0 + $1 : $0 + "." + $1 }
  }

  /// The current position for messages: "`controls[2]` of risk RSK-012". Outside a field, the text is only the subject.
  var place: String { field.isEmpty ? subject : "`\(field)` of \(subject)" }

  /// The position of the mapping that contains the field `name`. For `controls[2].control`: "`controls[2]` of risk RSK-012".
  func place(above name: String) -> String {
    var above = self
    if above.trail.count > depth, above.trail.last == name { above.trail.removeLast() }
    return above.place
  }

  private var fieldWithoutPositions: String {
    trail.filter { $0.utf8.first != UInt8(ascii: "[") }.joined(separator: ".")
  }

  // MARK: Reporting

  package mutating func report(
    _ rule: RuleID, _ headline: String, _ span: Span, label: String = "", severity: Severity = .error,
    others: [Diagnostic.Label] = [], help: String?, fixes: [Diagnostic.Fix] = []
  ) {
    diagnostics.append(
      Diagnostic(rule, severity, headline, at: .init(source.path, span, label), others: others, help: help, fixes: fixes))
  }

  package mutating func add(_ more: [Diagnostic]) { diagnostics += more }

  /// An edit that replaces a scalar. `isCertain` says that the new text is certainly correct.
  ///
  /// The applicability of the edit is `certain` only if `isCertain` is true and the text of the scalar equals its bytes in the
  /// file.
  package func fix(_ node: YAMLNode, _ text: String, isCertain: Bool) -> Diagnostic.Fix {
    let written = node.text ?? source.text(node.span)
    let isCertain = isCertain && node.text != nil && source.contains(written, at: node.span)
    return Diagnostic.Fix(source.path, node.span, written, to: text, isCertain ? .certain : .suggested)
  }

  package mutating func wrongType(_ node: YAMLNode, _ shape: ValueShape, meant: String? = nil) {
    let fixes = meant.map { [fix(node, $0, isCertain: true)] } ?? []
    report(
      .wrongType, "\(place) is \(node.described), not \(shape.described)", node.span,
      label: meant.map { "did you mean `\($0)`?" } ?? "", help: "write \(shape.described)", fixes: fixes)
  }

  /// Reports a word that is not in `words`. The help lists the words in `named`, or all words if `named` is nil.
  package mutating func unknownWord(_ text: String, _ node: YAMLNode, _ words: [String], named: [String]? = nil) {
    let meant = self.meant(by: text, among: words, joinedBy: "-")
    report(
      .unknownWord, "\(place) cannot be `\(text.prefix(60))`", node.span,
      label: meant.map { "did you mean `\($0)`?" } ?? "", help: "write " + ValueShape.word(named ?? words).described,
      fixes: meant.map { [fix(node, $0, isCertain: $0 == Suggestion.spelling(of: text, among: words))] } ?? [])
  }

  // MARK: Reading scalars

  /// The text of a scalar. If the value is empty or not a scalar, reports the problem and returns nil.
  package mutating func scalar(_ node: YAMLNode, _ shape: ValueShape) -> String? {
    guard let text = node.text else {
      wrongType(node, shape)
      return nil
    }
    if node.isNull || text.utf8.allSatisfy({ $0 <= 0x20 }) {
      report(
        .emptyValue, "\(place) is empty", node.span,
        help: "write \(shape.described)" + (mayBeLeftOut.last ?? true ? ", or remove the key" : ""))
      return nil
    }
    return text
  }

  package mutating func parsed<Value>(
    _ node: YAMLNode, _ shape: ValueShape, _ rule: RuleID, _ help: String, _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = scalar(node, shape) else { return nil }
    if let value = parse(text) { return value }
    report(rule, "\(place) is \(node.described), not \(shape.described)", node.span, help: help)
    return nil
  }

  /// Reports a valid date that is not written as `YYYY-MM-DD`. `day` is the date that the author meant.
  package mutating func otherDateForm(_ node: YAMLNode, _ day: CivilDate, _ help: String) {
    report(
      .badDate, "\(place) is \(node.described), not \(ValueShape.date.described)", node.span, label: "did you mean `\(day)`?",
      help: help, fixes: [fix(node, day.description, isCertain: true)])
  }

  package mutating func dateWithoutDay(_ node: YAMLNode, _ help: String) {
    report(.badDate, "\(place) is \(node.described), which does not say the day", node.span, help: help)
  }

  /// Reports a date that has two meanings because the order of day and month is unknown.
  package mutating func ambiguousDate(_ node: YAMLNode, _ one: CivilDate, _ other: CivilDate, _ help: String) {
    report(.badDate, "\(place) is \(node.described), which can be \(one) or \(other)", node.span, help: help)
  }

  package mutating func impossibleDate(_ node: YAMLNode, _ help: String) {
    report(.badDate, "\(place) is \(node.described), which is not an existing date", node.span, help: help)
  }

  package mutating func integer(_ node: YAMLNode, _ shape: ValueShape, within range: ClosedRange<Int>?) -> Int? {
    guard let text = scalar(node, shape) else { return nil }
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text) else {
      wrongType(node, shape)
      return nil
    }
    if let range, !range.contains(value) {
      report(
        .outOfRange, "\(place) is \(value); it must be from \(range.lowerBound) to \(range.upperBound)",
        node.span, help: "write \(shape.described)")
      return nil
    }
    return value
  }

  // MARK: References

  package mutating func refer(to target: String, _ expectation: ReferenceSite.Expectation, _ span: Span) {
    references.append(
      ReferenceSite(expectation: expectation, target: target, field: fieldWithoutPositions, source: source, span: span))
  }

  package mutating func recordID(_ node: YAMLNode, _ shape: ValueShape, kinds: [String]) -> String? {
    guard let text = scalar(node, shape) else { return nil }
    refer(to: text, .record(kinds), node.span)
    return text
  }

  // MARK: Markdown inside YAML

  package mutating func markup(_ text: String, _ node: YAMLNode) -> MarkupTree {
    if lines == nil { lines = LineIndex(source.bytes) }
    let map = node.sourceMap(in: source, lines: lines ?? LineIndex([]))
    let parsed = MarkupParser.parse(Array(text.utf8), in: source, map: map)
    diagnostics += parsed.diagnostics + MarkupInspection.inspect(parsed.value, in: source)
    citations += CitationScan.citations(in: parsed.value, of: source)
    references += ProseReferences.sites(in: parsed.value, field: fieldWithoutPositions, source: source)
    return parsed.value
  }
}
