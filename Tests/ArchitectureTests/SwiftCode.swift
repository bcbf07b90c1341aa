/// The code of a Swift file without comments and without the text of literals. The line numbers stay the same.
///
/// Code inside `\(…)` stays. Regex literals are not recognised, because the sources have none.
struct SwiftCode {
  /// A string literal of a Swift file.
  struct Literal {
    /// The line on which the literal begins, counted from 1.
    let line: Int
    /// The text without quotes. Escapes are replaced by their characters, and each interpolation by `SwiftCode.gap`.
    let text: String
  }

  /// The place of an interpolation in the text of a literal.
  static let gap: Character = "\u{FFFC}"

  private let text: [Character]
  private var i = 0
  private var line = 1
  private var out: [Character] = []
  private var literals: [Literal] = []

  static func code(of text: String) -> String {
    var scan = SwiftCode(text)
    scan.code(until: nil)
    return String(scan.out)
  }

  /// The literals of a file, in the order of their ends. Literals inside an interpolation are separate.
  static func literals(of text: String) -> [Literal] {
    var scan = SwiftCode(text)
    scan.code(until: nil)
    return scan.literals
  }

  private init(_ text: String) { self.text = Array(text) }

  private func starts(_ word: String) -> Bool { text[i...].starts(with: word) }

  private mutating func code(until end: Character?) {
    var depth = 0
    while i < text.count {
      if starts("//") {
        while i < text.count, !text[i].isNewline { i += 1 }
      } else if starts("/*") {
        comment()
      } else if text[i] == "\"" || hashes > 0 {
        literal()
      } else {
        if text[i] == "(" { depth += 1 }
        if text[i] == ")", let end, depth == 0, end == ")" { return }
        if text[i] == ")" { depth -= 1 }
        if text[i].isNewline { line += 1 }
        out.append(text[i])
        i += 1
      }
    }
  }

  /// The number of `#` before a quote at this position; 0 if there is no raw literal.
  private var hashes: Int {
    let count = text[i...].prefix { $0 == "#" }.count
    return count > 0 && i + count < text.count && text[i + count] == "\"" ? count : 0
  }

  private mutating func comment() {
    var depth = 0
    repeat {
      if starts("/*") {
        (depth, i) = (depth + 1, i + 2)
      } else if starts("*/") {
        (depth, i) = (depth - 1, i + 2)
      } else {
        keepLine()
      }
    } while depth > 0 && i < text.count
  }

  private mutating func literal() {
    let (start, marks) = (line, String(repeating: "#", count: hashes))
    var written = ""
    i += marks.count
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    i += quote.count
    out.append("\"")
    while i < text.count, !starts(quote + marks) {
      if starts("\\" + marks + "(") {
        i += marks.count + 2
        out.append("(")
        code(until: ")")
        i += 1
        out.append(")")
        written.append(SwiftCode.gap)
      } else if starts("\\" + marks) {
        let escaped = i + marks.count + 1
        if escaped < text.count { written.append(["n", "t", "r"].contains(text[escaped]) ? " " : text[escaped]) }
        i = escaped + 1
      } else {
        written.append(text[i])
        keepLine()
      }
    }
    i += quote.count + marks.count
    out.append("\"")
    literals.append(Literal(line: start, text: written))
  }

  private mutating func keepLine() {
    if text[i].isNewline {
      out.append("\n")
      line += 1
    }
    i += 1
  }
}
