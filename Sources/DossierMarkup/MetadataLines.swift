import DossierText

/// Reads metadata that the author wrote below the title of a Markdown file, as keys and values.
///
/// These forms are read: `Owner: Jane`, `**Owner:** Jane`, a list of such lines, and a table with two columns. Reading stops at
/// the first line of another form, and at the next heading. So a sentence of the text is never metadata.
package enum MetadataLines {
  /// The most metadata lines of one file.
  private static let most = 64

  /// The keys with their values. A span is the part of the file that contains only the value.
  package static func members(of document: Document) -> [YAMLNode.Member] {
    document.form == .markdown ? members(of: document.source.bytes) : []
  }

  /// The keys at the top level of the front matter that have a value on their line, then the metadata lines below the title.
  ///
  /// The front matter is read line by line, so that a file with invalid YAML is read too.
  package static func topLevel(of bytes: [UInt8]) -> [YAMLNode.Member] {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard case .found(let yaml, _) = FrontMatter.find(in: bytes, from: start), yaml.count <= FrontMatter.maximumBytes else {
      return members(of: bytes)
    }
    var found: [YAMLNode.Member] = []
    for line in bytes[yaml.range].split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let first = line.first, first != 0x20, first != UInt8(ascii: "#"),
        line[(colon + 1)...].first.map({ $0 == 0x20 || $0 == 0x09 }) ?? true
      else { continue }
      var value = trimmed(line[(colon + 1)...])
      if let mark = value.first, mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'") {
        value = value.dropFirst().prefix { $0 != mark }
      } else if let comment = value.indices.dropFirst().first(where: { value[$0] == 0x23 && value[$0 - 1] == 0x20 }) {
        value = trimmed(value[..<comment])
      }
      guard !value.isEmpty else { continue }
      let key = unquoted(trimmed(line[..<colon]))
      found.append(
        YAMLNode.Member(
          key: String(decoding: key, as: UTF8.self), keySpan: Span(key.startIndex, key.endIndex),
          value: YAMLNode(
            span: Span(value.startIndex, value.endIndex), content: .scalar(String(decoding: value, as: UTF8.self), .plain))))
    }
    return found + members(of: bytes)
  }

  private static func members(of bytes: [UInt8]) -> [YAMLNode.Member] {
    var scan = LineScan(bytes)
    var members: [YAMLNode.Member] = []
    var hasTitle = false
    while members.count < most, let line = scan.next() {
      let content = scan.content(of: line)
      if content.isEmpty || isUnderline(content) || isComment(content) { continue }
      if let heading = LineScan.heading(content) {
        if hasTitle || heading.level > 1 || !members.isEmpty { break }
        hasTitle = true
        continue
      }
      if content.first == UInt8(ascii: "|") {
        members += member(ofRow: content).map { [$0] } ?? []
      } else if let member = member(of: content) {
        members.append(member)
      } else if hasTitle || !members.isEmpty || !scan.isUnderlined() {
        break
      } else {
        // A title that is underlined with `===`.
        hasTitle = true
      }
    }
    return members
  }

  /// The first line below the heading with this text, for example `Accepted` below `## Status`. Nil if there is no such heading,
  /// or if the heading has no text.
  package static func section(titled title: String, of document: Document) -> YAMLNode.Member? {
    guard document.form == .markdown else { return nil }
    let wanted = title.drop { $0 == "#" || $0 == " " }.lowercased()
    var scan = LineScan(document.source.bytes)
    while let line = scan.next() {
      guard let heading = LineScan.heading(scan.content(of: line)),
        String(decoding: heading.text, as: UTF8.self).lowercased() == wanted
      else { continue }
      while let next = scan.next() {
        let content = scan.content(of: next)
        if content.isEmpty || isComment(content) { continue }
        guard LineScan.heading(content) == nil else { return nil }
        let key = Span(heading.text.startIndex, heading.text.endIndex)
        return YAMLNode.Member(key: title, keySpan: key, value: value(listed(content)))
      }
    }
    return nil
  }

  // MARK: One line

  private static func member(of line: ArraySlice<UInt8>) -> YAMLNode.Member? {
    let line = listed(line)
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), let key = key(line[..<colon]) else { return nil }
    var rest = line[(colon + 1)...]
    // In `**Owner:** Jane`, the asterisks after the colon belong to the key.
    if line.starts(with: "**".utf8) || line.starts(with: "__".utf8), rest.prefix(2).elementsEqual(line.prefix(2)) {
      rest = rest.dropFirst(2)
    }
    // A colon without a space after it can be a part of a word, such as the colon of `https://example.org`.
    guard rest.isEmpty || rest.first == 0x20 || rest.first == 0x09 else { return nil }
    return YAMLNode.Member(key: key.text, keySpan: key.span, value: value(rest))
  }

  private static func member(ofRow line: ArraySlice<UInt8>) -> YAMLNode.Member? {
    let cells = line.dropFirst().split(separator: UInt8(ascii: "|"), maxSplits: 1, omittingEmptySubsequences: false)
    guard cells.count == 2, let key = key(trimmed(cells[0])) else { return nil }
    let rest = trimmed(cells[1])
    guard rest.last == UInt8(ascii: "|"), !rest.dropLast().contains(UInt8(ascii: "|")) else { return nil }
    return YAMLNode.Member(key: key.text, keySpan: key.span, value: value(rest.dropLast()))
  }

  /// The name of a key: at most five words without punctuation.
  private static func key(_ text: ArraySlice<UInt8>) -> (text: String, span: Span)? {
    let name = trimmed(unwrapped(trimmed(text)))
    guard !name.isEmpty, name.count <= 48, name.contains(where: { $0 != UInt8(ascii: "-") && $0 != 0x20 }),
      name.allSatisfy({ $0 >= 0x80 || $0 == 0x20 || isWord($0) }), name.split(separator: 0x20).count <= 5
    else { return nil }
    return (String(decoding: name, as: UTF8.self), Span(name.startIndex, name.endIndex))
  }

  /// The value without markup for emphasis, code and links.
  private static func value(_ text: ArraySlice<UInt8>) -> YAMLNode {
    var text = trimmed(text)
    if text.last == UInt8(ascii: "\\") { text = trimmed(text.dropLast()) }
    text = trimmed(unwrapped(text))
    if text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")),
      text[(end + 1)...].first == UInt8(ascii: "("), text.firstIndex(of: UInt8(ascii: ")")) == text.endIndex - 1
    {
      text = text[(text.startIndex + 1)..<end]
    }
    return YAMLNode(
      span: Span(text.startIndex, text.endIndex), content: .scalar(String(decoding: text, as: UTF8.self), .plain))
  }

  /// The line without the mark of a list item.
  private static func listed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = line.first, "-*+".utf8.contains(first), line.dropFirst().first == 0x20 else { return line }
    return trimmed(line.dropFirst(2))
  }

  private static func unwrapped(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    for mark in ["**", "__", "*", "_", "`"] {
      let count = mark.utf8.count
      if text.count > 2 * count, text.starts(with: mark.utf8), text.suffix(count).elementsEqual(mark.utf8) {
        return text.dropFirst(count).dropLast(count)
      }
    }
    // The second mark can be after the colon: `**Owner:** Jane`.
    return text.starts(with: "**".utf8) || text.starts(with: "__".utf8) ? text.dropFirst(2) : text
  }

  private static func unquoted(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let mark = text.first, text.count > 1, "\"'".utf8.contains(mark), text.last == mark else { return text }
    return text.dropFirst().dropLast()
  }

  private static func trimmed(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop { $0 == 0x20 || $0 == 0x09 }
    while text.last == 0x20 || text.last == 0x09 { text = text.dropLast() }
    return text
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  private static func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    line.first == UInt8(ascii: "=") && line.allSatisfy { $0 == UInt8(ascii: "=") }
  }

  private static func isComment(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: "<!--".utf8) && line.suffix(3).elementsEqual("-->".utf8)
  }
}

