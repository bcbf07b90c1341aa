import DossierTesting
import DossierText
import Testing

/// Case names follow N. Seriot's JSON test suite: `y_` must be accepted, `n_` must be rejected. The texts are our own.
@Suite struct JSONReaderTests {
  private func read(_ bytes: [UInt8]) -> Diagnosed<JSONNode?> {
    JSONReader.read(SourceFile(path: SourcePath(parts: ["x.json"]), bytes: bytes))
  }

  private func read(_ text: String) -> Diagnosed<JSONNode?> { read(Array(text.utf8)) }

  static let right: [(String, String)] = [
    ("y_array_empty", "[]"), ("y_array_spaces", "[ \t\r\n]"), ("y_array_nested", "[[],[[]],{}]"), ("y_array_null", "[null]"),
    ("y_array_several", "[1,null,false,true,\"a\",{}]"), ("y_number", "123e65"), ("y_number_negative_zero", "[-0]"),
    ("y_number_zero_exponent", "[0e+1]"), ("y_number_fraction", "[-1.0e-27]"), ("y_number_capital", "[1E22]"),
    ("y_number_long", "[0.4e00669999999999999999999999999999999999999999999999999999999999999999]"),
    ("y_number_many_digits", "[123456789012345678901234567890]"), ("y_object_empty", "{}"), ("y_object_empty_key", "{\"\":0}"),
    ("y_object_nul_in_key", "{\"a\\u0000b\":1}"), ("y_object_line_ends", "{\n\"a\":\r\n\"b\"\n}"),
    ("y_object_similar_keys", "{\"e\u{301}\":1,\"\u{E9}\":2}"), ("y_string_escapes", #"["\"\\\/\b\f\n\r\t\u00e9"]"#),
    ("y_string_pair", #"["\ud83d\ude00"]"#), ("y_string_pair_capitals", #"["\uD834\uDD1E"]"#), ("y_string_del", "[\"\u{7F}\"]"),
    ("y_string_noncharacter", "[\"\u{FFFF}\\uFFFE\"]"), ("y_string_line_separator", "[\"\u{2028}\"]"), ("y_string_empty", "\"\""),
    ("y_structure_word", "true"), ("y_structure_number", " 42 "), ("y_structure_final_line_end", "[\"a\"]\n"),
    ("y_string_nul_escaped", #""\u0000""#),
  ]

  @Test(arguments: right)
  func `valid JSON is accepted`(name: String, text: String) {
    let read = read(text)
    #expect(read.value != nil && read.diagnostics.isEmpty, "\(name): \(read.diagnostics.map(\.headline))")
  }

  /// `⟦` and `⟧` enclose the span that must be underlined.
  static let wrong: [(String, String, String)] = [
    ("n_structure_empty", "⟦⟧", "expected a value, but the file ends here"), ("n_structure_space", " ⟦⟧", ""),
    ("n_array_comma_after", "[1⟦,⟧]", "there is a comma before `]`"),
    ("n_array_comma_first", "[⟦,⟧1]", "expected a value"),
    ("n_array_double_comma", "[1,⟦,⟧2]", ""), ("n_array_no_comma", "[1 ⟦t⟧rue]", "expected `,` or `]`"),
    ("n_array_unclosed", "[1⟦⟧", "but the file ends here"), ("n_array_colon", "[\"a\"⟦:⟧1]", ""), ("n_array_star", "[⟦*⟧]", ""),
    ("n_incomplete_word", "[⟦t⟧ru]", ""), ("n_capital_word", "[⟦T⟧rue]", ""), ("n_word_goes_on", "[true⟦x⟧]", ""),
    ("n_number_plus", "[⟦+⟧1]", ""), ("n_number_leading_zero", "[⟦012⟧]", "a number begins with a zero"),
    ("n_number_minus_zero", "[⟦-01⟧]", ""), ("n_number_bare_point", "[1.⟦]⟧", "expected a digit"),
    ("n_number_point_first", "[⟦.⟧5]", ""), ("n_number_exponent", "[1e⟦]⟧", ""), ("n_number_exponent_sign", "[1e+⟦]⟧", ""),
    ("n_number_minus", "[-⟦]⟧", ""), ("n_number_hex", "[0⟦x⟧1]", ""), ("n_number_NaN", "[⟦N⟧aN]", ""),
    ("n_number_infinity", "[-⟦I⟧nfinity]", ""), ("n_number_fullwidth", "[⟦１⟧]", ""),
    ("n_object_comma_after", "{\"a\":1⟦,⟧}", "there is a comma before `}`"),
    ("n_object_bare_key", "{⟦a⟧:1}", "expected a key"),
    ("n_object_single_quotes", "{⟦'⟧a':1}", ""), ("n_object_no_colon", "{\"a\" ⟦1⟧}", "expected a colon after the key"),
    ("n_object_no_value", "{\"a\":⟦}⟧", "expected a value"), ("n_object_number_key", "{⟦1⟧:1}", ""),
    ("n_object_unclosed", "{\"a\":1⟦⟧", ""), ("n_object_comment", "{\"a\":1⟦/⟧* b *\u{2F}}", ""),
    ("n_structure_two", "{}⟦{⟧}", "expected the end of the file"), ("n_structure_bracket", "[]⟦]⟧", ""),
    ("n_structure_form_feed", "[⟦\u{0C}⟧1]", ""), ("n_structure_nbsp", "[⟦\u{A0}⟧1]", ""),
    ("n_structure_byte_order_mark", "⟦\u{FEFF}⟧{}", "begins with a byte-order mark"),
    ("n_string_unclosed", "[⟦\"⟧abc", "the file ends inside a string"), ("n_string_tab", "[\"a⟦\t⟧\"]", "U+0009"),
    ("n_string_line_end", "[\"a⟦\n⟧\"]", "a line ends inside a string"), ("n_string_nul", "[\"a⟦\0⟧\"]", ""),
    ("n_string_escape_x", #"["⟦\⟧x00"]"#, "unknown escape sequence"), ("n_string_escape_short", #"["⟦\⟧u00A"]"#, ""),
    ("n_string_escape_plus", #"["⟦\⟧u+123"]"#, ""), ("n_string_escape_at_end", "[\"⟦\\⟧", ""),
    ("n_string_lone_high", #"["⟦\ud800⟧"]"#, "half of a surrogate pair"), ("n_string_lone_low", #"["⟦\udc00⟧"]"#, ""),
    ("n_string_two_highs", #"["⟦\ud800⟧\ud800"]"#, ""), ("n_string_high_and_other", #"["⟦\ud800⟧\n"]"#, ""),
    ("n_string_single_quotes", "[⟦'⟧a']", ""),
  ]

  @Test(arguments: wrong)
  func `invalid JSON is rejected with the span of the error`(name: String, text: String, headline: String) throws {
    let parts = text.split(separator: "⟦", omittingEmptySubsequences: false)
    let marked = parts[1].split(separator: "⟧", omittingEmptySubsequences: false)
    let before = Array(parts[0].utf8)
    let inner = Array(marked[0].utf8)
    let read = read(before + inner + Array(marked[1].utf8))
    #expect(read.value == nil, "\(name)")
    let reported = try #require(read.diagnostics.first, "\(name)")
    #expect(read.diagnostics.count == 1)
    #expect(reported.primary.span == Span(before.count, before.count + inner.count), "\(name): \(reported.headline)")
    #expect(reported.rule == .jsonSyntax && reported.headline.contains(headline), "\(name): \(reported.headline)")
    #expect(reported.help?.isEmpty == false)
  }

  @Test(
    arguments: [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
      [0x22, 0xE2, 0x82, 0x22], [0x22, 0x80, 0x22], [0x5B, 0xE5, 0x5D], [0x22, 0xF0, 0x9F, 0x98],
    ] as [[UInt8]])
  func `invalid UTF-8 is rejected`(bytes: [UInt8]) {
    let reported = read(bytes)
    #expect(reported.value == nil)
    #expect(reported.diagnostics.map(\.rule) == [.notUTF8])
    #expect(reported.diagnostics.first?.primary.span == Span(1, 2))
  }

  @Test func `UTF-16 is recognised`() {
    #expect(read([0xFF, 0xFE, 0x7B, 0x00]).diagnostics.first?.headline == "this file is UTF-16, not UTF-8")
  }

  @Test func `a duplicate key is reported and its first value is kept`() throws {
    let read = read(#"{"a":1,"b":{"a":2},"\u0061":3}"#)
    #expect(read.value?["a"]?.content == .number("1"))
    #expect(read.value?.members?.map(\.name) == ["a", "b"])
    let reported = try #require(read.diagnostics.first)
    #expect(read.diagnostics.count == 1 && reported.rule == .duplicateKey)
    #expect(reported.primary.span == Span(19, 27) && reported.others.first?.span == Span(1, 4))
  }

  @Test func `spans are byte offsets`() throws {
    let text = #"{ "né" : [ 1.50, "\u00e9" ] }"#
    let root = try #require(read(text).value)
    let source = SourceFile(path: SourcePath(parts: ["x"]), bytes: Array(text.utf8))
    let member = try #require(root.member("né"))
    #expect(source.text(root.span) == text)
    #expect(source.text(member.nameSpan) == "\"né\"")
    #expect(member.value.elements?.map { source.text($0.span) } == ["1.50", #""\u00e9""#])
    #expect(member.value.elements?.last?.text == "é")
  }

  // MARK: Limits

  @Test func `nesting depth is limited`() {
    let most = JSONReader.maximumDepth
    #expect(read(String(repeating: "[", count: most) + String(repeating: "]", count: most)).value != nil)
    for text in [String(repeating: "[", count: 100_000), String(repeating: "{\"a\":", count: 100_000)] {
      let reported = read(text).diagnostics
      #expect(reported.map(\.rule) == [.jsonLimit])
    }
    #expect(read(String(repeating: "[", count: 200)).diagnostics.first?.primary.span == Span(most, most + 1))
  }

  @Test func `the number of values is limited`() {
    let many = Array("[".utf8) + Array(repeating: Array("1,".utf8), count: JSONReader.maximumValues).joined() + Array("1]".utf8)
    #expect(read(many).diagnostics.map(\.rule) == [.jsonLimit])
  }

  @Test func `the number of reported duplicates is limited`() {
    let text = "{" + (0..<5000).map { _ in "\"a\":1" }.joined(separator: ",") + "}"
    #expect(read(text).diagnostics.count == 20)
  }

  // MARK: Property tests

  @Test func `written values are read back unchanged`() {
    var random = Seeded(7)
    for _ in 0..<400 {
      let value = random.value(depth: 4)
      for text in [value.compact(), value.pretty(), " \n" + value.pretty() + "\r\n"] {
        let read = read(text)
        #expect(read.diagnostics.isEmpty)
        #expect(read.value.map { value.equals($0) } ?? false, "\(text)")
      }
    }
  }

  @Test func `random bytes do not crash the reader`() {
    var random = Seeded(11)
    let pieces = ["{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "d800", "true", "nul", "-", "0", "1e", ".", " ", "é", "\u{0}"]
      .map { Array($0.utf8) }
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        bytes +=
          Bool.random(using: &random) ? pieces.randomElement(using: &random) ?? [] : [UInt8.random(in: 0...255, using: &random)]
      }
      let read = read(bytes)
      #expect((read.value == nil) == read.diagnostics.contains { $0.rule != .duplicateKey })
      for reported in read.diagnostics { #expect(Int(reported.primary.span.upper) <= bytes.count + 1, "\(bytes)") }
    }
  }

  /// A truncated or changed document must never be read as another value without a diagnostic.
  @Test func `a truncated document is rejected`() {
    var random = Seeded(13)
    let bytes = Array(JSON.array([random.value(depth: 4), random.value(depth: 4)]).pretty().utf8)
    for end in bytes.indices { #expect(read(Array(bytes[..<end])).value == nil) }
  }
}

extension Seeded {
  fileprivate mutating func value(depth: Int) -> JSON {
    switch Int.random(in: 0...(depth > 0 ? 8 : 5), using: &self) {
    case 0: return .null
    case 1: return .bool(.random(using: &self))
    case 2: return .integer(Int(truncatingIfNeeded: next()))
    case 3: return .number(["0.10", "-0", "1e400", "-2.50E-7", "0e+1"].randomElement(using: &self) ?? "0")
    case 4, 5: return .string(text())
    case 6: return .array((0..<Int.random(in: 0...5, using: &self)).map { _ in value(depth: depth - 1) })
    default:
      let count = Int.random(in: 0...5, using: &self)
      return .object((0..<count).map { i in JSON.Member(text() + String(i), value(depth: depth - 1)) })
    }
  }

  private mutating func text() -> String {
    let scalars = (0..<Int.random(in: 0...6, using: &self)).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self) >> UInt32.random(in: 0...16, using: &self))
    }
    return String(String.UnicodeScalarView(scalars))
  }
}

extension JSON {
  /// Whether a node equals this value. Strings are compared by bytes, numbers by spelling, and members in order.
  fileprivate func equals(_ node: JSONNode) -> Bool {
    switch (self, node.content) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.integer(let a), .number(let b)): String(a) == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a.utf8.elementsEqual(b.utf8)
    case (.array(let a), .array(let b)): a.count == b.count && zip(a, b).allSatisfy { $0.equals($1) }
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.name.utf8.elementsEqual($1.name.utf8) && $0.value.equals($1.value) }
    default: false
    }
  }
}
