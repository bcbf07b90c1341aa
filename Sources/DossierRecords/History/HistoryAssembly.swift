package import DossierText

/// Follows records through commits by their ids, whatever files they stand in.
package struct HistoryAssembly: Sendable {
  private let changes: [CommitChanges]
  /// The objects whose contents it needs, each once.
  package let objects: [ObjectID]
  /// A path under which each object was seen, in the order of `objects`: its name says what it can hold.
  package let paths: [SourcePath]

  /// `changes` come newest first, each commit before those it follows.
  package init(_ changes: [CommitChanges]) {
    var objects: [ObjectID] = []
    var paths: [SourcePath] = []
    var seen: Set<ObjectID> = []
    for change in changes {
      for file in change.files where RecordExtents.concerns(file.path) {
        for object in file.before + [file.after] {
          guard let object, seen.insert(object).inserted else { continue }
          objects.append(object)
          paths.append(file.path)
        }
      }
    }
    (self.changes, self.objects, self.paths) = (changes, objects, paths)
  }

  /// What is known of an object.
  package enum Content: Sendable {
    case records(RecordExtents)
    /// Nothing: it is not there, or is not what its name says.
    case absent
  }

  /// `contents` are those of `objects`.
  package func history(_ contents: [Content], isShallow: Bool) -> RecordHistory {
    var held: [ObjectID: RecordExtents] = [:]
    var absent: Set<ObjectID> = []
    for (object, content) in zip(objects, contents) {
      switch content {
      case .records(let found): held[object] = found
      case .absent: absent.insert(object)
      }
    }
    func isUnknown(_ object: ObjectID?) -> Bool { object.map(absent.contains) ?? false }
    var revisions: [String: [Revision]] = [:]
    for change in changes {
      let trimmed = change.files.map { differing($0, held) }
      let after = places(in: trimmed.map { ($0.file.path, $0.file.after, $0.after) })
      let before = (0..<max(1, change.files.map(\.before.count).max() ?? 1)).map { parent in
        places(
          in: trimmed.map { file, before, _ in
            let isKnown = file.before.indices.contains(parent)
            return (file.path, isKnown ? file.before[parent] : nil, isKnown ? before[parent] : [])
          })
      }
      // A record may have come from, or gone to, a file of which nothing is known.
      let isFirst = isShallow && change.commit.parents == 0 || change.files.contains { $0.before.contains(where: isUnknown) }
      let isLast = change.files.contains { isUnknown($0.after) }
      for key in Set(after.keys).union(before.flatMap(\.keys)) where !isLast || after[key] != nil {
        guard let revision = revision(change.commit, before.map { $0[key] }, after[key], isFirst: isFirst) else { continue }
        revisions[key, default: []].append(revision)
      }
    }
    return RecordHistory(extent: .read(isShallow: isShallow, absent: absent.count), revisions: revisions)
  }

  private typealias Parts = ArraySlice<RecordExtents.Part>

  /// The records of a file on each side, without those at its start and end that are the same on both: of a long register, one
  /// commit changes few.
  private func differing(
    _ file: CommitChanges.File, _ held: [ObjectID: RecordExtents]
  ) -> (file: CommitChanges.File, before: [Parts], after: Parts) {
    func parts(_ object: ObjectID?) -> Parts {
      guard let object, RecordExtents.concerns(file.path) else { return [] }
      return held[object]?.records[...] ?? []
    }
    var (before, after) = (file.before.map(parts), parts(file.after))
    guard before.count == 1, var old = before.first else { return (file, before, after) }
    func isSame(_ a: RecordExtents.Part?, _ b: RecordExtents.Part?) -> Bool {
      guard let a, let b else { return false }
      return a.digest == b.digest && a.id == b.id
    }
    while isSame(old.first, after.first) { (old, after) = (old.dropFirst(), after.dropFirst()) }
    while isSame(old.last, after.last) { (old, after) = (old.dropLast(), after.dropLast()) }
    before = [old]
    return (file, before, after)
  }

  private struct Place {
    let path: SourcePath
    let object: ObjectID
    let part: RecordExtents.Part
  }

  private func places(
    in files: [(path: SourcePath, object: ObjectID?, parts: ArraySlice<RecordExtents.Part>)]
  ) -> [String: Place] {
    var places: [String: Place] = [:]
    // Of two records with one id the first file's counts, as it does in a build.
    for file in files.sorted(by: { $0.path < $1.path }) {
      guard let object = file.object else { continue }
      for part in file.parts {
        let key = RecordHistory.key(part.id)
        if places[key] == nil { places[key] = Place(path: file.path, object: object, part: part) }
      }
    }
    return places
  }

  /// What a commit did to one record; nil where one of the commits before it had it as it is.
  private func revision(_ commit: Commit, _ before: [Place?], _ after: Place?, isFirst: Bool) -> Revision? {
    func revision(_ change: Revision.Change, _ place: Place, from former: Place? = nil) -> Revision {
      Revision(
        commit: commit, change: change, path: place.path, object: place.object, extent: place.part.range,
        digest: place.part.digest, dates: place.part.dates, formerDates: former?.part.dates)
    }
    guard let after else {
      // A merge that one side had removed it in already says nothing new.
      guard !before.contains(where: { $0 == nil }), let last = before.compactMap({ $0 }).first else { return nil }
      return revision(.removed, last)
    }
    let known = before.compactMap { $0 }
    guard let nearest = known.first(where: { $0.part.digest == after.part.digest }) ?? known.first else {
      return revision(isFirst ? .firstKnown : .added, after)
    }
    let isSame = nearest.part.digest == after.part.digest
    if nearest.path == after.path { return isSame ? nil : revision(.changed, after, from: nearest) }
    // In a merge, one side had it there already.
    if known.contains(where: { $0.path == after.path && $0.part.digest == after.part.digest }) { return nil }
    return revision(isSame ? .moved(from: nearest.path) : .movedAndChanged(from: nearest.path), after, from: nearest)
  }
}
