import DossierText

/// Goes through commits, each after those it follows, and keeps where every record stands on each line of them.
struct HistoryWalk {
  /// By the key of the id, the oldest first.
  private(set) var revisions: [String: [Revision]] = [:]
  private let texts: HistoryTexts
  private let isShallow: Bool
  private let roots: Set<ObjectID>?
  /// Of the commits that others still to come follow, and how many do.
  private var states: [ObjectID: RecordState] = [:]
  private var followers: [ObjectID: Int] = [:]
  private var lineage = Lineage()
  private var graph = CommitGraph()

  /// `follows` are the parents of all commits, as often as they are that.
  init(_ texts: HistoryTexts, isShallow: Bool, roots: Set<ObjectID>?, follows: [ObjectID]) {
    (self.texts, self.isShallow, self.roots) = (texts, isShallow, roots)
    for parent in follows { followers[parent, default: 0] += 1 }
  }

  mutating func take(_ change: CommitChanges) {
    let commit = change.commit
    let step = commit.parents.count > 1 ? merge(change) : advance(change)
    for (key, before) in step.touched { say(commit, key, before, step) }
    if followers[commit.id] != nil { states[commit.id] = finished }
    finished = RecordState()
  }

  /// The state that the commit at hand leaves.
  private var finished = RecordState()

  /// What is to be judged of one commit.
  private struct Step {
    /// Of each record that may have changed, what it was in each of the commits before.
    var touched: [String: [RecordState.Track]]
    /// The objects that files were in each of these commits, where they are others now.
    var objects: [[SourcePath: ObjectID]]
    /// How a record that is in none of them comes.
    var arrival: Revision.Change
    /// A record that is not there any more may stand in a text that is not known.
    var isLast: Bool
  }

  private mutating func state(of commit: ObjectID) -> RecordState {
    let left = (followers[commit] ?? 1) - 1
    followers[commit] = left
    // The last one to follow takes it: nothing is copied along a line of commits.
    return (left > 0 ? states[commit] : states.removeValue(forKey: commit)) ?? RecordState()
  }

  private mutating func advance(_ change: CommitChanges) -> Step {
    finished = change.commit.parents.first.map { state(of: $0) } ?? RecordState()
    let wasEmpty = finished.files.isEmpty
    let former = finished.apply(change.files, texts)
    graph.add(change.commit, keys: former.keys)
    var objects: [SourcePath: ObjectID] = [:]
    for file in change.files { objects[file.path] = file.before }
    return step(change, former.mapValues { [$0] }, [objects], wasEmpty: wasEmpty)
  }

  private mutating func merge(_ change: CommitChanges) -> Step {
    let before = change.commit.parents.map { state(of: $0) }
    // The first one may be a commit of which nothing is listed, as there were no files.
    let base = before.firstIndex { $0.precedes(change.files) }
    finished = base.map { before[$0] } ?? RecordState()
    // Of what only the line that it goes on from changed, a merge says nothing.
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
    _ change: CommitChanges, _ touched: [String: [RecordState.Track]], _ objects: [[SourcePath: ObjectID]], wasEmpty: Bool
  ) -> Step {
    // A record may have come from, or gone to, a file of which nothing is known.
    let isFirst = isShallow && change.commit.parents.isEmpty || change.files.contains { texts.isUnknown($0.before) }
    let begins = wasEmpty && !(roots?.contains(change.commit.id) ?? true)
    return Step(
      touched: touched, objects: objects, arrival: isFirst ? .firstKnown : begins ? .begun : .added,
      isLast: change.files.contains { texts.isUnknown($0.after) })
  }

  /// What the commit did to one record. Nothing where one of the commits before it had it as it is, and nothing newer was set aside.
  private mutating func say(_ commit: Commit, _ key: String, _ before: [RecordState.Track], _ step: Step) {
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
    var standing = same.first?.standing ?? after.places.first
    var last = lasts.count > 1 ? nil : lasts.first
    if let other, let revision = revision(commit, key, before[other].standing, after, other, step, isAside: !same.isEmpty) {
      revisions[key, default: []].append(revision)
      (last, standing) = (nil, after.places.first)
    } else if lasts.isEmpty {
      return
    }
    finished.tracks[key, default: after].standing = standing
    finished.tracks[key, default: after].last = last ?? lineage.add(after: lasts.sorted())
  }

  private func revision(
    _ commit: Commit, _ key: String, _ old: RecordState.Place?, _ after: RecordState.Track, _ parent: Int, _ step: Step,
    isAside: Bool
  ) -> Revision? {
    let former = old.flatMap { found($0, key, step.objects[parent][$0.path] ?? finished.files[$0.path]) }
    guard let place = after.places.first, let new = found(place, key, finished.files[place.path]) else {
      guard let old, let former, !step.isLast else { return nil }
      return Revision(commit, .removed, old.path, former, formerDates: nil)
    }
    guard let old else { return Revision(commit, step.arrival, place.path, new, formerDates: nil) }
    let isSame = old.digest == place.digest
    let isMoved = old.path != place.path && !after.places.contains { $0.path == old.path }
    guard isMoved || !isSame else { return nil }
    return Revision(
      commit, isMoved ? isSame ? .moved(from: old.path) : .movedAndChanged(from: old.path) : .changed, place.path, new,
      // What a merge chose to keep it did not write.
      formerDates: isAside ? new.part.dates : former?.part.dates)
  }

  private func found(_ place: RecordState.Place, _ key: String, _ object: ObjectID?) -> HistoryPart? {
    guard let object else { return nil }
    let part = texts.records(object, at: place.path).first { $0.digest == place.digest && RecordHistory.key($0.id) == key }
    return part.map { HistoryPart(object: object, part: $0) }
  }
}
