package import DossierText

/// The changes of one record or one page.
package struct RecordChange: Sendable, Hashable {
  /// The kind and the id: "risk RSK-012". Empty for a page.
  package let named: String
  /// The id of the record, or the path of the page.
  package let id: String
  package let title: String
  package let presence: Presence
  /// The former id, if it was different.
  package let formerID: String?
  /// The file in the older and in the newer version; equal if the record did not move.
  package let oldPath: SourcePath?
  package let newPath: SourcePath?
  package let fields: [FieldChange]

  package enum Presence: String, Sendable {
    case kept, added, removed
    /// The record has another id. Either nothing else changed, or it is in the same Markdown file.
    case renamed
    /// Both versions contain the record, but the newer one cannot be read.
    case unreadable
    /// Both versions contain the record, but the older one cannot be read.
    case readableAgain = "readable-again"
  }

  package var isMoved: Bool { (presence == .kept || presence == .renamed) && oldPath != newPath }
}

/// A file that is neither a record nor a page: evidence, a table, a catalogue.
package struct FileChange: Sendable, Hashable {
  package let path: SourcePath
  /// Nil if the version does not contain the file.
  package let old: Digest?
  package let new: Digest?
}
