import DossierMarkup
import DossierText

/// Reads the rows of a file of readings. A row is a dictionary from column names to values.
enum ReadingTable {
  /// Reads comma-separated values whose first row contains the column names. A quoted value can contain commas, line breaks and
  /// quotation marks that are written twice.
  static func csv(_ bytes: [UInt8]) -> [[String: String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    func take() -> String { String(decoding: field, as: UTF8.self) }
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    var i = rest.startIndex
    while i < rest.endIndex {
      let byte = rest[i]
      if isQuoted {
        if byte != UInt8(ascii: "\"") {
          field.append(byte)
        } else if i + 1 < rest.endIndex, rest[i + 1] == byte {
          field.append(byte)
          i += 1
        } else {
          isQuoted = false
        }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") || byte == 0x0A {
        row.append(take())
        field = []
        if byte == 0x0A {
          rows.append(row)
          row = []
        }
      } else if byte != 0x0D {
        field.append(byte)
      }
      i += 1
    }
    if !field.isEmpty || !row.isEmpty { rows.append(row + [take()]) }
    guard let names = rows.first else { return [] }
    return rows.dropFirst().filter { $0 != [""] }.map { row in
      Dictionary(zip(names, row)) { first, _ in first }
    }
  }

  /// Reads one JSON object per line. JSON is also YAML, so the YAML parser is used.
  static func lines(_ bytes: [UInt8]) -> [[String: String]] {
    bytes.split(separator: 0x0A).compactMap { line in
      let source = SourceFile(path: SourcePath(parts: ["line.jsonl"]), bytes: Array(line))
      guard let members = YAMLParser.parse(source, Span(0, line.count), nodes: 200).value?.members else { return nil }
      return Dictionary(members.compactMap { member in member.value.text.map { (member.key, $0) } }) { first, _ in first }
    }
  }
}
