package import DossierText

/// What changed about one record, or about one page.
package struct RecordChange: Sendable, Hashable {
  /// "risk RSK-012"; for a page, nothing.
  package let named: String
  /// The id; for a page, its path.
  package let id: String
  package let title: String
  package let presence: Presence
  /// The id it had, where that is another.
  package let formerID: String?
  /// The file it stood in and the one it stands in; the same where it did not move.
  package let oldPath: SourcePath?
  package let newPath: SourcePath?
  package let fields: [FieldChange]

  package enum Presence: String, Sendable {
    case kept, added, removed
    /// All but its id is the same, or it is the same file.
    case renamed
    /// It is there on both sides, but on one of them it cannot be read.
    case unreadable
    case readableAgain = "readable-again"
  }

  package var isMoved: Bool { (presence == .kept || presence == .renamed) && oldPath != newPath }
}

/// A file that is neither a record nor a page: evidence, a table, a catalogue.
package struct FileChange: Sendable, Hashable {
  package let path: SourcePath
  /// Nil where it was not there.
  package let old: Digest?
  package let new: Digest?
}
