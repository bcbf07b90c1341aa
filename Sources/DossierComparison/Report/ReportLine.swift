package import DossierText

/// A comparison as sections, entries and lines: the one wording of all forms that people read.
package struct ReportSection: Sendable {
  package let title: String
  package let entries: [ReportEntry]
}

/// One thing that changed, and what about it.
package struct ReportEntry: Sendable {
  package let head: [ReportPiece]
  package var lines: [[ReportPiece]] = []
  /// What its name stands for, where that is one thing.
  package var subject: Subject?
  /// The file that the words are about, where they may quote it.
  package var path: SourcePath?

  /// With words of ours at the end of its head.
  func saying(_ words: String) -> ReportEntry {
    ReportEntry(head: head + [.words(words)], lines: lines, subject: subject, path: path)
  }

  package enum Subject: Sendable, Hashable {
    case record(String)
    case page(SourcePath)
    /// Of the default catalogue.
    case item(String)
  }
}

/// A part of a line. Everything but `words` may come from a document and is made harmless where it is written out.
package enum ReportPiece: Sendable, Hashable {
  /// Our own words.
  case words(String)
  /// What the line is about.
  case name(String)
  case value(String)
  case removed(String)
  case added(String)
}
