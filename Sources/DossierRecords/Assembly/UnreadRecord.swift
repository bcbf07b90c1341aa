import DossierMarkup
package import DossierText

extension RuleID {
  package static let unreadRecord = RuleID("unread-record")
  package static let pageFrontMatter = RuleID("page-front-matter")
}

/// A Markdown file that looks like a record, but whose fields are not read: they have another form or another place.
struct UnreadRecord {
  let fields: [FieldLine]
  /// The block with the fields.
  private let block: Span
  private let place: Span
  private let reason: Reason
  private var isAdopted = false

  /// Whether the values of `kind` and `id` show that the author wants a record.
  typealias Test = (_ kind: String?, _ id: String?) -> Bool

  private enum Reason {
    case block(LeadingFields)
    case type
  }

  /// Nil if the fields of the file are read, or if the file does not look like a record.
  init?(_ document: DossierMarkup.Document, isMeant: Test) {
    // Front matter that cannot be read has its own diagnostic.
    guard let leading = document.leading, !document.isUnreadable,
      isMeant(leading.field("kind")?.value, leading.field("id")?.value)
    else { return nil }
    (fields, block, place, reason) = (leading.fields, leading.block, leading.opening, .block(leading))
  }

  /// Nil if the file, whose name does not end in `.md`, does not look like a record.
  init?(ofOtherType document: DossierMarkup.Document, isMeant: Test) {
    let start = document.source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let leading = LeadingFields.scan(document.source.bytes, from: start), leading.form != .bare,
      isMeant(leading.field("kind")?.value, leading.field("id")?.value)
    else { return nil }
    (fields, block, place, reason) = (leading.fields, leading.block, leading.opening, .type)
  }

  /// Nil if the front matter of an adopted file is read, or if the file has no front matter. `keys` are keys that the front matter
  /// must have.
  init?(ofAdopted document: DossierMarkup.Document, keys: [String]) {
    guard let leading = document.leading, !document.isUnreadable, document.fields == nil,
      [.dashes, .indented, .toml, .json].contains(leading.form), leading.form != .dashes || leading.before != .nothing,
      keys.allSatisfy({ key in leading.fields.contains { $0.key == key } })
    else { return nil }
    (fields, block, place, reason) = (leading.fields, leading.block, leading.opening, .block(leading))
    isAdopted = true
  }

  /// The id of the record, so that references to the record are not reported.
  var id: String? {
    fields.first { $0.key.lowercased() == "id" }.flatMap { RecordID.isValid($0.value) ? $0.value : nil }
  }

  /// The text below the fields, after the fields as a code block.
  func text(of document: DossierMarkup.Document) -> MarkupTree {
    let source = document.source
    let rest = Array(source.bytes[Int(block.upper)...])
    let tree = MarkupParser.parse(rest, in: source, map: SourceMap(verbatim: rest, at: Int(block.upper))).value
    return tree.prepending(code: source.bytes[block.range], span: block)
  }

  func diagnostic(in document: DossierMarkup.Document) -> Diagnostic {
    let subject = isAdopted ? nil : id.map { "`\($0)`" } ?? "this file"
    let claim = subject.map { "\($0) looks like a record, but is not read as one" } ?? "the front matter of this file is not read"
    let (problem, help) = words(document)
    var fixes: [Diagnostic.Fix] = []
    if case .block(let leading) = reason, leading.before == .blank, leading.form == .dashes {
      let lead = String(decoding: document.source.bytes[leading.lead.range], as: UTF8.self)
      fixes = [.init(document.path, leading.lead, lead, to: "", .certain)]
    }
    return Diagnostic(
      .unreadRecord, .error, "\(claim): \(problem)", at: .init(document.path, place), help: help, fixes: fixes)
  }

  /// The reason why the fields are not read, and the next step.
  private func words(_ document: DossierMarkup.Document) -> (problem: String, help: String) {
    guard case .block(let leading) = reason else {
      let type = document.path.fileExtension
      let stem = String(document.path.name.dropLast(type.count + 1))
      let isTemplate = stem.lowercased().hasSuffix(".md")
      return ("the name of the file ends in `.\(type)`", "rename the file to `\(stem)\(isTemplate ? "" : ".md")`")
    }
    let yaml = "write the fields in YAML between two lines `---` at the start of the file"
    switch leading.form {
    case .toml: return ("its front matter is TOML", yaml)
    case .json: return ("its front matter is JSON", yaml)
    case .code: return ("its front matter is in a code block", "remove the lines that begin and end the code block")
    case .bare: return ("no line `---` comes before the fields", "add a line `---` before and after the fields")
    case .otherLine: return ("this line is not `---`", "write a line `---` before and after the fields")
    case .indented: return ("the line `---` is indented", "remove the white space before `---`")
    case .dashes:
      switch leading.before {
      case .blank:
        return ("blank lines or invisible characters come before the front matter", "delete the text before `---`")
      case .comment: return ("a comment comes before the front matter", "move the comment below the front matter")
      case .frontMatter:
        return ("its fields are in a second block of front matter", "move the fields into the block at the start of the file")
      case .nothing: return ("its front matter is a list", "write the fields without the list markers")
      }
    }
  }
}

extension SourcePath {
  /// Whether the file can be a record or a page: its name ends in `.md`.
  package var isMarkdown: Bool { fileExtension == "md" }
}
