import DossierText

/// The records of a workspace as a commit left them: all places of each, by the key of its id.
struct RecordState {
  private(set) var files: [SourcePath: ObjectID] = [:]
  var tracks: [String: Track] = [:]

  /// One record, also one that is no longer there.
  struct Track: Hashable {
    /// In the order of the paths. Of two records with one id the first file's counts, as it does in a build.
    var places: [Place] = []
    /// The one that was last spoken of; it stays that while the record stands there unchanged, whatever copies there are.
    var standing: Place?
    /// The last thing said of it, in the `Lineage`.
    var last: Int?

    /// Whether the record is the same here as at `other`: a copy of it elsewhere changes nothing.
    func isSame(as other: Place?) -> Bool {
      guard let first = places.first, let other else { return places.first == other }
      return first == other || first.digest == other.digest && places.contains(other)
    }
  }

  struct Place: Hashable {
    let path: SourcePath
    let digest: Digest
  }

  /// Whether these can be changes of this state.
  func precedes(_ changed: [CommitChanges.File]) -> Bool { changed.allSatisfy { files[$0.path] == $0.before } }

  /// Makes the changes of a commit. What is returned are the tracks, as they were, of all records that they may concern.
  mutating func apply(_ changed: [CommitChanges.File], _ texts: HistoryTexts) -> [String: Track] {
    var former: [String: Track] = [:]
    for file in changed {
      files[file.path] = file.after
      let old = texts.records(file.before, at: file.path)
      let new = texts.records(file.after, at: file.path)
      let (start, end) = RecordState.common(old, new)
      var found: [String: (id: String, digest: Digest?)] = [:]
      // Of two with one id in one file the first counts.
      for part in new[start..<(new.count - end)] {
        let key = RecordHistory.key(part.id)
        if found[key] == nil { found[key] = (part.id, new[..<start].first { $0.id == part.id }?.digest ?? part.digest) }
      }
      for part in old[start..<(old.count - end)] {
        let key = RecordHistory.key(part.id)
        if found[key] == nil { found[key] = (part.id, new.first { $0.id == part.id }?.digest) }
      }
      for (key, part) in found {
        let track = tracks[key] ?? Track()
        if former[key] == nil { former[key] = track }
        var places = track.places.filter { $0.path != file.path }
        if let digest = part.digest {
          let next = places.firstIndex { file.path < $0.path } ?? places.count
          places.insert(Place(path: file.path, digest: digest), at: next)
        }
        tracks[key] = Track(places: places, standing: track.standing, last: track.last)
      }
    }
    return former
  }

  /// How many records two texts of a file begin and end with alike: of a long register, one commit changes few.
  private static func common(_ old: [RecordExtents.Part], _ new: [RecordExtents.Part]) -> (start: Int, end: Int) {
    func isSame(_ a: RecordExtents.Part, _ b: RecordExtents.Part) -> Bool { a.digest == b.digest && a.id == b.id }
    let most = min(old.count, new.count)
    var (start, end) = (0, 0)
    while start < most, isSame(old[start], new[start]) { start += 1 }
    while end < most - start, isSame(old[old.count - 1 - end], new[new.count - 1 - end]) { end += 1 }
    return (start, end)
  }
}
