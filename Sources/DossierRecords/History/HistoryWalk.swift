import DossierText

/// Processes commits, parents before children, and tracks the location of every record on each branch.
///
/// Several records can have the same id in one commit. Each of these records is called a text of the id. The first text counts,
/// as in a build (`RecordState.Track`).
struct HistoryWalk {
  /// The revisions of each record, oldest first, by the key of its id.
  private(set) var revisions: [String: [Revision]] = [:]
  private let texts: HistoryTexts
  private let isShallow: Bool
  private let roots: Set<ObjectID>?
  /// The states of commits that still have unprocessed children. `followers` is the number of unprocessed children of each
  /// commit.
  private var states: [ObjectID: RecordState] = [:]
  private var followers: [ObjectID: Int] = [:]
  private(set) var lineage = Lineage()
  private(set) var graph = CommitGraph()

  /// `follows` contains the parents of all commits. A commit with several children is in the list several times.
  init(_ texts: HistoryTexts, isShallow: Bool, roots: Set<ObjectID>?, follows: [ObjectID]) {
    (self.texts, self.isShallow, self.roots) = (texts, isShallow, roots)
    for parent in follows { followers[parent, default: 0] += 1 }
  }

  mutating func take(_ change: CommitChanges) {
    let commit = change.commit
    let step = commit.parents.count > 1 ? merge(change) : advance(change)
    for (key, before) in step.touched { record(commit, key, before, step) }
    if followers[commit.id] != nil { states[commit.id] = finished }
    finished = RecordState()
  }

  /// The state after the current commit.
  private var finished = RecordState()

  /// One commit, with the records that it may have changed.
  private struct Step {
    /// For each record that may have changed, the track of the record in each parent, by the key of the record.
    var touched: [String: [RecordState.Track]]
    /// For each parent, the git objects of the files in this parent. If the commit has only one parent, only the files that the
    /// commit changed are listed.
    var objects: [SharedDictionary<SourcePath, ObjectID>]
    /// The kind of revision for a record that is in none of the parents.
    var arrival: Revision.Change
    /// Whether the commit changed a file whose new content is unknown. A record that is no longer found may be in this file. If
    /// true, no record gets the revision `removed` in this commit.
    var isLast: Bool
  }

  private mutating func state(of commit: ObjectID) -> RecordState {
    let left = (followers[commit] ?? 1) - 1
    followers[commit] = left
    // For the last child, remove the state from `states`. Then Swift changes the state in place and does not copy the state.
    return (left > 0 ? states[commit] : states.removeValue(forKey: commit)) ?? RecordState()
  }

  private mutating func advance(_ change: CommitChanges) -> Step {
    finished = change.commit.parents.first.map { state(of: $0) } ?? RecordState()
    let wasEmpty = finished.files.isEmpty
    let former = finished.apply(change.files, texts)
    graph.add(change.commit, keys: former.keys)
    var objects = SharedDictionary<SourcePath, ObjectID>()
    for file in change.files { objects[file.path] = file.before }
    return step(change, former.mapValues { [$0] }, [objects], wasEmpty: wasEmpty)
  }

  private mutating func merge(_ change: CommitChanges) -> Step {
    let before = change.commit.parents.map { state(of: $0) }
    // `files` lists the difference from the first parent in git. That parent may be missing from `parents`, for example because
    // the workspace had no files yet. So find the parent whose files fit the listed changes.
    let base = before.firstIndex { $0.precedes(change.files) }
    finished = base.map { before[$0] } ?? RecordState()
    // Collect the records that may get a revision in the merge. A record that changed only on the branch of `base` gets none.
    var keys = Set(finished.apply(change.files, texts).keys)
    for (i, parent) in change.commit.parents.enumerated() where i != base {
      keys.formUnion(graph.keys(of: parent, without: change.commit.parents[base ?? 0]))
    }
    graph.add(change.commit, keys: keys)
    let touched = Dictionary(
      uniqueKeysWithValues: keys.map { key in (key, before.map { $0.tracks[key] ?? RecordState.Track() }) })
    return step(change, touched, before.map(\.files), wasEmpty: before.allSatisfy(\.files.isEmpty))
  }

  private func step(
    _ change: CommitChanges, _ touched: [String: [RecordState.Track]], _ objects: [SharedDictionary<SourcePath, ObjectID>],
    wasEmpty: Bool
  ) -> Step {
    // If the content of a file is unknown, a record may have moved from or to this file. So a record that seems new gets the
    // revision `firstKnown`, and a record that seems removed gets no revision.
    let isFirst = isShallow && change.commit.parents.isEmpty || change.files.contains { texts.isUnknown($0.before) }
    let begins = wasEmpty && !(roots?.contains(change.commit.id) ?? true)
    return Step(
      touched: touched, objects: objects, arrival: isFirst ? .firstKnown : begins ? .begun : .added,
      isLast: change.files.contains { texts.isUnknown($0.after) })
  }

