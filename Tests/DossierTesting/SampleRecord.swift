import DossierMarkup
package import DossierRecords
import DossierText

/// A record made only from the shapes of its kind's fields. Every field is written, and no two have the same value.
///
/// If there are fewer values than fields (booleans, words, scores), one round cannot distinguish two fields. Their values differ in
/// at least one of the rounds 0, 1, 2 …
package struct SampleRecord {
  let round: Int
  /// The fields as block YAML.
  package private(set) var yaml = ""
  /// What must come out, field by field.
  package private(set) var contents: [FieldContent.Member] = []
  /// Values that are neither lists nor mappings: their numbers, and the names that lead to each.
  package private(set) var leaves: [(number: Int, path: [String])] = []
  private var count = 0
  private var path: [String] = []
  /// The number of the value that is another one than it would be.
  private let changed: Int?

  package init(_ fields: [FieldShape], round: Int, changing changed: Int? = nil) {
    self.round = round
    self.changed = changed
    for field in fields { add(field, 0) }
  }

  private mutating func add(_ field: FieldShape, _ indent: Int) {
    path.append(field.name)
    defer { path.removeLast() }
    let (text, content) = value(field.shape, indent)
    yaml += String(repeating: " ", count: indent) + "\(field.name):" + (text.hasPrefix("\n") ? text : " " + text) + "\n"
    contents.append(.init(name: field.name, content: content))
  }

  /// The value of the next number: YAML, and what it means.
  private mutating func value(_ shape: ValueShape, _ indent: Int) -> (String, FieldContent) {
    count += 1
    switch shape {
    case .list, .mapping: break
    default: leaves.append((count, path))
    }
    let isOther = count == changed
    let n = isOther ? count + 1000 : count
    switch shape {
    case .text: return ("text \(n)", .text("text \(n)"))
    case .markdown: return ("prose \(n)", .markdown(Self.paragraph("prose \(n)")))
    case .date:
      let date = Self.day(n)
      return (date.description, .date(date))
    case .timestamp:
      let text = "\(Self.day(n))T10:00Z"
      return (text, Timestamp(text).map(FieldContent.timestamp) ?? .text(text))
    case .duration: return ("P\(n)D", CalendarDuration("P\(n)D").map(FieldContent.duration) ?? .text("P\(n)D"))
    case .boolean:
      let value = (digit(count, 2) == 1) != isOther
      return (String(value), .boolean(value))
    case .integer(let range):
      let value = range.map { $0.lowerBound + (digit(count, $0.count) + (isOther ? 1 : 0)) % $0.count } ?? n
      return (String(value), .integer(value))
    case .number: return ("\(n).50", Decimal("\(n).50").map(FieldContent.number) ?? .text("\(n).50"))
    case .digest:
      let digest = Digest(of: Array("\(n)".utf8))
      return (digest.description, .digest(digest))
    case .file: return ("files/\(n).txt", .file("files/\(n).txt"))
    case .word(let words):
      let word = words[(digit(count, words.count) + (isOther ? 1 : 0)) % words.count]
      return (word, .word(word))
    case .record: return ("REF-\(n)", .record("REF-\(n)"))
    case .item: return ("A.\(n)", .item("A.\(n)"))
    case .list(.mapping(let fields)):
      var text = ""
      var items: [FieldContent] = []
      for _ in 0..<2 {
        let inner = mapping(fields, indent + 4)
        text += "\n" + String(repeating: " ", count: indent + 2) + "- " + inner.text.drop { $0 == " " }.dropLast()
        items.append(inner.content)
      }
      return (text, .list(items))
    case .list(let element):
      let (a, b) = (value(element, indent), value(element, indent))
      return ("[\(a.0), \(b.0)]", .list([a.1, b.1]))
    case .mapping(let fields):
      let inner = mapping(fields, indent + 2)
      return ("\n" + inner.text.dropLast(), inner.content)
    case .anything: return ("any \(n)", .text("any \(n)"))
    }
  }

  private mutating func mapping(_ fields: [FieldShape], _ indent: Int) -> (text: String, content: FieldContent) {
    let (yaml, contents) = (self.yaml, self.contents)
    (self.yaml, self.contents) = ("", [])
    for field in fields { add(field, indent) }
    defer { (self.yaml, self.contents) = (yaml, contents) }
    return (self.yaml, .mapping(self.contents))
  }

  /// The digit of `n` in base `size` that belongs to this round.
  private func digit(_ n: Int, _ size: Int) -> Int {
    var rest = n
    for _ in 0..<round { rest /= size }
    return rest % size
  }

  private static func day(_ n: Int) -> CivilDate {
    CivilDate(daysSinceEpoch: 18_262 + n) ?? CivilDate.first
  }

  private static func paragraph(_ text: String) -> MarkupTree {
    let source = SourceFile(path: SourcePath(parts: ["x.md"]), bytes: Array(text.utf8))
    return MarkupParser.parse(source.bytes, in: source, map: SourceMap(verbatim: source.bytes, at: 0)).value
  }
}

extension CivilDate {
  fileprivate static let first: CivilDate = {
    guard let day = CivilDate("2020-01-01") else { preconditionFailure("a day that exists") }
    return day
  }()
}

extension FieldContent {
  /// Without the places inside Markdown, which depend on the file.
  package var placeless: String {
    switch self {
    case .list(let items): "[" + items.map(\.placeless).joined(separator: ", ") + "]"
    case .mapping(let members): "{" + members.map { "\($0.name): \($0.content.placeless)" }.joined(separator: ", ") + "}"
    case .markdown(let tree): "markdown \(tree.plainText(of: 0))"
    default: "\(self)"
    }
  }
}
