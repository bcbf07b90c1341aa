import DossierMarkup
import DossierRecords
import DossierText

/// Fixes that add a reference to a field of a record. Each file is parsed only once.
struct ReferenceFixes {
  private var editors: [SourcePath: RecordEditor?] = [:]

  /// A certain fix that adds the reference `id` to a field. Nil in these cases:
  /// - The YAML of the file cannot be edited.
  /// - The field is a list in brackets over several lines.
  /// - The field cannot be read, or its key is misspelt.
  /// - The field has a reference to an unknown record.
  /// - The field takes only one value and already has a value.
  mutating func fix(adding id: String, to field: String, of entry: Entry, in dossier: Dossier) -> Diagnostic.Fix? {
    guard let position = dossier.position(of: entry.id), let shape = entry.kind.fields.first(where: { $0.name == field })?.shape
    else { return nil }
    guard dossier.graph.edges(from: .entry(position)).allSatisfy({ $0.site.field != field || $0.target != nil }) else {
      return nil
    }
    let isList = if case .list = shape { true } else { false }
    guard let editor = editor(of: entry) else { return nil }
    if let written = entry.field(field) {
      guard isList, !ReferenceFixes.isInBracketsOnSeveralLines(entry.source.text(written.span)) else { return nil }
    } else {
      let letters = Suggestion.letters(of: field)
      guard !editor.keys(of: entry.id).contains(where: { Suggestion.letters(of: $0) == letters }) else { return nil }
    }
    let edit =
      isList ? editor.appending(.scalar(id), to: field, of: entry.id) : editor.appending(field, .scalar(id), to: entry.id)
    return edit.map { Diagnostic.Fix(entry.path, $0.span, entry.source.text($0.span), to: $0.text, .certain) }
  }

  private mutating func editor(of entry: Entry) -> RecordEditor? {
    if let known = editors[entry.path] { return known }
    let editor = RecordEditor(DocumentParser.parse(entry.source).value)
    editors[entry.path] = .some(editor)
    return editor
  }

  private static func isInBracketsOnSeveralLines(_ text: String) -> Bool {
    text.utf8.first == UInt8(ascii: "[") && text.utf8.contains { $0 == 0x0A || $0 == 0x0D }
  }
}
