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
    case "rejected", "no-go", "major", "critical", "high", "prohibited", "not-started", "expired", "overdue", "error",
      "status unreadable":
      self = .poor
    case "warning": self = .fair
    default: self = .plain
    }
  }
}

/// Formats words, dates and numbers for readers.
enum Wording {
  /// A word of a vocabulary with spaces: `not-started` becomes "not started".
  static func words(_ word: String) -> String {
    String(decoding: word.utf8.map { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
  }

  /// A date with the name of the month: "31 October 2026".
  static func long(_ date: CivilDate) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    return "\(date.day) \(months[date.month - 1]) \(date.year)"
  }

  /// A number with its noun: "1 record", "2 records".
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// A number with its noun for a sentence: "no file" instead of "0 files".
  static func countOrNo(_ number: Int, _ singular: String) -> String {
    number == 0 ? "no \(singular)" : count(number, singular)
  }

  /// The text with at most `limit` characters. A longer text is cut after a word if possible. An ellipsis marks the cut.
  static func clipped(_ text: String, to limit: Int) -> String {
    guard text.utf8.count > limit, text.count > limit else { return text }
    let start = text.prefix(limit)
    let end = start.lastIndex(of: " ") ?? start.endIndex
    return start[..<end] + "…"
  }

  /// A file size: "12 kB".
  static func size(_ bytes: Int) -> String {
    bytes < 1000 ? "\(bytes) bytes" : bytes < 1_000_000 ? "\((bytes + 500) / 1000) kB" : "\((bytes + 500_000) / 1_000_000) MB"
  }
}
