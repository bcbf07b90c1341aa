import DossierAssessment
import DossierText

extension HTML {
  /// Builds HTML in code. Tags and attributes are literals; all other text must be written with `text`, which escapes it.
  static func build(_ write: (inout [UInt8]) -> Void) -> HTML {
    var out: [UInt8] = []
    write(&out)
    return HTML(out)
  }
}

extension [UInt8] {
  /// Appends HTML without escaping. Use this function only for literals in the code.
  mutating func put(_ markup: String) { self += markup.utf8 }

  /// Appends text and escapes it.
  mutating func text(_ text: String) { Escape.append(text, to: &self) }

  mutating func element(_ name: String, _ className: String, _ content: String) {
    put("<\(name) class=\"\(className)\">")
    text(content)
    put("</\(name)>")
  }

  mutating func link(_ href: Href, _ className: String, title: String? = nil, _ content: (inout [UInt8]) -> Void) {
    put("<a class=\"\(className)\" href=\"")
    Escape.appendURL(href.text.utf8, to: &self)
    if let title {
      put("\" title=\"")
      Escape.appendAttribute(title, to: &self)
    }
    put("\">")
    content(&self)
    put("</a>")
  }

  mutating func date(_ date: CivilDate) { put("<time datetime=\"\(date)\">\(date)</time>") }

  /// Writes a badge with a word of a closed vocabulary. If `tone` is nil, the word decides the colour.
  mutating func badge(_ word: String, _ tone: Tone? = nil) {
    element("span", "badge \((tone ?? Tone(word)).rawValue)", Wording.words(word))
  }

  /// Appends text. Text between backticks becomes `<code>`.
  mutating func withCode(_ words: String) {
    var isCode = false
    let parts = words.utf8.split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
    for (i, part) in parts.enumerated() {
      if i > 0 {
        // A backtick without a closing backtick is written as it is.
        if !isCode, i == parts.count - 1 {
          put("`")
        } else {
          isCode.toggle()
          put(isCode ? "<code>" : "</code>")
        }
      }
      Escape.append(part, to: &self)
    }
    if isCode { put("</code>") }
  }
}

/// The tone of a badge. The tone decides the colour of the badge. A badge always contains a word, so that its meaning never
/// depends on the colour alone.
enum Tone: String, Sendable {
  case good, fair, poor, plain

  init(_ word: String) {
    switch word {
    case "active", "accepted", "effective", "implemented", "registered", "go", "conformity", "yes", "low", "minimal": self = .good
    case "draft", "proposed", "partial", "planned", "conditional-go", "accepted-with-conditions", "deprecated", "observation",
      "minor",
      "medium", "limited", "opportunity":
      self = .fair
    case "rejected", "no-go", "major", "critical", "high", "prohibited", "not-started", "expired", "overdue", "error":
      self = .poor
    case "warning": self = .fair
    default: self = .plain
    }
  }

  init(_ status: RecordStatus) {
    switch status {
    case .effective: self = .good
    case .draft, .proposed: self = .fair
    case .rejected, .unreadable: self = .poor
    case .closed, .superseded, .retired, .notYetEffective: self = .plain
    }
  }
}
