@testable import DossierAnalysis
@testable import DossierMarkup
@testable import DossierText

/// A Markdown file with front matter: spans are inside the file, and a second run gives the same result.
enum FrontMatterTarget {
  static func run(_ bytes: [UInt8]) throws {
    let source = SourceFile(path: SourcePath(parts: ["record.md"]), bytes: bytes)
    let spans = SpanProperties(size: bytes.count)
    let (first, second) = (DocumentParser.parse(source), DocumentParser.parse(source))
    try spans.check(first.diagnostics)
    if let fields = first.value.fields { try spans.check(fields) }
    try spans.check(first.value.body)
    try require(
      first.diagnostics == second.diagnostics && first.value.fields == second.value.fields
        && first.value.body == second.value.body,
      "a second run gives another result")
    try spans.check(FileParser(nil).parse(source).diagnostics)
  }
}
