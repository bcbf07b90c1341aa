import DossierMarkup
import DossierRecords
import DossierText

/// A fix that adds a reference to a field of a record and changes nothing else in its file.
///
/// Nil if the right edit is not certain: the list is in brackets on several lines, the field cannot be read or its key is
/// misspelt, the field has an unresolved reference that may be the same one, or the field has another single value.
enum FieldInsertion {
  static func fix(adding id: String, to field: String, of entry: Entry, in dossier: Dossier) -> Diagnostic.Fix? {
    guard let position = dossier.position(of: entry.id), let shape = entry.kind.fields.first(where: { $0.name == field })?.shape
    else { return nil }
    let own = dossier.graph.edges(from: .entry(position)).filter { $0.site.field == field }
    guard own.allSatisfy({ $0.target != nil }) else { return nil }
    let isList = if case .list = shape { true } else { false }
    let edit: (place: Int, text: String)?
    if let written = entry.field(field) {
      guard isList else { return nil }
      edit = inBrackets(id, written.span, entry) ?? own.last.flatMap { afterItem(id, $0.site.span, entry) }
    } else {
      let letters = Suggestion.letters(of: field)
      guard !RecordSource.keys(of: entry).contains(where: { Suggestion.letters(of: $0) == letters }) else { return nil }
      edit = newField("\(field): \(isList ? "[\(id)]" : id)", entry)
    }
    return edit.map { Diagnostic.Fix(entry.path, Span($0.place, $0.place), $0.text, .certain) }
  }

  /// Inserts the id into a list in brackets on one line: `[A, B]`.
  private static func inBrackets(_ id: String, _ span: Span, _ entry: Entry) -> (Int, String)? {
    let bytes = entry.source.bytes
    let range = span.range.clamped(to: bytes.indices)
    let list = bytes[range]
    guard list.first == UInt8(ascii: "["), list.last == UInt8(ascii: "]"), !list.contains(0x0A), !list.contains(0x0D) else {
      return nil
    }
    let inner = list.dropFirst().dropLast()
    guard let last = inner.lastIndex(where: { $0 != 0x20 }) else { return (inner.startIndex, id) }
    return (last + 1, inner[last] == UInt8(ascii: ",") ? " \(id)" : ", \(id)")
  }

  /// Inserts a new line after the line of an item that begins with a dash.
  private static func afterItem(_ id: String, _ span: Span, _ entry: Entry) -> (Int, String)? {
    let bytes = entry.source.bytes
    let lines = LineIndex(bytes)
    let line = lines.line(of: Int(span.lower))
    let start = Int(lines.starts[line])
    var before = bytes[start..<Int(span.lower)]
    if let quote = before.last, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { before = before.dropLast() }
    let rest = before.drop { $0 == 0x20 }
    guard rest.first == UInt8(ascii: "-"), rest.count > 1, rest.dropFirst().allSatisfy({ $0 == 0x20 }) else { return nil }
    return lineAfter(line, String(decoding: before, as: UTF8.self) + id, lines, bytes)
  }

  /// Inserts the field after the last field on a single line. In a flow mapping (`{…}`), inserts it after the id.
  private static func newField(_ text: String, _ entry: Entry) -> (Int, String)? {
    let bytes = entry.source.bytes
    let lines = LineIndex(bytes)
    let own = entry.fields.filter { field in
      let end = max(Int(field.span.lower), Int(field.span.upper) - 1)
      return field.keySpan.lower >= entry.idSpan.lower && lines.line(of: Int(field.keySpan.lower)) == lines.line(of: end)
    }
    let key = own.map { Int($0.keySpan.lower) }.max() ?? entry.field("id").map { Int($0.keySpan.lower) }
    guard let key else { return nil }
    let line = lines.line(of: key)
    let before = bytes[Int(lines.starts[line])..<key]
    if before.allSatisfy({ $0 == 0x20 || $0 == UInt8(ascii: "-") }) {
      return lineAfter(line, String(repeating: " ", count: before.count) + text, lines, bytes)
    }
    var end = Int(entry.idSpan.upper)
    if end < bytes.count, bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") { end += 1 }
    let after = bytes[end...].first { $0 != 0x20 }
    guard before.contains(UInt8(ascii: "{")), after == UInt8(ascii: ",") || after == UInt8(ascii: "}") else { return nil }
    return (end, ", \(text)")
  }

  /// Inserts a line after another line, with the same line ending.
  private static func lineAfter(_ line: Int, _ text: String, _ lines: LineIndex, _ bytes: [UInt8]) -> (Int, String) {
    guard line + 1 < lines.starts.count else { return (bytes.count, "\n" + text) }
    let next = Int(lines.starts[line + 1])
    let isCRLF = next >= 2 && bytes[next - 2] == 0x0D
    return (next, text + (isCRLF ? "\r\n" : "\n"))
  }
}
