/// An error in a template, found when the template is loaded.
package struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  package let template: String
  /// Lines and columns start at 1. Columns count bytes.
  package let line: Int
  package let column: Int
  package let problem: Problem

  package enum Problem: Hashable, Sendable {
    case missing
    case unclosedTag
    case unsupported(String)
    case badName(String)
    case unclosedSection(String)
    case strayEnd(String, expected: String?)
    case unknownName(String, meant: String?)
    case missingPartial(String, meant: String?)
    case endlessPartial(String)
    /// A section with a value that is neither a list nor a flag.
    case notASection(String)
    /// A list or flag that is used as text.
    case notAValue(String)
    /// A value at a position where it cannot be escaped safely.
    case unsafePlace(String, place: String)
    /// A section that begins and ends in different parser states of the HTML.
    case unbalanced(String)
  }

  package var description: String { "templates/\(template):\(line):\(column): \(message)" }

  private var message: String {
    func meaning(_ word: String?) -> String { word.map { "; did you mean `\($0)`?" } ?? "" }
    switch problem {
    case .missing: return "the template is missing"
    case .unclosedTag: return "the tag has no `}}`"
    case .unsupported(let what): return "\(what) is not supported"
    case .badName(let name): return "`\(name)` is not a name"
    case .unclosedSection(let name): return "the section `\(name)` is not closed"
    case .strayEnd(let name, let expected):
      return expected.map { "`\(name)` is closed, but the open section is `\($0)`" }
        ?? "`\(name)` is closed, but no section is open"
    case .unknownName(let name, let meant): return "there is no value `\(name)` here\(meaning(meant))"
    case .missingPartial(let name, let meant): return "there is no template `\(name)`\(meaning(meant))"
    case .endlessPartial(let name): return "`\(name)` includes itself"
    case .notASection(let name): return "`\(name)` is neither a list nor a flag, so it cannot be a section"
    case .notAValue(let name): return "`\(name)` is a list or a flag, so it cannot be printed"
    case .unsafePlace(let name, let place): return "`\(name)` cannot be escaped safely \(place)"
    case .unbalanced(let name): return "`\(name)` begins and ends at different positions of the HTML"
    }
  }
}
