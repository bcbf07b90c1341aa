import Foundation
import Testing

/// The language of the project: no text contains a phrase of `idiom-patterns.txt`. The glossary lists the words to use instead.
@Suite struct PlainEnglishTests {
  /// A line that may match a pattern.
  struct Exception: Sendable, Hashable {
    /// The path from the root of the project.
    let path: String
    /// Text that the line contains.
    let text: String
    let reason: String
  }

  /// A match of a pattern.
  struct Hit: Sendable, CustomStringConvertible {
    let path: String
    /// Counted from 1.
    let line: Int
    let text: String

    var description: String { "\(path):\(line): \(text)" }
  }

  private static let exceptions = [
    "| what was said, ", "| stands (in) |", "| held against |", "| mend |", "| rests on, ", "| holds, stands (on a day), ",
    "| deed, ", "| leave, is not meant |", "| whoever, ",
  ].map { Exception(path: "docs/glossary.md", text: $0, reason: "the table quotes a word that we do not use") }

  /// Files and folders with the texts of the project.
  private static let places = ["Sources", "templates", "docs", "README.md", "CHANGELOG.md", "CONTRIBUTING.md"]

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func `no text contains a phrase of the list`() throws {
    for hit in try Self.hits() where !Self.exceptions.contains(where: { Self.allows($0, hit) }) {
      Issue.record("\(hit): see the last table of docs/glossary.md for the word to use")
    }
  }

  @Test func `every exception is needed`() throws {
    let hits = try Self.hits()
    for exception in Self.exceptions {
      #expect(hits.contains { Self.allows(exception, $0) }, "\(exception.path): \(exception.text)")
    }
  }

  @Test(arguments: [
    ("the metric stands at 4", true), ("AIMS stands for AI management system", false), ("Stands", false),
    ("amended by Regulation 1", false), ("mended", true), ("/// Of a metric.", true), ("nobody has it", false),
  ])
  func `a pattern is case-sensitive and finds whole words`(_ text: String, _ isFound: Bool) throws {
    let patterns = try Self.patterns()
    #expect(patterns.contains { $0.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil } == isFound)
  }

  private static func allows(_ exception: Exception, _ hit: Hit) -> Bool {
    exception.path == hit.path && hit.text.contains(exception.text)
  }

  private static func patterns() throws -> [NSRegularExpression] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("idiom-patterns.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { try NSRegularExpression(pattern: String($0)) }
  }

  private static func hits() throws -> [Hit] {
    let patterns = try patterns()
    return paths().flatMap { path -> [Hit] in
      let bytes = FileManager.default.contents(atPath: root.appendingPathComponent(path).path) ?? Data()
      let text = String(decoding: bytes, as: UTF8.self)
      // Most files match nothing, so the whole text is searched before its lines.
      let found = patterns.filter { $0.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil }
      guard !found.isEmpty else { return [] }
      return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { i, line in
        let line = String(line)
        let range = NSRange(line.startIndex..., in: line)
        guard found.contains(where: { $0.firstMatch(in: line, range: range) != nil }) else { return nil }
        return Hit(path: path, line: i + 1, text: line)
      }
    }
  }

  /// The paths of all files from the root, sorted.
  private static func paths() -> [String] {
    places.flatMap { place -> [String] in
      let full = root.appendingPathComponent(place).path
      guard let inside = FileManager.default.enumerator(atPath: full) else { return [place] }
      let files = inside.compactMap { $0 as? String }.sorted().map { "\(place)/\($0)" }
      return files.isEmpty ? [place] : files
    }
  }
}
