import DossierText

/// The records in all git objects of the history. `absent` are the objects whose content is unknown.
struct HistoryTexts {
  var held: [Key: RecordExtents] = [:]
  var absent: Set<ObjectID> = []

  /// A git object and the form in which it is scanned. Files of both forms can have the same content, and so the same object.
  struct Key: Hashable {
    let object: ObjectID
    let form: RecordExtents.Form

    init(_ object: ObjectID, _ path: SourcePath) { (self.object, form) = (object, RecordExtents.Form(path)) }
  }

  func isUnknown(_ object: ObjectID?) -> Bool { object.map(absent.contains) ?? false }

  func records(_ object: ObjectID?, at path: SourcePath) -> RecordExtents {
    guard let object, RecordExtents.concerns(path) else { return RecordExtents([], sharing: nil) }
    return held[Key(object, path)] ?? RecordExtents([], sharing: nil)
  }
}
