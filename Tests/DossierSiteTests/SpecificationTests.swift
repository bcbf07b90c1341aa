import DossierMarkup
import DossierText
import Foundation
import Testing

@testable import DossierSite

/// Compares our rendering of every example of the GitHub Flavored Markdown specification with that of the library.
struct SpecificationTests {
  struct Example {
    let number: Int
    let markdown: String
  }

  /// The examples of the specification. `make test` downloads the specification.
  static let examples: [Example] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    guard let text = try? String(contentsOf: root.appending(path: ".build/gfm-spec.txt"), encoding: .utf8) else { return [] }
    var examples: [Example] = []
    var current: [Substring]?
    var isMarkdown = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```````````````````````````````` example") {
        (current, isMarkdown) = ([], true)
      } else if line == "````````````````````````````````", let lines = current {
        let markdown = lines.map { $0.replacing("→", with: "\t") + "\n" }.joined()
        examples.append(Example(number: examples.count + 1, markdown: markdown))
        current = nil
      } else if line == "." {
        isMarkdown = false
      } else if isMarkdown {
        current?.append(line)
      }
    }
    return examples
  }()

  @Test
  func `every example of the specification is rendered as by the library`() {
    #expect(Self.examples.count > 600, "run `make test`, which fetches the specification")
    for example in Self.examples {
      let ours = MarkupHTMLTests.plain(example.markdown)
      let theirs = libraryHTML(Array(example.markdown.utf8))
      #expect(ours == theirs, "example \(example.number): \(example.markdown)")
    }
  }

  @Test
  func `two threads render ten thousand documents to the same bytes as one thread`() async {
    let pieces =
      Self.examples.map(\.markdown) + [
        "~~a~~ ~b~ www.a.org a@b.org\n\n| a | ~~b~~ |\n|---|---|\n| [^1] | - [x] |\n\n- [x] ~~done~~\n\n[^1]: note ~~x~~\n"
      ]
    let documents = (0..<10_000).map { i in
      pieces[i % pieces.count] + "\n\n" + pieces[(i * 7 + 3) % pieces.count] + "\n\n~~struck \(i)~~ and ~~~fenced~~~\n"
    }
    let serial = documents.map { MarkupHTMLTests.plain($0) }
    let halves = await withTaskGroup(of: (Int, [String]).self) { group in
      for half in 0..<2 {
        group.addTask { (half, stride(from: half, to: documents.count, by: 2).map { MarkupHTMLTests.plain(documents[$0]) }) }
      }
      var halves: [[String]] = [[], []]
      for await (half, results) in group { halves[half] = results }
      return halves
    }
    let wrong = documents.indices.filter { halves[$0 % 2][$0 / 2] != serial[$0] }
    #expect(wrong.isEmpty, "\(wrong.count) of \(documents.count) differ")
  }
}
