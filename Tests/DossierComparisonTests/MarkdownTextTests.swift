import DossierTesting
import DossierText
import Testing

@testable import DossierComparison

/// No text of a document acts in a comment on a git host.
@Suite struct MarkdownTextTests {
  /// What a host sees between empty comments: neither is a sign next to its word, nor does a commit id stay whole.
  private func pieces(_ text: String) -> [String] {
    MarkdownText.escaped(text).components("<!-- -->").map { $0.replacing("\\", with: "") }
  }

  @Test func `no hostile text becomes a reference, link or tag`() throws {
    let all = try HostileText.all()
    for text in all + zip(all, all.dropFirst()).map({ "\($0) \($1)" }) {
      let written = MarkdownText.escaped(text)
      #expect(!written.unicodeScalars.contains(where: TerminalText.isUnsafe))
      #expect(
        !written.replacing("<!-- -->", with: "").utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") },
        "\(written)")
      for piece in pieces(text) {
        #expect(piece.firstMatch(of: /(?i)\bgh-\d/) == nil, "\(written)")
        #expect(piece.firstMatch(of: /\b[0-9a-fA-F]{7,64}\b/) == nil, "\(written)")
        #expect(
          piece.firstMatch(of: /[@#!~$%:&][^ ]/) == nil || piece.contains("&lt;") || piece.contains("&gt;")
            || piece.contains("&amp;"), "\(written)")
        #expect(piece.firstMatch(of: /(?i)www\./) == nil, "\(written)")
      }
    }
  }

  @Test(arguments: [
    ("GH-123", "GH-<!-- -->123"), ("see gh-7.", "see gh-<!-- -->7."), ("RSK-012", "RSK-012"), ("GH-", "GH-"), ("XGH-1", "XGH-1"),
    ("da39a3e", "da39a3<!-- -->e"), ("facade", "facade"), ("da39a3ee5e6b", "da39a3<!-- -->ee5e6b"), ("2026-10-31", "2026-10-31"),
    ("da39a3z", "da39a3z"),
  ])
  func `commit ids and issue numbers are broken with empty comments`(_ text: String, _ written: String) {
    #expect(MarkdownText.escaped(text) == written)
  }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
