import DossierText

/// The records in all git objects of the history. `absent` are the objects whose content is unknown.
struct HistoryTexts {
  var held: [Key: RecordExtents] = [:]
  var absent: Set<ObjectID> = []
  /// The versions of adopted files, and for each adopted file the position of its adoption. If it is not nil, the texts are the
  /// adopted files and no other records.
  var adopted: (adoptions: [SourcePath: Int], versions: [AdoptedKey: AdoptedFiles.Version])?

  /// A git object and the position of the adoption that covers its file.
  struct AdoptedKey: Hashable {
    let object: ObjectID
    let adoption: Int
  }

  /// A git object and the form in which it is scanned. Files of both forms can have the same content, and so the same object.
  struct Key: Hashable {
    let object: ObjectID
    let form: RecordExtents.Form

    init(_ object: ObjectID, _ path: SourcePath) { (self.object, form) = (object, RecordExtents.Form(path)) }
  }

  func isUnknown(_ object: ObjectID?) -> Bool { object.map(absent.contains) ?? false }

  func records(_ object: ObjectID?, at path: SourcePath) -> RecordExtents {
    let none = RecordExtents([], sharing: nil)
    if let adopted {
      guard let object, let adoption = adopted.adoptions[path] else { return none }
      return adopted.versions[AdoptedKey(object: object, adoption: adoption)]?.extents(AdoptedFiles.id(of: path)) ?? none
    }
    guard let object, RecordExtents.concerns(path) else { return none }
    return held[Key(object, path)] ?? RecordExtents([], sharing: nil)
  }
}
