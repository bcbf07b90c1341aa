/// Estimates what libcmark-gfm needs for a text, in steps of about a nanosecond and in bytes.
///
/// The factors were measured with version 0.29.0.gfm.6. Each is an upper bound for the worst input that is known.
struct MarkupCost {
  private(set) var steps = 0
  /// The steps of the current block at the top level.
  private(set) var stepsOfBlock = 0
  /// The memory for the inline nodes of the lines that were read.
  private(set) var inlineMemory = 0
  private var inlineMemoryOfBlock = 0
  private(set) var repeatedBytes = 0

  /// Whether nothing more of the text can be parsed.
  private(set) var isUsedUp = false

  mutating func beginBlock() {
    stepsOfBlock = 0
    inlineMemoryOfBlock = 0
  }

  /// The block is not parsed, so its inline markup needs no memory. `memory` is what the blocks before it use.
  mutating func refuseBlock(memory: Int) {
    inlineMemory -= inlineMemoryOfBlock
    if memory + inlineMemory > MarkupLimits.memory / 10 * 9 { isUsedUp = true }
    beginBlock()
  }

  // MARK: Blocks

  /// Adds the cost of one line before the parser reads it. Returns why the parser must not read it.
  mutating func add(_ line: LineCount, _ markers: BlockMarkers, _ state: CMarkState) -> Refusal.Reason? {
    guard !state.isCode else { return nil }
    let most = markers.isThematicBreak ? MarkupLimits.marksOfThematicBreak : MarkupLimits.markersOnLine
    if markers.count > most { return .markers(markers.count) }
    if !markers.isThematicBreak, markers.count > 0, state.nesting + markers.count > MarkupLimits.nesting { return .nesting }
    // The parser visits all open blocks for each line.
    var more = 8 * state.depth
    var memory = 8_192 + 3 * line.bytes + 600 * markers.count + (state.endsInCode ? 0 : MarkupCost.inlineMemory(line, markers))
    if state.columns > 0 {
      more += MarkupCost.square(line.pipes + 1) * 2
      // The parser completes a row with empty cells.
      memory += 250 * (state.columns + line.pipes)
    }
    if let paragraph = state.paragraph, line.isDelimiterRow {
      // The parser reads the whole paragraph to find the header of the table, and for each cell back to the start.
      let above = LineCount(paragraph.content[...])
      more += state.paragraphLines * above.bytes + 4 * (MarkupCost.square(above.pipes + 1) + MarkupCost.square(line.pipes + 1))
      memory += 250 * (above.pipes + line.pipes)
    }
    if state.memory + inlineMemory + memory > MarkupLimits.memory { return .memory }
    if stepsOfBlock + more > MarkupLimits.stepsOfBlock {
      return state.columns > 0 ? .table(state.columns) : state.depth > 20 ? .depth(state.depth) : .parts
    }
    if isUsedUp || steps + more > MarkupLimits.steps { return .usedUp }
    spend(more)
    return nil
  }

  /// Adds the cost of the blocks and of the inline nodes of the line that the parser has read.
  mutating func add(_ line: LineCount, _ markers: BlockMarkers, memory: Int, _ state: CMarkState) {
    var inline = 0
    if !state.endsInCode {
      // For each row of a table, the text of each cell. For other lines, a text and a line break.
      inline = MarkupCost.inlineMemory(line, markers)
      inline += state.columns > 0 ? 184 * min(state.columns, line.pipes + 1) : line.bytes > 0 ? 370 : 0
    }
    inlineMemory += inline
    inlineMemoryOfBlock += inline
    spend(max(0, memory) + inline / 2)
  }

  /// For each mark, two texts and the entry of a delimiter or bracket.
  private static func inlineMemory(_ line: LineCount, _ markers: BlockMarkers) -> Int {
    markers.isThematicBreak ? 0 : 432 * line.marks
  }

  // MARK: Inline markup