  /// Adds the revisions of one record in one commit.
  ///
  /// The text that counts usually gets a revision. It gets no revision if a parent already has the same record. But in a merge,
  /// the text gets a revision if this record replaces a newer revision from another parent.
  ///
  /// Each other text of the id gets a revision if no parent contains that text.
  private mutating func record(_ commit: Commit, _ key: String, _ before: [RecordState.Track], _ step: Step) {
    let after = finished.tracks[key] ?? RecordState.Track()
    let lasts = Set(before.compactMap(\.last))
    let same = before.filter { after.isSame(as: $0.standing) }
    let other: Int? =
      if same.isEmpty {
        before.indices.first { before[$0].standing.map { $0.digest == after.places.first?.digest } ?? false }
          ?? before.indices.first { before[$0].standing != nil } ?? 0
      } else {
        before.indices.first { i in
          guard !after.isSame(as: before[i].standing), let last = before[i].last else { return false }
          return !lineage.reaches(last, from: same.compactMap(\.last))
        }
      }
    let number = lineage.next
    let isOnly = after.places.count <= 1 && before.allSatisfy { $0.places.count <= 1 }
    let known = Set(before.flatMap(\.places))
    var made = seconds(commit, key, after, known: Set(known.map(\.digest)), number)
    var standing = same.first?.standing ?? after.places.first
    if let other,
      let revision = revision(
        commit, key, before[other].standing, after, other, step, isAside: !same.isEmpty, known: known, number, isOnly: isOnly)
    {
      // Add the revision of the text that counts last, so that it is the newest of the revisions that this commit adds.
      made.append(revision)
      standing = after.places.first
    }
    if !made.isEmpty { revisions[key, default: []] += made }
    if made.isEmpty, lasts.isEmpty { return }
    var track = finished.tracks[key] ?? after
    track.standing = standing
    track.last = made.isEmpty && lasts.count == 1 ? lasts.first : lineage.add(after: lasts.sorted())
    finished.tracks[key] = track
  }

  /// The revisions of all texts of an id except the text that counts.
  ///
  /// `known` are the digests of the texts in the parents; these texts get no revision. Each text gets at most one revision.
  private func seconds(
    _ commit: Commit, _ key: String, _ after: RecordState.Track, known: Set<Digest>, _ number: Int
  ) -> [Revision] {
    guard after.places.count > 1 else { return [] }
    var seen = known
    if let first = after.places.first { seen.insert(first.digest) }
    return after.places.compactMap { place in
      guard seen.insert(place.digest).inserted, let found = found(place, key, finished.files[place.path]) else { return nil }
      return Revision(commit, .secondText, place.path, found, formerDates: nil, number: number, isOnly: false)
    }
  }

  private func revision(
    _ commit: Commit, _ key: String, _ old: RecordState.Place?, _ after: RecordState.Track, _ parent: Int, _ step: Step,
    isAside: Bool, known: Set<RecordState.Place>, _ number: Int, isOnly: Bool
  ) -> Revision? {
    let former = old.flatMap { found($0, key, step.objects[parent][$0.path] ?? finished.files[$0.path]) }
    func made(_ change: Revision.Change, _ path: SourcePath, _ part: HistoryPart, from dates: ReviewDates? = nil) -> Revision {
      Revision(commit, change, path, part, formerDates: dates, number: number, isOnly: isOnly)
    }
    guard let place = after.places.first, let new = found(place, key, finished.files[place.path]) else {
      guard let old, let former, !step.isLast else { return nil }
      return made(.removed, old.path, former)
    }
    guard let old else { return made(step.arrival, place.path, new) }
    let isSame = old.digest == place.digest
    if !isSame, !isAside, known.contains(place), !after.places.contains(old) {
      return made(.uncovered(by: old.path), place.path, new, from: new.part.dates)
    }
    let isMoved = old.path != place.path && !after.places.contains { $0.path == old.path }
    guard isMoved || !isSame else { return nil }
    return made(
      isMoved ? isSame ? .moved(from: old.path) : .movedAndChanged(from: old.path) : .changed, place.path, new,
      // If a merge keeps the record of one parent, the merge did not change the review dates. So the former dates are the new
      // dates.
      from: isAside ? new.part.dates : former?.part.dates)
  }

  private func found(_ place: RecordState.Place, _ key: String, _ object: ObjectID?) -> HistoryPart? {
    guard let object else { return nil }
    let part = texts.records(object, at: place.path).first { $0.digest == place.digest && RecordHistory.key($0.id) == key }
    return part.map { HistoryPart(object: object, part: $0) }
  }
}
