import DossierMarkup

/// The words that the site adds to Markdown texts. They contain no characters that HTML must escape, because they are written
/// into markup as they are.
enum MarkupWords {
  static let done = "done"
  static let notDone = "not done"
  /// Follows the words of a link without a target.
  static let notFound = "(not found)"
  static let imageNotFound = "(image not found)"
  /// Precedes the words of a link to an image of another site.
  static let image = "Image: "
  static let footnotes = "Footnotes"
  /// Follows the source of a Mermaid diagram.
  static let diagram = "This is the source of a diagram. The diagram itself is not drawn."

  /// The title of an alert.
  static func title(of alert: Alert) -> String {
    switch alert {
    case .note: "Note"
    case .tip: "Tip"
    case .important: "Important"
    case .warning: "Warning"
    case .caution: "Caution"
    }
  }

  /// The name of the link of a heading to itself.
  static func link(to heading: String) -> String { "Link to “\(heading)”" }

  /// The name of a table. `text` is the name of the text that contains the table, if the page has several texts.
  static func table(_ number: Int, of text: String?) -> String { "Table \(number)\(text.map { " of \($0)" } ?? "")" }

  static func footnote(_ number: Int32) -> String { "Footnote \(number)" }
  static func back(fromFootnote number: Int32) -> String { "Back to the text of footnote \(number)" }
}