  /// Adds the cost of the inline markup of one block, if the parser may read it. Returns why the parser must not read it.
  mutating func add(inline content: [UInt8], memory: Int, _ definitions: CMarkDefinitions) -> Refusal.Reason? {
    let count = InlineCount(content, definitions)
    let size = content.count
    // The parser searches for the end of each `<?` and `<!` up to the end of the block.
    let declarations = count.declarations * size / 2
    // Each link visits all open images. This program searches for the address of each link.
    let brackets = count.images * count.closing * 8 + count.opening * min(size, 4_096)
    let delimiters = count.delimiters * count.delimiters * 4
    let sum = declarations + brackets + delimiters + count.repeated
    if count.repeated > 0,
      repeatedBytes + count.repeated > MarkupLimits.repeatedBytes
        || memory + inlineMemory + repeatedBytes + count.repeated > MarkupLimits.memory
    {
      return .repeated(count.repeated)
    }
    if sum > MarkupLimits.stepsOfBlock || steps + sum > MarkupLimits.steps {
      if declarations > brackets, declarations > delimiters { return .declarations(count.declarations) }
      return brackets > delimiters ? .brackets(count.opening) : .delimiters(count.delimiters)
    }
    repeatedBytes += count.repeated
    steps += sum
    return nil
  }

  private mutating func spend(_ more: Int) {
    steps += more
    if steps > MarkupLimits.steps { isUsedUp = true }
    stepsOfBlock += more
  }

  /// The square of a number, without overflow.
  private static func square(_ number: Int) -> Int { min(number, 1 << 24) * min(number, 1 << 24) }
}

/// The bytes of a line that have a meaning in Markdown.
struct LineCount {
  let bytes: Int
  private(set) var pipes = 0
  /// Bytes that can begin or end an inline node, and starts of bare addresses.
  private(set) var marks = 0
  /// Whether the line contains only the characters of a delimiter row such as `|---|:-:|`.
  private(set) var isDelimiterRow = true

  init(_ line: ArraySlice<UInt8>) {
    bytes = line.count
    var hasDash = false
    var previous: UInt8 = 0
    for byte in line {
      switch byte {
      case UInt8(ascii: "|"): pipes += 1
      case UInt8(ascii: "-"): hasDash = true
      case UInt8(ascii: ":"), 0x20, 0x09: break
      default:
        isDelimiterRow = false
        switch byte {
        case UInt8(ascii: "."): if previous == UInt8(ascii: "w") { marks += 1 }
        case UInt8(ascii: "/"): if previous == UInt8(ascii: ":") { marks += 1 }
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "`"),
          UInt8(ascii: "!"), UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "\\"), UInt8(ascii: "@"):
          marks += 1
        default: break
        }
      }
      previous = byte
    }
    isDelimiterRow = isDelimiterRow && hasDash
  }
}

/// What determines the cost of inline markup.
private struct InlineCount {
  /// `<?` and `<!`.
  var declarations = 0
  /// `![`.
  var images = 0
  var opening = 0
  var closing = 0
  /// Runs of `*`, `_` or `~`.
  var delimiters = 0
  /// The bytes of the addresses and titles that the links may repeat.
  var repeated = 0

  init(_ content: [UInt8], _ definitions: CMarkDefinitions) {
    var label: Int?
    var previous: UInt8 = 0
    var isEscaped = false
    for i in content.indices {
      let byte = content[i]
      switch byte {
      case UInt8(ascii: "["):
        opening += 1
        if previous == UInt8(ascii: "!") { images += 1 }
        // The label of a definition contains no `[` without a backslash.
        if !isEscaped { label = i + 1 }
      case UInt8(ascii: "]"):
        closing += 1
        if !isEscaped, let start = label, i - start <= 1_000 {
          repeated += definitions.bytes(for: content[start..<i])
          label = nil
        }
      case UInt8(ascii: "?"), UInt8(ascii: "!"): if previous == UInt8(ascii: "<") { declarations += 1 }
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"): if previous != byte { delimiters += 1 }
      default: break
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      previous = byte
    }
  }
}
