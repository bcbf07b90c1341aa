import DossierText

/// The location of a record in a git object.
struct HistoryPart {
  let object: ObjectID
  let part: RecordExtents.Part
}

extension Revision {
  init(
    _ commit: Commit, _ change: Change, _ path: SourcePath, _ found: HistoryPart, formerDates: ReviewDates?, number: Int,
    isOnly: Bool
  ) {
    self.init(
      commit: commit, change: change, path: path, object: found.object, extent: found.part.range, digest: found.part.digest,
      dates: found.part.dates, formerDates: formerDates, number: number, isOnly: isOnly)
  }
}
