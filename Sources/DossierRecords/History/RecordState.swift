import DossierText

/// The state of a workspace after a commit: its files, and the locations of each record by the key of its id.
struct RecordState {
  // The states of open branches are alive at the same time. Most of their entries are equal.
  private(set) var files = SharedDictionary<SourcePath, ObjectID>()
  var tracks = SharedDictionary<String, Track>()

  /// The locations of one record after a commit. A removed record has a track without `places`.
  struct Track: Hashable {
    /// The locations of all texts with the id of the record, ordered by path and by position in the file. If several texts have
    /// this id, only the first text counts, as in a build.
    var places: [Place] = []
    /// The location of the text that counts. Nil if the record was removed.
    ///
    /// `standing` can differ from the first location. If the unchanged text is copied to a file that comes first in `places`,
    /// `standing` stays the same.
    var standing: Place?
    /// The number of the last revision in the `Lineage`.
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

  /// Whether the files of this state are equal to the files before these changes.
  func precedes(_ changed: [CommitChanges.File]) -> Bool { changed.allSatisfy { files[$0.path] == $0.before } }

  /// Applies the changes of a commit. Returns the previous tracks of all records that may have changed.
  mutating func apply(_ changed: [CommitChanges.File], _ texts: HistoryTexts) -> [String: Track] {
    var former: [String: Track] = [:]
    for file in changed {
      files[file.path] = file.after
      let old = texts.records(file.before, at: file.path)
      let new = texts.records(file.after, at: file.path)
      let changed = old.changed(to: new)
      var keys: Set<String> = []
      for part in changed.old { keys.insert(RecordHistory.key(part.id)) }
      for part in changed.new { keys.insert(RecordHistory.key(part.id)) }
      for (key, digests) in RecordState.digests(of: keys, in: new) {
        let known = tracks[key]
        if let known, known.places.lazy.filter({ $0.path == file.path }).map(\.digest).elementsEqual(digests) { continue }
        let track = known ?? Track()
        if former[key] == nil { former[key] = track }
        var places = track.places.filter { $0.path != file.path }
        let next = places.firstIndex { file.path < $0.path } ?? places.count
        places.insert(contentsOf: digests.map { Place(path: file.path, digest: $0) }, at: next)
        tracks[key] = Track(places: places, standing: track.standing, last: track.last)
      }
    }
    return former
  }

  /// For each key, the digests of the records in `extents` that have an id with this key, in the order of the file. `extents` are
  /// the records of one file.
  ///
  /// The array of a key is empty if the file does not contain the record.
  private static func digests(of keys: Set<String>, in extents: RecordExtents) -> [String: [Digest]] {
    var digests = Dictionary(uniqueKeysWithValues: keys.map { ($0, [Digest]()) })
    // Most commits change few records of a long register. So compare the last letters of an id before the whole id.
    func end(_ id: String) -> Int { id.utf8.suffix(3).reduce(id.utf8.count) { $0 << 8 | Int($1 | 0x20) } }
    let ends = Set(keys.map(end))
    for block in extents.blocks {
      for part in block.parts where ends.contains(end(part.id)) {
        let key = RecordHistory.key(part.id)
        if digests[key] != nil { digests[key]?.append(part.digest) }
      }
    }
    return digests
  }
}
