import DossierMarkup
import DossierRecords
import DossierText

/// Ways of adding an approval to a record of a file, by the form it is written in. Whether one is right is seen by reading it again.
struct ApprovalInsertion {
  private let bytes: [UInt8]
  private let lines: LineIndex
  private let record: YAMLNode

  struct Edit {
    let span: Span
    let text: [UInt8]
  }

  /// Nil where the record is not found in the file.
  init?(_ file: SourceFile, _ id: String) {
    guard let fields = DocumentParser.parse(file).value.fields else { return nil }
    bytes = file.bytes
    lines = LineIndex(file.bytes)
    func isMeant(_ node: YAMLNode) -> Bool { node.member("id")?.value.text.map { RecordID.key($0) == RecordID.key(id) } ?? false }
    if file.path.fileExtension == "md" {
      record = fields
    } else if case .sequence(let items)? = fields.member("records")?.value.content, let item = items.first(where: isMeant) {
      record = item
    } else {
      return nil
    }
  }

  /// The likeliest first.
  func edits(adding approval: Approval) -> [Edit] {
    guard let list = record.member("approvals") else { return newList(approval) }
    let value = list.value
    if value.isNull { return inPlace(of: list, approval) }
    guard case .sequence(let items) = value.content else { return [] }
    let start = Int(value.span.lower)
    if start < bytes.count, bytes[start] == UInt8(ascii: "[") { return inBrackets(start, approval) }
    return items.last.map { after($0, approval) } ?? []
  }

  // MARK: Where there is no list

  private func newList(_ approval: Approval) -> [Edit] {
    guard let id = record.member("id") else { return [] }
    if isInBraces(id.keySpan) {
      var end = Int(id.value.span.upper)
      if end < bytes.count, bytes[end] == UInt8(ascii: "\"") || bytes[end] == UInt8(ascii: "'") { end += 1 }
      return [Edit(span: Span(end, end), text: Array(", approvals: [\(approval.inBraces)]".utf8))]
    }
    let pad = String(repeating: " ", count: column(of: Int(id.keySpan.lower)))
    let block = [pad + "approvals:"] + item(approval, pad + "  - ")
    // After a field that stands on one line, the last such first: a longer one would have to be understood to find its end.
    return (record.members ?? []).reversed().compactMap { member -> Edit? in
      guard case .scalar(_, let style) = member.value.content, style == .plain || style == .quoted else { return nil }
      return below(lines.line(of: Int(member.keySpan.lower)), block)
    }
  }

  /// `approvals:` with nothing, or `null`.
  private func inPlace(of list: YAMLNode.Member, _ approval: Approval) -> [Edit] {
    let span = list.value.span
    if span.count > 0 { return [Edit(span: span, text: Array("[\(approval.inBraces)]".utf8))] }
    let pad = String(repeating: " ", count: column(of: Int(list.keySpan.lower)))
    return [below(lines.line(of: Int(list.keySpan.lower)), item(approval, pad + "  - "))]
  }

  // MARK: Where there is one

  /// Before the bracket that closes it.
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

  /// An apostrophe in a word opens nothing.
  private func isInsideWord(_ i: Int) -> Bool {
    let before = i > 0 ? bytes[i - 1] : 0x20
    return before > 0x20 && ![UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","), UInt8(ascii: ":")].contains(before)
  }

  /// Below the last item of a block list, in its style: behind its last line, or behind one of those after it that may be its own.
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

  /// Lines of their own below a line, with the line end that this one has.
  private func below(_ line: Int, _ block: [String]) -> Edit {
    let isLast = line + 1 >= lines.starts.count
    let next = isLast ? bytes.count : Int(lines.starts[line + 1])
    let isCRLF = next >= 2 && bytes[next - 2] == 0x0D || isLast && bytes.contains(0x0D)
    let end = isCRLF ? "\r\n" : "\n"
    let text = block.joined(separator: end)
    return Edit(span: Span(next, next), text: Array((isLast ? end + text : text + end).utf8))
  }

  /// What stands before a key on its line, without a byte-order mark.
  private func before(_ key: Int) -> ArraySlice<UInt8> {
    let line = lines.line(of: key)
    let isMarked = line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    return bytes[(Int(lines.starts[line]) + (isMarked ? 3 : 0))..<key]
  }

  /// Where the keys of a mapping begin: below one after a dash, its dash counts.
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
