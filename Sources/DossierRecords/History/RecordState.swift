import DossierText

/// The records of a workspace after a commit: all locations of each record, by the key of its id.
struct RecordState {
  private(set) var files: [SourcePath: ObjectID] = [:]
  var tracks: [String: Track] = [:]

  /// The track of one record, including removed records.
  struct Track: Hashable {
    /// The texts of the id, ordered by path and by position in the file. The first one counts, as in a build.
    var places: [Place] = []
    /// The last known location. It stays the same while the record there is unchanged, even if copies exist.
    var standing: Place?
    /// The last revision, as a number in the `Lineage`.
    var last: Int?

    /// Whether the record is unchanged compared with `other`. A copy in another file does not count as a change.
    func isSame(as other: Place?) -> Bool {
      guard let first = places.first, let other else { return places.first == other }
      return first == other || first.digest == other.digest && places.contains(other)
    }
  }

  struct Place: Hashable {
    let path: SourcePath
    let digest: Digest
  }

  /// Whether these changes can apply to this state.
  func precedes(_ changed: [CommitChanges.File]) -> Bool { changed.allSatisfy { files[$0.path] == $0.before } }

  /// Applies the changes of a commit. Returns the previous tracks of all records that may have changed.
  mutating func apply(_ changed: [CommitChanges.File], _ texts: HistoryTexts) -> [String: Track] {
    var former: [String: Track] = [:]
    for file in changed {
      files[file.path] = file.after
      let old = texts.records(file.before, at: file.path)
      let new = texts.records(file.after, at: file.path)
      let (start, end) = RecordState.common(old, new)
      var keys: Set<String> = []
      for part in new[start..<(new.count - end)] { keys.insert(RecordHistory.key(part.id)) }
      for part in old[start..<(old.count - end)] { keys.insert(RecordHistory.key(part.id)) }
      for (key, digests) in RecordState.digests(of: keys, in: new) {
        let track = tracks[key] ?? Track()
        if former[key] == nil { former[key] = track }
        var places = track.places.filter { $0.path != file.path }
        let next = places.firstIndex { file.path < $0.path } ?? places.count
        places.insert(contentsOf: digests.map { Place(path: file.path, digest: $0) }, at: next)
        tracks[key] = Track(places: places, standing: track.standing, last: track.last)
      }
    }
    return former
  }

  /// For each key, the digests of its texts in a file, in their order. Empty for a record that the file no longer contains.
  private static func digests(of keys: Set<String>, in parts: [RecordExtents.Part]) -> [String: [Digest]] {
    var digests = Dictionary(uniqueKeysWithValues: keys.map { ($0, [Digest]()) })
    // Most commits change few records of a long register, so compare the ends of the ids first.
    func end(_ id: String) -> Int { id.utf8.suffix(3).reduce(id.utf8.count) { $0 << 8 | Int($1 | 0x20) } }
    let ends = Set(keys.map(end))
    for part in parts where ends.contains(end(part.id)) {
      let key = RecordHistory.key(part.id)
      if digests[key] != nil { digests[key]?.append(part.digest) }
    }
    return digests
  }

  /// The number of equal records at the start and the end of two texts. One commit changes few records of a long register.
  private static func common(_ old: [RecordExtents.Part], _ new: [RecordExtents.Part]) -> (start: Int, end: Int) {
    func isSame(_ a: RecordExtents.Part, _ b: RecordExtents.Part) -> Bool { a.digest == b.digest && a.id == b.id }
    let most = min(old.count, new.count)
    var (start, end) = (0, 0)
    while start < most, isSame(old[start], new[start]) { start += 1 }
    while end < most - start, isSame(old[old.count - 1 - end], new[new.count - 1 - end]) { end += 1 }
    return (start, end)
  }
}
