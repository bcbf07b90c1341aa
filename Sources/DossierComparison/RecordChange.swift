package import DossierText

/// The changes of one record or one page.
package struct RecordChange: Sendable, Hashable {
  /// The kind and the id: "risk RSK-012". Empty for a page.
  package let named: String
  /// The id of the record, or the path of the page.
  package let id: String
  package let title: String
  package let presence: Presence
  /// The id in the older version. Nil if the id did not change.
  package let formerID: String?
  /// The file in the older version. Nil if the older version does not contain the record, or the record could not be read there.
  ///
  /// `newPath` is the file in the newer version. Both paths are equal if the record did not move.
  package let oldPath: SourcePath?
  package let newPath: SourcePath?
  package let fields: [FieldChange]

  package enum Presence: String, Sendable {
    case kept, added, removed
    /// The id of the record changed. Either the title and the other fields did not change, or the record is in the same Markdown
    /// file.
    case renamed
    /// Both versions contain the record, but it cannot be read in the newer version.
    case unreadable
    /// Both versions contain the record, but it could not be read in the older version.
    case readableAgain = "readable-again"
  }

  package var isMoved: Bool { (presence == .kept || presence == .renamed) && oldPath != newPath }
}

/// A change of a file that contains neither records nor a page: evidence, a table, a catalogue.
package struct FileChange: Sendable, Hashable {
  package let path: SourcePath
  /// The digest in the older version. A digest is nil if that version does not contain the file.
  package let old: Digest?
  package let new: Digest?
}
