package import DossierText

/// A section of a comparison. Sections, entries and pieces are the common wording of all formats for people.
package struct ReportSection: Sendable {
  package let title: String
  package let entries: [ReportEntry]
}

/// One change and its details.
package struct ReportEntry: Sendable {
  package let head: [ReportPiece]
  package var lines: [[ReportPiece]] = []
  /// The object of the change, if it is a single one.
  package var subject: Subject?
  /// The file that the words may quote.
  package var path: SourcePath?

  /// The entry with words of the program added to the end of its head.
  func appending(_ words: String) -> ReportEntry {
    ReportEntry(head: head + [.words(words)], lines: lines, subject: subject, path: path)
  }

  package enum Subject: Sendable, Hashable {
    case record(String)
    case page(SourcePath)
    /// An item of the default catalogue, by its id.
    case item(String)
  }
}

/// A part of a line. Everything but `words` may come from a document and is escaped when it is written.
package enum ReportPiece: Sendable, Hashable {
  /// Words of the program.
  case words(String)
  /// The subject of the line, or a new value.
  case name(String)
  case value(String)
  case removed(String)
  case added(String)
}
