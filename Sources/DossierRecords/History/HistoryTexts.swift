import DossierText

/// The records in all git objects of the history, by object. `absent` are the objects whose content is unknown.
struct HistoryTexts {
  var held: [ObjectID: RecordExtents] = [:]
  var absent: Set<ObjectID> = []

  func isUnknown(_ object: ObjectID?) -> Bool { object.map(absent.contains) ?? false }

  func records(_ object: ObjectID?, at path: SourcePath) -> RecordExtents {
    guard let object, RecordExtents.concerns(path), let found = held[object] else { return RecordExtents([], sharing: nil) }
    return found
  }
}
