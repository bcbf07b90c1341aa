/// A comparison as sections, entries and lines: the one wording of all forms that people read.
struct ReportSection: Sendable {
  let title: String
  let entries: [ReportEntry]
}

/// One thing that changed, and what about it.
struct ReportEntry: Sendable {
  let head: [ReportPiece]
  var lines: [[ReportPiece]] = []
}

/// A part of a line. Everything but `words` may come from a document and is made harmless where it is written out.
enum ReportPiece: Sendable {
  /// Our own words.
  case words(String)
  /// What the line is about.
  case name(String)
  case value(String)
  case removed(String)
  case added(String)
}