/// The lines of the text of a Markdown file, without its front matter and without fenced code.
private struct LineScan {
  private let bytes: [UInt8]
  private var start: Int
  private var fence: UInt8?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    start = if case .found(_, let body) = FrontMatter.find(in: bytes, from: mark) { body } else { mark }
  }

  mutating func next() -> Range<Int>? {
    while start < bytes.count {
      let line = line(at: start)
      start = end(after: line)
      let content = content(of: line)
      if let open = fence {
        if content.starts(with: [open, open, open]) { fence = nil }
      } else if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) {
        fence = content.first
        return line
      } else {
        return line
      }
    }
    return nil
  }

  /// Whether the next line is `===`, which makes the current line a title.
  func isUnderlined() -> Bool {
    guard start < bytes.count else { return false }
    let content = content(of: line(at: start))
    return !content.isEmpty && content.allSatisfy { $0 == UInt8(ascii: "=") }
  }

  /// The line without white space at its start and its end.
  func content(of line: Range<Int>) -> ArraySlice<UInt8> {
    var content = bytes[line].drop { $0 == 0x20 || $0 == 0x09 }
    while let last = content.last, last == 0x20 || last == 0x09 { content = content.dropLast() }
    return content
  }

  /// The level and the text of a heading that begins with `#`.
  static func heading(_ line: ArraySlice<UInt8>) -> (level: Int, text: ArraySlice<UInt8>)? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level) else { return nil }
    var text = line.dropFirst(level)
    guard text.isEmpty || text.first == 0x20 || text.first == 0x09 else { return nil }
    text = text.drop { $0 == 0x20 || $0 == 0x09 }
    while let last = text.last, last == UInt8(ascii: "#") || last == 0x20 { text = text.dropLast() }
    return (level, text)
  }

  private func line(at start: Int) -> Range<Int> {
    var end = start
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return start..<end
  }

  private func end(after line: Range<Int>) -> Int {
    let end = line.upperBound
    guard end < bytes.count else { return end }
    return bytes[end] == 0x0D && end + 1 < bytes.count && bytes[end + 1] == 0x0A ? end + 2 : end + 1
  }
}
