package import DossierText

extension Dossier {
  /// For each label, the record or page whose source contains it. Nil if there is none.
  package func subjects(of places: [Diagnostic.Label]) -> [ReferenceGraph.Origin?] {
    let pagesByPath = Dictionary(pages.enumerated().map { ($1.path, $0) }) { first, _ in first }
    let wanted = Set(places.map(\.path))
    var registers: [SourcePath: RegisterParts] = [:]
    for (i, entry) in entries.enumerated() where wanted.contains(entry.path) {
      registers[entry.path, default: RegisterParts(entry.source)].add(i, entry)
    }
    for path in registers.keys { registers[path]?.sort() }
    return places.map { place in
      if let page = pagesByPath[place.path] { return .page(page) }
      return registers[place.path]?.record(at: Int(place.span.lower), among: entries).map { .entry($0) }
    }
  }
}

/// The records of one file, by the position of their start.
private struct RegisterParts {
  private let lines: LineIndex
  private let size: Int
  private var starts: [(start: Int, position: Int)] = []

  /// The extent of each record that was looked at. Many places are in one record, and an extent costs its length.
  private var extents: [Int: Span] = [:]

  init(_ source: SourceFile) {
    lines = LineIndex(source.bytes)
    size = source.bytes.count
  }

  mutating func add(_ position: Int, _ entry: Entry) { starts.append((RecordSource.start(of: entry), position)) }

  mutating func sort() { starts.sort { $0.start < $1.start } }

  /// The last record that begins before an offset or on its line, if the offset is inside the record.
  mutating func record(at place: Int, among entries: [Entry]) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    // Text before the first key can belong to the record: the dash of its item, or the first byte of a Markdown file.
    for i in [low - 1, low] where starts.indices.contains(i) {
      if extent(of: i, among: entries).range.contains(place) { return starts[i].position }
    }
    return nil
  }

  private mutating func extent(of i: Int, among entries: [Entry]) -> Span {
    if let known = extents[i] { return known }
    let before = i > 0 ? starts[i - 1].start : 0
    let after = i + 1 < starts.count ? starts[i + 1].start : size
    let extent = RecordSource.extent(of: entries[starts[i].position], lines, between: before..<max(before, after))
    extents[i] = extent
    return extent
  }
}
