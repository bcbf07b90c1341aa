import DossierMarkup
import DossierText

/// Finds the ids of records in YAML that cannot be parsed, from lines of the form `id: …`.
enum UnreadRecords {
  static func ids(in document: DossierMarkup.Document) -> [String] {
    guard document.isUnreadable else { return [] }
    let bytes = document.source.bytes
    let lines = LineIndex(bytes)
    return lines.starts.indices.compactMap { line in
      var words = lines.content(of: line, in: bytes).drop { $0 == 0x20 }
      if words.starts(with: Array("- ".utf8)) { words = words.dropFirst(2).drop { $0 == 0x20 } }
      guard words.starts(with: Array("id:".utf8)) else { return nil }
      let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'"), 0x20]
      let value = words.dropFirst(3).drop { quotes.contains($0) }.prefix { !quotes.contains($0) }
      let id = String(decoding: value, as: UTF8.self)
      return RecordID.isValid(id) ? id : nil
    }
  }
}
