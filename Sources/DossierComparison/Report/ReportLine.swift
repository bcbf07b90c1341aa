package import DossierText

/// A section of a comparison report. All formats for people show the same sections, entries and pieces.
package struct ReportSection: Sendable {
  package let title: String
  package let entries: [ReportEntry]
}

/// One change and its details.
package struct ReportEntry: Sendable {
  package let head: [ReportPiece]
  package var lines: [[ReportPiece]] = []
  /// The record, page or catalogue item that changed. Nil if the entry is about several of these, or about something else, such
  /// as a file.
  package var subject: Subject?
  /// The file whose text the entry may quote.
  package var path: SourcePath?

  /// Returns the entry with `words` added at the end of `head`. `words` is text of the program, not of a document.
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

/// A part of a line. All cases except `words` may contain text of a document, which is escaped in the output.
package enum ReportPiece: Sendable, Hashable {
  /// Text of the program, not of a document.
  case words(String)
  /// Text in bold: the subject of the line, or the new value in "old → new". `value` is text that is not in bold.
  case name(String)
  case value(String)
  case removed(String)
  case added(String)
}
