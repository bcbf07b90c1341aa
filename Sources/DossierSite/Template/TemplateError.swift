/// Why a template is refused when it is loaded.
package struct TemplateError: Error, Hashable, Sendable, CustomStringConvertible {
  package let template: String
  /// Counted from 1; columns in bytes.
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
    /// A section over something that is neither a list nor a flag.
    case notASection(String)
    /// A list or flag where its text is asked for.
    case notAValue(String)
    /// A value in a place where it could not be made safe.
    case unsafePlace(String, place: String)
    /// A section that begins in one place of the HTML and ends in another.
    case unbalanced(String)
  }

  package var description: String { "templates/\(template):\(line):\(column): \(message)" }

  private var message: String {
    func meaning(_ word: String?) -> String { word.map { "; did you mean `\($0)`?" } ?? "" }
    switch problem {
    case .missing: return "there is no such template"
    case .unclosedTag: return "a tag without `}}`"
    case .unsupported(let what): return "\(what) is not part of this template language"
    case .badName(let name): return "`\(name)` is not a name"
    case .unclosedSection(let name): return "the section `\(name)` is never closed"
    case .strayEnd(let name, let expected):
      return expected.map { "`\(name)` is closed where `\($0)` is open" } ?? "`\(name)` is closed but not open"
    case .unknownName(let name, let meant): return "nothing here is called `\(name)`\(meaning(meant))"
    case .missingPartial(let name, let meant): return "there is no template `\(name)`\(meaning(meant))"
    case .endlessPartial(let name): return "`\(name)` includes itself"
    case .notASection(let name): return "`\(name)` is neither a list nor a flag, so it cannot be a section"
    case .notAValue(let name): return "`\(name)` is a list or a flag, so it cannot be printed"
    case .unsafePlace(let name, let place): return "`\(name)` cannot be made safe \(place)"
    case .unbalanced(let name): return "`\(name)` begins and ends in different places of the HTML"
    }
  }
}
