/// A block that the parser does not read, because it costs too much.
struct Refusal {
  /// The first and the last line of the block, counted from 0.
  var lines: ClosedRange<Int>
  /// The number of bytes before the block in its first line.
  var column = 0
  let reason: Reason

  enum Reason: Equatable {
    case markers(Int)
    case nesting
    case depth(Int)
    case table(Int)
    case parts
    case memory
    case declarations(Int)
    case brackets(Int)
    case delimiters(Int)
    case repeated(Int)
    case usedUp

    /// What the block has, as the end of a sentence that begins with "this block".
    var description: String {
      switch self {
      case .markers(let count):
        "has a line with \(count) list and quotation markers; the limit is \(MarkupLimits.markersOnLine)"
      case .nesting: "has more than \(MarkupLimits.nesting) lists and quotations inside each other"
      case .depth(let depth): "has so many lines inside \(depth) open blocks that parsing would take too long"
      case .table(let columns): "is a table of \(columns) columns with so many cells that parsing would take too long"
      case .parts: "has so many parts that parsing would take too long"
      case .memory: "needs more than \(MarkupLimits.memory >> 20) MB to parse, together with the text before it"
      case .declarations(let count): "has \(count) times `<?` or `<!` in one long paragraph, so that parsing would take too long"
      case .brackets(let count): "has \(count) opening brackets in one long paragraph, so that parsing would take too long"
      case .delimiters(let count): "has \(count) times `*`, `_` or `~` in one long paragraph, so that parsing would take too long"
      case .repeated(let bytes):
        "repeats \(bytes) bytes of link definitions; the limit for a text is \(MarkupLimits.repeatedBytes)"
      case .usedUp: "comes after text that already costs as much to parse as a whole text may cost"
      }
    }

    var help: String {
      switch self {
      case .markers, .nesting, .depth:
        "remove the markers that are not needed, or write the block as code between two lines of ```"
      case .table, .parts, .memory: "divide this block into several files, or keep it as a CSV file and link to it"
      case .declarations: "write these characters as code between backticks, or divide the paragraph with blank lines"
      case .brackets, .delimiters: "divide the paragraph with blank lines"
      case .usedUp: "divide the text into several files"
      case .repeated: "use a shorter address in the definition, for example of a file instead of `data:`"
      }
    }
  }
}
