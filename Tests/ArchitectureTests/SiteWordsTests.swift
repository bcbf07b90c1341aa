import Foundation
import Testing

/// The words that Swift code writes on pages are in `Sources/DossierSite/Words`, so that a translator finds all of them there.
@Suite struct SiteWordsTests {
  /// A literal outside `Words` that may contain words.
  struct Exception: Sendable {
    /// The path in `Sources/DossierSite`.
    let path: String
    /// The literal. Nil if every literal of the file may contain words.
    let text: String?
    let reason: String
  }

  /// A literal with words.
  struct Hit: Sendable, CustomStringConvertible {
    let path: String
    let line: Int
    let text: String

    var description: String { "Sources/DossierSite/\(path):\(line): \(text)" }
  }

  private static let exceptions = [
    Exception(path: "Plan/RouteTable.swift", text: nil, reason: "diagnostics are in English"),
    Exception(path: "Template/HTMLContext.swift", text: nil, reason: "errors in templates are in English"),
    Exception(path: "Template/TemplateError.swift", text: nil, reason: "errors in templates are in English"),
    Exception(path: "Template/TemplateTokens.swift", text: nil, reason: "errors in templates are in English"),
    Exception(path: "Parts/Threshold.swift", text: nil, reason: "reads thresholds that people write in records"),
    Exception(path: "Parts/Linker.swift", text: "ref item", reason: "classes of HTML; the style sheet has no rule for `item`"),
  ]

  @Test func `only Words contains words`() throws {
    for hit in try Self.hits() where !Self.exceptions.contains(where: { Self.allows($0, hit) }) {
      Issue.record("\(hit): move the words to Sources/DossierSite/Words")
    }
  }

  @Test func `every exception is needed`() throws {
    let hits = try Self.hits()
    for exception in Self.exceptions {
      #expect(hits.contains { Self.allows(exception, $0) }, "\(exception.path): \(exception.reason)")
    }
  }

  /// A single word in lower case can be the key of a value. It is a word of the site if it is written as text.
  @Test func `no word is written as text`() throws {
    for (path, text) in try Self.files() {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        #expect(!Self.writesWord(line), "Sources/DossierSite/\(path):\(number + 1): move the word to Sources/DossierSite/Words")
      }
    }
  }

  // MARK: Tests of these tests

  @Test(arguments: [
    "not stated", "Owner", "from \\(date)", " until \\(date)", "<p class=\\\"none\\\">not stated</p>", "<b>missing</b>",
    "Applies to:",
    " <span class=\\\"note\\\">since ", "\\(count) records", "(not found)</span>",
  ])
  func `words are found`(literal: String) throws { #expect(try Self.isFound(literal)) }

  @Test(arguments: [
    "not-stated", "has_rows", "badge poor", "<div class=\\\"table\\\" tabindex=\\\"0\\\" aria-label=\\\"", "\\\" title=\\\"",
    " scope=\\\"col\\\"", "\\(a) \\(b)", "README.txt", "<code>dossier.yaml</code>", "CSV", "<!-- raw HTML omitted -->",
    "zone-\\(n)",
  ])
  func `keys, classes and markup are not words`(literal: String) throws { #expect(try !Self.isFound(literal)) }

  @Test(arguments: [
    ("out.text(\"excluded\")", true), ("$0.badge(\"yes\")", true), ("out.element(\"span\", \"note\", \"none\")", true),
    ("RecordFacts.missing(\"none\")", true), ("out.element(\"span\", \"note\", words)", false),
    (".text(\"title\", \\.title)", false),
    ("out.text(\" (\\(words))\")", false), ("/// out.text(\"none\")", false),
  ])
  func `a word that is written as text is found`(_ line: String, _ isFound: Bool) {
    #expect(Self.writesWord(line[...]) == isFound)
  }

  private static func isFound(_ literal: String) throws -> Bool {
    let classes = try classes()
    return SwiftCode.literals(of: "\"\(literal)\"").contains { hasWords($0.text, classes) }
  }

  // MARK: Search

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Swift files outside `Words`, by their path in `Sources/DossierSite`.
  private static func files() throws -> [(path: String, text: String)] {
    let folder = root.appendingPathComponent("Sources/DossierSite")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".swift") && !$0.hasPrefix("Words/") }.sorted().map { path in
      (path, try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8))
    }
  }

  private static func allows(_ exception: Exception, _ hit: Hit) -> Bool {
    exception.path == hit.path && (exception.text ?? hit.text) == hit.text
  }

  private static func hits() throws -> [Hit] {
    let classes = try classes()
    return try files().flatMap { path, text in
      SwiftCode.literals(of: text).filter { hasWords($0.text, classes) }.map { Hit(path: path, line: $0.line, text: $0.text) }
    }
  }

  /// The classes of the style sheet.
  private static func classes() throws -> Set<String> {
    let sheet = try String(contentsOf: root.appendingPathComponent("templates/assets/style.css"), encoding: .utf8)
    return Set(sheet.matches(of: /\.([a-z][\w-]*)/).map { String($0.1) })
  }

  /// Whether a literal contains words for readers: a word next to a space, a word with a capital letter, or a word between tags.
  private static func hasWords(_ literal: String, _ classes: Set<String>) -> Bool {
    // Most literals are keys.
    guard !literal.utf8.allSatisfy({ $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) else {
      return false
    }
    let gap = String(SwiftCode.gap)
    let hasTags = literal.contains(/<\/?[a-z]/)
    // A literal can begin or end inside a tag.
    let text = literal.replacing(/<[^>]*>?/, with: gap).replacing(/[\w\-]+="[^"]*"?/, with: gap)
    let words = text.matches(of: /[\w\-]+/).map { String($0.output) }
    guard hasTags || !words.allSatisfy(classes.contains) else { return false }
    return text.contains(/[A-Za-z]{2,}[,;:]?\s/) || text.contains(/\s\(?[A-Za-z]{2,}/) || text.contains(/^\W*[A-Z][a-z]+\W*$/)
      || (hasTags && text.contains(/(?:^|[^\w.])[A-Za-z]{2,}(?:$|[^\w.])/))
  }

  /// Whether a line of code writes a literal as text.
  private static func writesWord(_ line: Substring) -> Bool {
    !line.contains(/^\s*\/\//)
      && line.contains(/(?:(?:out|\$0)\.(?:text|badge|withCode)\(|element\("\w+", "[^"]*", |missing\(|Cell\()"[A-Za-z]/)
  }
}
