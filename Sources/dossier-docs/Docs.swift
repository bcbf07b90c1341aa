import DossierRecords
import DossierRules
import Foundation

/// Writes the generated pages of `docs/`: rules, kinds of record, and sources of the frameworks. The content comes from the
/// declarations that the program itself uses.
///
/// With `--check`, the program writes no page. It ends with status 1 if a page is not current.
@main
enum Docs {
  static func main() throws {
    let pages = [
      ("docs/rules.md", RuleReference.text), ("docs/kinds.md", KindReference.text),
      ("docs/sources.md", try SourceReference.text()),
    ]
    guard CommandLine.arguments.contains("--check") else {
      for (path, text) in pages { try text.write(toFile: path, atomically: true, encoding: .utf8) }
      return
    }
    let stale = pages.filter { path, text in (try? String(contentsOfFile: path, encoding: .utf8)) != text }
    for (path, _) in stale { print("\(path) is not current; run `make docs`") }
    exit(stale.isEmpty ? 0 : 1)
  }
}
