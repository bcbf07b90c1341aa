@testable import DossierMarkup
@testable import DossierRecords
@testable import DossierText

/// Citations in a Markdown text: spans are inside the file, ids are not empty, and a second run gives the same result.
enum CitationsTarget {
  static func run(_ bytes: [UInt8]) throws {
    let source = SourceFile(path: SourcePath(parts: ["policy.md"]), bytes: bytes)
    let document = DocumentParser.parse(source).value
    let citations = CitationScan.citations(in: document.body, of: document.source)
    let spans = SpanProperties(size: bytes.count)
    for citation in citations {
      try require(!citation.id.isEmpty, "a citation has no id")
      try spans.check(citation.span, "the citation of \(citation.id)")
      if let title = citation.title { try spans.check(title.span, "the title of \(citation.id)") }
    }
    try require(citations == CitationScan.citations(in: document.body, of: document.source), "a second run gives another result")
  }
}
