/// Tracks fenced code and HTML blocks, and whether the scan can know which blocks are open.
///
/// A fence is a line of backticks or tildes that opens or closes code. An indented fence may belong to a list item. A line that
/// begins with `<` may begin HTML, and a fence inside HTML has no meaning. After the first ambiguous fence, the scan ignores
/// all fences.
struct BlockScan {
  /// The opening fence of the code block that is certainly open. `start` is the offset of the line of the fence. Nil if no code
  /// block is certainly open.
  private var fence: (mark: UInt8, length: Int, start: Int)?
  /// The opening fence of a code block, if one to three spaces come before the fence. The scan does not know whether the code
  /// block is at the left edge or in a list item.
  private var indentedFence: (mark: UInt8, length: Int, indent: Int)?
  /// The texts that end the HTML block that may be open, for example `-->`. One of the texts is enough to end the block. Empty if
  /// no HTML block that ends with such a text may be open.
  private var htmlEnds: [String] = []
  /// Whether there may be an open HTML block that ends at the next blank line.
  private var isHTML = false
  private var isUnsure = false
  /// True if a line after the last blank line looks like a fence. Also true if an HTML block with `htmlEnds` may have been open
  /// at or after that blank line. A line that looks like a list item may then be part of code or HTML.
  private(set) var mayHideItems = false

  /// Reads a line. Returns the start of the fenced code block that contains `line`. The closing fence is part of the block. Nil
  /// if no fenced code block contains the line.
  mutating func insideFence(_ line: ArraySlice<UInt8>) -> Int? {
    guard let open = fence else { return nil }
    let content = line.drop { $0 == 0x20 }
    if content.startIndex - line.startIndex <= 3, BlockScan.closes(content, open.mark, open.length) { fence = nil }
    return open.start
  }

  mutating func blank() {
    isHTML = false
    mayHideItems = !htmlEnds.isEmpty
  }

  /// Reads a line that is not blank. Returns true if the line certainly opens fenced code.
  ///
  /// `inner` is the line without its block markers.
  mutating func next(_ line: ArraySlice<UInt8>, indent: Int, inner: ArraySlice<UInt8>) -> Bool {
    let content = line.dropFirst(indent)
    if let open = indentedFence, indent < open.indent, content.first != 0x09 {
      // This line ends the code if the code is in a list item, but not if the code is at the left edge.
      isUnsure = true
      indentedFence = nil
    }
    if BlockScan.looksLikeFence(inner) { mayHideItems = true }
    if indent <= 3, BlockScan.looksLikeFence(content), !isUnsure {
      if isHTML || !htmlEnds.isEmpty {
        isUnsure = true
      } else if let open = indentedFence {
        if BlockScan.closes(content, open.mark, open.length) { indentedFence = nil }
      } else if let opened = BlockScan.fenceMark(content) {
        if indent == 0 {
          fence = (opened.mark, opened.length, line.startIndex)
          return true
        }
        indentedFence = (opened.mark, opened.length, indent)
      }
    }
    html(line, inner)
    return false
  }

  // MARK: HTML

  private mutating func html(_ line: ArraySlice<UInt8>, _ inner: ArraySlice<UInt8>) {
    if inner.first == UInt8(ascii: "<") {
      let ends = BlockScan.ends(ofHTML: inner)
      if ends.isEmpty {
        isHTML = isHTML || !BlockScan.isAddress(inner)
      } else if htmlEnds.isEmpty {
        htmlEnds = ends
      } else if htmlEnds != ends {
        // One of the two HTML blocks is open and contains the start of the other. The scan cannot know which block is open.
        isUnsure = true
      }
    }
    guard !htmlEnds.isEmpty else { return }
    mayHideItems = true
    if htmlEnds.contains(where: { BlockScan.contains($0, in: line) }) { htmlEnds = [] }
  }

  /// The texts that end the HTML block that begins with `inner` (CommonMark, HTML blocks 1 to 5). Empty if a blank line ends
  /// the block.
  private static func ends(ofHTML inner: ArraySlice<UInt8>) -> [String] {
    let start = inner.prefix(9).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if start.starts(with: "<!--".utf8) { return ["-->"] }
    if start.starts(with: "<?".utf8) { return ["?>"] }
    if start.starts(with: "<![".utf8) { return ["]]>"] }
    if start.starts(with: "<!".utf8) { return [">"] }
    if start.starts(with: "<textarea".utf8) { return ["</textarea>"] }
    for name in ["<script", "<pre", "<style"] where start.starts(with: name.utf8) { return ["</script>", "</pre>", "</style>"] }
    return []
  }

  /// Whether the line begins with an autolink such as `<https://…>`, which is not HTML.
  private static func isAddress(_ inner: ArraySlice<UInt8>) -> Bool {
    let afterName = inner.dropFirst().drop {
      $0 > 0x20 && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
    }
    return afterName.first == UInt8(ascii: ":")
  }

  private static func contains(_ word: String, in line: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(word.utf8)
    guard line.count >= bytes.count else { return false }
    for i in line.startIndex...(line.endIndex - bytes.count) {
      let isHere = zip(bytes, line[i...]).allSatisfy { want, byte in want == ((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
      if isHere { return true }
    }
    return false
  }

  // MARK: Fences

  private static func looksLikeFence(_ content: ArraySlice<UInt8>) -> Bool {
    content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8)
  }

  private static func closes(_ content: ArraySlice<UInt8>, _ mark: UInt8, _ length: Int) -> Bool {
    let count = content.prefix { $0 == mark }.count
    return count >= length && content.dropFirst(count).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func fenceMark(_ content: ArraySlice<UInt8>) -> (mark: UInt8, length: Int)? {
    guard let mark = content.first else { return nil }
    let length = content.prefix { $0 == mark }.count
    guard mark == UInt8(ascii: "~") || !content.dropFirst(length).contains(mark) else { return nil }
    return (mark, length)
  }
}
