package import DossierText

/// Finds the edits that add values to the YAML of one file.
///
/// An edit adds the new value at the end of a list or a mapping, in the style of that list or mapping. All other content of the
/// file stays the same. New lines have the same indentation and line end as the lines before. The functions return nil if the
/// value cannot be added in this way.
package struct YAMLEditor: Sendable {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private let root: YAMLNode
  private let extent: YAMLExtent

  /// One step of a path: from a mapping or a list to one of its values.
  package enum Step: Sendable {
    case key(String)
    case item(Int)
  }

  /// `root` is the YAML of `source`: the whole file, or its front matter.
  package init(_ source: SourceFile, root: YAMLNode) {
    bytes = source.bytes
    lines = LineIndex(source.bytes)
    self.root = root
    extent = YAMLExtent(bytes: source.bytes)
  }

  /// The edit that adds an item to the list at `path`. If the value at `path` is empty or null, the edit adds a list with the
  /// item.
  package func appending(_ item: YAMLEdit.Value, toListAt path: [Step]) -> YAMLEdit? {
    guard let target = target(at: path) else { return nil }
    let list = target.node
    if list.isNull { return filling(target, with: .list([item])) }
    guard case .sequence(let items) = list.content else { return nil }
    if extent.isBracketed(list) { return inBrackets(list, last: items.last, item.flow) }
    guard !target.isFlow, let last = items.last, let end = extent.end(of: last),
      let head = items.reversed().lazy.compactMap({ head(of: $0) }).first
    else { return nil }
    let added = extent.isBracketed(last) ? [item.flow] : item.lines
    let indent = String(repeating: " ", count: head.utf8.count)
    return below(end, added.enumerated().map { ($0 == 0 ? head : indent) + $1 })
  }

  /// The edit that adds a key and its value to the mapping at `path`. Nil if the mapping already has the key.
  package func appending(_ key: String, _ value: YAMLEdit.Value, toMappingAt path: [Step]) -> YAMLEdit? {
    guard let target = target(at: path), let members = target.node.members, target.node.member(key) == nil else { return nil }
    if extent.isBracketed(target.node) { return inBrackets(target.node, last: members.last?.value, "\(key): \(value.flow)") }
    guard !target.isFlow, let first = members.first, let end = extent.end(of: target.node), let pad = indent(of: first.keySpan)
    else { return nil }
    return below(end, YAMLEdit.Value.lines(key, value).map { pad + $0 })
  }

  // MARK: Targets

  private struct Target {
    let node: YAMLNode
    /// Whether the value is inside brackets or braces.
    let isFlow: Bool
    /// The span of the key of the value. Nil for an item of a list.
    let key: Span?
  }

  private func target(at path: [Step]) -> Target? {
    var (node, isFlow, key): (YAMLNode, Bool, Span?) = (root, false, nil)
    for step in path {
      isFlow = isFlow || extent.isBracketed(node)
      switch (step, node.content) {
      case (.key(let name), .mapping):
        guard let member = node.member(name) else { return nil }
        (node, key) = (member.value, member.keySpan)
      case (.item(let position), .sequence(let items)):
        guard items.indices.contains(position) else { return nil }
        (node, key) = (items[position], nil)
      default: return nil
      }
    }
    return Target(node: node, isFlow: isFlow, key: key)
  }

  // MARK: Flow style

  /// Inserts `text` before the closing bracket: after the last value, or after the comma that follows the last value.
  private func inBrackets(_ collection: YAMLNode, last: YAMLNode?, _ text: String) -> YAMLEdit? {
    let start = Int(collection.span.lower)
    guard let after = last.map({ extent.end(of: $0) }) ?? start + 1, let rest = extent.closing(of: collection, after: after)
    else {
      return nil
    }
    let place = rest.comma.map { $0 + 1 } ?? after
    // A `#` directly after the inserted text would no longer begin a comment.
    guard bytes[place] != UInt8(ascii: "#") else { return nil }
    return YAMLEdit(Span(place, place), (last == nil ? "" : rest.comma == nil ? ", " : " ") + text)
  }

  /// Writes `list` as the value of a key or item that has no value or an explicit null.
  private func filling(_ target: Target, with list: YAMLEdit.Value) -> YAMLEdit? {
    if target.node.span.count > 0 { return YAMLEdit(target.node.span, list.flow) }
    let place = Int(target.node.span.lower)
    guard let before = bytes[..<place].last(where: { $0 != 0x20 }), before == UInt8(ascii: ":") || before == UInt8(ascii: "-")
    else {
      return nil
    }
    if !target.isFlow, list.isBlock, let key = target.key, let pad = indent(of: key) {
      return below(place, list.lines.map { pad + "  " + $0 })
    }
    return YAMLEdit(Span(place, place), (bytes[place - 1] == before ? " " : "") + list.flow)
  }

  // MARK: Block style

  /// The spaces and the dash before an item of a list in block style. Nil if the dash is on another line.
  private func head(of item: YAMLNode) -> String? {
    var start = Int(item.span.lower)
    if case .scalar(_, .quoted) = item.content { start -= 1 }
    let prefix = self.prefix(start)
    guard isBlank(prefix, or: UInt8(ascii: "-")), let dash = prefix.lastIndex(of: UInt8(ascii: "-")) else { return nil }
    let gap = max(1, prefix.endIndex - dash - 1)
    return String(repeating: " ", count: dash - prefix.startIndex) + "-" + String(repeating: " ", count: gap)
  }

  /// The indentation of a mapping in block style, as spaces: one space for each byte before `key` on its line, also for dashes.
  /// Nil if the line contains anything except spaces and dashes before the key.
  private func indent(of key: Span) -> String? {
    var start = Int(key.lower)
    if start > 0, bytes[start - 1] == UInt8(ascii: "\"") || bytes[start - 1] == UInt8(ascii: "'") { start -= 1 }
    let prefix = self.prefix(start)
    return isBlank(prefix, or: UInt8(ascii: "-")) ? String(repeating: " ", count: prefix.count) : nil
  }

  private func isBlank(_ bytes: ArraySlice<UInt8>, or other: UInt8) -> Bool { bytes.allSatisfy { $0 == 0x20 || $0 == other } }

  /// The bytes from the start of a line to an offset on the same line, without a byte-order mark.
  private func prefix(_ offset: Int) -> ArraySlice<UInt8> {
    let line = lines.line(of: offset)
    let isMarked = line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return bytes[(Int(lines.starts[line]) + (isMarked ? 3 : 0))..<offset]
  }

  /// Inserts `block` below the line that contains `offset`. Nil if anything except a comment follows `offset` on that line.
  private func below(_ offset: Int, _ block: [String]) -> YAMLEdit? {
    let line = lines.line(of: offset)
    let content = lines.content(of: line, in: bytes)
    let rest = content[min(offset, content.endIndex)...].first { $0 != 0x20 && $0 != 0x09 }
    guard rest == nil || rest == UInt8(ascii: "#") else { return nil }
    if line + 1 < lines.starts.count {
      let next = Int(lines.starts[line + 1])
      let end = String(decoding: bytes[content.endIndex..<next], as: UTF8.self)
      return YAMLEdit(Span(next, next), block.map { $0 + end }.joined())
    }
    // The last line has no line end. Use the line end of the previous line.
    let before = line > 0 ? lines.content(of: line - 1, in: bytes).endIndex..<Int(lines.starts[line]) : 0..<0
    let end = before.isEmpty ? "\n" : String(decoding: bytes[before], as: UTF8.self)
    return YAMLEdit(Span(bytes.count, bytes.count), block.map { end + $0 }.joined())
  }
}
