import DossierMarkup
import DossierRecords
import DossierText

/// Possible edits that add an approval to a record of a file, in the syntax that the file uses.
///
/// The caller must decode the edited file to verify an edit.
struct ApprovalInsertion {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private let record: YAMLNode

  struct Edit {
    let span: Span
    let text: [UInt8]
  }

  /// Nil if the file does not contain the record.
  init?(_ file: SourceFile, _ id: String) {
    guard let fields = DocumentParser.parse(file).value.fields else { return nil }
    bytes = file.bytes
    lines = LineIndex(file.bytes)
    func hasID(_ node: YAMLNode) -> Bool { node.member("id")?.value.text.map { RecordID.key($0) == RecordID.key(id) } ?? false }
    if file.path.fileExtension == "md" {
      record = fields
    } else if case .sequence(let items)? = fields.member("records")?.value.content, let item = items.first(where: hasID) {
      record = item
    } else {
      return nil
    }
  }

  /// The edits, with the most likely one first.
  func edits(adding approval: Approval) -> [Edit] {
    guard let list = record.member("approvals") else { return newList(approval) }
    let value = list.value
    if value.isNull { return inPlace(of: list, approval) }
    guard case .sequence(let items) = value.content else { return [] }
    let start = Int(value.span.lower)
    if start < bytes.count, bytes[start] == UInt8(ascii: "[") { return inBrackets(start, approval) }
    return items.last.map { after($0, approval) } ?? []
  }

  // MARK: Without an existing list

  private func newList(_ approval: Approval) -> [Edit] {
    guard let id = record.member("id") else { return [] }
    if isInBraces(id.keySpan) {
      var end = Int(id.value.span.upper)
      if end < bytes.count, bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") { end += 1 }
      return [Edit(span: Span(end, end), text: Array(", approvals: [\(approval.inBraces)]".utf8))]
    }
    let pad = String(repeating: " ", count: column(of: Int(id.keySpan.lower)))
    let block = [pad + "approvals:"] + item(approval, pad + "  - ")
    // Insert after a field on a single line, and try the last such field first. The end of a longer field is hard to find.
    return (record.members ?? []).reversed().compactMap { member -> Edit? in
      guard case .scalar(_, let style) = member.value.content, style == .plain || style == .quoted else { return nil }
      return below(lines.line(of: Int(member.keySpan.lower)), block)
    }
  }

  /// Replaces an empty `approvals:` or `approvals: null`.
  private func inPlace(of list: YAMLNode.Member, _ approval: Approval) -> [Edit] {
    let span = list.value.span
    if span.count > 0 { return [Edit(span: span, text: Array("[\(approval.inBraces)]".utf8))] }
    let pad = String(repeating: " ", count: column(of: Int(list.keySpan.lower)))
    return [below(lines.line(of: Int(list.keySpan.lower)), item(approval, pad + "  - "))]
  }

  // MARK: With an existing list

  /// Inserts the approval before the closing bracket.
  private func inBrackets(_ start: Int, _ approval: Approval) -> [Edit] {
    var depth = 0
    var quote: UInt8?
    for i in start..<bytes.count {
      let byte = bytes[i]
      if let open = quote {
        if byte == open, open == UInt8(ascii: "'") || bytes[i - 1] != UInt8(ascii: "\\") { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): if !isInsideWord(i) { quote = byte }
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: break
      }
      guard depth == 0 else { continue }
      let inner = bytes[(start + 1)..<i]
      guard let last = inner.lastIndex(where: { $0 > 0x20 }) else {
        return [Edit(span: Span(i, i), text: Array(approval.inBraces.utf8))]
      }
      let separator = bytes[last] == UInt8(ascii: ",") ? " " : ", "
      return [Edit(span: Span(last + 1, last + 1), text: Array((separator + approval.inBraces).utf8))]
    }
    return []
  }

  /// Whether the byte is inside a word. An apostrophe there does not open a quoted string.
  private func isInsideWord(_ i: Int) -> Bool {
    let before = i > 0 ? bytes[i - 1] : 0x20
    return before > 0x20 && ![UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":")].contains(before)
  }

  /// Inserts the approval below the last item of a block list, in the same style.
  ///
  /// Tries the last known line of the item first, then the lines after it, because they may belong to the item.
  private func after(_ last: YAMLNode, _ approval: Approval) -> [Edit] {
    let start = Int(last.members?.first?.keySpan.lower ?? last.span.lower)
    let isBraced = Int(last.span.lower) < bytes.count && bytes[Int(last.span.lower)] == UInt8(ascii: "{")
    let line = lines.line(of: isBraced ? Int(last.span.lower) : start)
    let prefix = bytes[Int(lines.starts[line])..<(isBraced ? Int(last.span.lower) : start)]
    guard prefix.drop(while: { $0 == 0x20 }).first == UInt8(ascii: "-"), prefix.allSatisfy({ $0 == 0x20 || $0 == 0x2D }) else {
      return []
    }
    let head = String(decoding: prefix, as: UTF8.self)
    let block = isBraced ? [head + approval.inBraces] : item(approval, head)
    let end = lines.line(of: max(start, ApprovalInsertion.end(of: last) - 1))
    return (end..<min(end + 200, lines.starts.count)).map { below($0, block) }
  }

  // MARK: Lines

  private func item(_ approval: Approval, _ head: String) -> [String] {
    let pad = String(repeating: " ", count: head.utf8.count)
    return approval.lines.enumerated().map { ($0 == 0 ? head : pad) + $1 }
  }

  /// Inserts new lines below a line, with the same line ending.
  private func below(_ line: Int, _ block: [String]) -> Edit {
    let isLast = line + 1 >= lines.starts.count
    let next = isLast ? bytes.count : Int(lines.starts[line + 1])
    let isCRLF = next >= 2 && bytes[next - 2] == 0x0D || isLast && bytes.contains(0x0D)
    let end = isCRLF ? "\r\n" : "\n"
    let text = block.joined(separator: end)
    return Edit(span: Span(next, next), text: Array((isLast ? end + text : text + end).utf8))
  }

  /// The bytes before a key on its line, without a byte-order mark.
  private func before(_ key: Int) -> ArraySlice<UInt8> {
    let line = lines.line(of: key)
    let isMarked = line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return bytes[(Int(lines.starts[line]) + (isMarked ? 3 : 0))..<key]
  }

  /// The column of the keys of a mapping. A dash before the key counts as indentation.
  private func column(of key: Int) -> Int { before(key).prefix { $0 == 0x20 || $0 == 0x2D }.count }

  private func isInBraces(_ key: Span) -> Bool { before(Int(key.lower)).contains(UInt8(ascii: "{")) }

  private static func end(of node: YAMLNode) -> Int {
    switch node.content {
    case .scalar: Int(node.span.upper)
    case .sequence(let items): items.map { end(of: $0) }.max() ?? Int(node.span.lower)
    case .mapping(let members): members.map { max(Int($0.keySpan.upper), end(of: $0.value)) }.max() ?? Int(node.span.lower)
    }
  }
}
