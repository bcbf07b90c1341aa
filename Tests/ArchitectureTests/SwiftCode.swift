/// The code of a Swift file without comments and without the text of literals. The line numbers stay the same.
///
/// Code inside `\(…)` stays. Regex literals are not recognised, because the sources have none.
struct SwiftCode {
  private let text: [Character]
  private var i = 0
  private var out: [Character] = []

  static func code(of text: String) -> String {
    var scan = SwiftCode(text)
    scan.code(until: nil)
    return String(scan.out)
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
    let marks = String(repeating: "#", count: hashes)
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
      } else if starts("\\" + marks) {
        i += marks.count + 2
      } else {
        keepLine()
      }
    }
    i += quote.count + marks.count
    out.append("\"")
  }

  private mutating func keepLine() {
    if text[i].isNewline { out.append("\n") }
    i += 1
  }
}
