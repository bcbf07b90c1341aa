package import DossierText

extension Dossier {
  /// For each label, the record or page whose source contains the label. Nil if no record and no page contains the label.
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

extension Dossier {
  /// For each diagnostic, the ids of the records that contain its places, without repetitions. The record with the primary place
  /// is first.
  package func records(of diagnostics: [Diagnostic]) -> [[String]] {
    let places = diagnostics.map { [$0.primary] + $0.others }
    var found = subjects(of: places.flatMap { $0 })[...]
    return places.map { own in
      var ids: [String] = []
      for subject in found.prefix(own.count) {
        guard case .entry(let i) = subject, !entries[i].id.isEmpty, !ids.contains(entries[i].id) else { continue }
        ids.append(entries[i].id)
      }
      found = found.dropFirst(own.count)
      return ids
    }
  }
}

/// The records of one file, sorted by the offset at which each record starts.
private struct RegisterParts {
  private let lines: LineIndex
  private let size: Int
  private var starts: [(start: Int, position: Int)] = []

  /// A cache of extents by index in `starts`. Computing an extent reads the whole record, and many labels can be in one record.
  private var extents: [Int: Span] = [:]

  init(_ source: SourceFile) {
    lines = LineIndex(source.bytes)
    size = source.bytes.count
  }

  mutating func add(_ position: Int, _ entry: Entry) { starts.append((RecordSource.start(of: entry), position)) }

  mutating func sort() { starts.sort { $0.start < $1.start } }

  /// The position of the record that contains the offset `place`. Nil if no record contains the offset.
  mutating func record(at place: Int, among entries: [Entry]) -> Int? {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    // `starts` has the offsets of the first keys. A record can begin before its first key, for example at the dash of a list
    // item. So also try the record whose first key is the next one after `place`.
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
