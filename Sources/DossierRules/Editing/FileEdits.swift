import DossierText

/// The edits of one file, ordered by their spans. No edit touches another edit.
struct FileEdits {
  /// The bytes of the file. Nil if the file must not be edited.
  private let bytes: [UInt8]?
  private var edits: [Diagnostic.Fix] = []

  /// Creates an empty list of edits. The list accepts no edit if `file` is nil, or if the bytes in memory differ from the bytes
  /// on disk.
  ///
  /// The bytes differ if the file on disk is not UTF-8, because invalid bytes were replaced in memory.
  init(_ file: SourceFile?) {
    bytes = file.flatMap { $0.digest == Digest(of: $0.bytes) ? $0.bytes : nil }
  }

  var isEmpty: Bool { edits.isEmpty }

  /// Whether an edit can be added: the file contains the wrong value at the span of the edit, and the span touches no other edit.
  func accepts(_ edit: Diagnostic.Fix) -> Bool {
    guard let bytes, edit.matches(bytes) else { return false }
    // The edits are disjoint, so only the two neighbours can touch the span.
    let next = index(of: edit.span)
    return !edits[max(0, next - 1)..<min(edits.count, next + 1)].contains { $0.span.touches(edit.span) }
  }

  /// Adds an edit. Call this only if `accepts` is true for the edit.
  mutating func add(_ edit: Diagnostic.Fix) { edits.insert(edit, at: index(of: edit.span)) }

  func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var done = 0
    for edit in edits {
      result += bytes[done..<Int(edit.span.lower)]
      result += edit.replacement.utf8
      done = Int(edit.span.upper)
    }
    return result + bytes[done...]
  }

  /// The index of the first edit whose span is not before `span`. An edit with this span is inserted there.
  private func index(of span: Span) -> Int {
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].span < span { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Span {
  /// Whether two spans share a byte. An empty span is an insertion, and also touches a span that begins or ends at its position.
  func touches(_ other: Span) -> Bool {
    if count == 0 || other.count == 0 { return lower <= other.upper && other.lower <= upper }
    return lower < other.upper && other.lower < upper
  }
}
