package import DossierText

extension RuleID {
  package static let undefinedReference = RuleID("undefined-reference")
  package static let unusedDefinition = RuleID("unused-definition")
  package static let lostTableCell = RuleID("lost-table-cell")
  package static let dividedReference = RuleID("divided-reference")
}

/// A place where Markdown shows or loses text against the intention of the author.
enum MarkupProblem {
  /// `[text][label]` without a definition of the label. The brackets are shown as text.
  case undefinedReference(label: String, Span)
  /// A definition to which nothing refers.
  case unusedDefinition(label: String, Span)
  /// The cells of a row after the last column. Markdown leaves them out.
  case lostCells(columns: Int, cells: Int, Span)
  /// The `|` of `[[id|label]]` in a table. Markdown ends the cell there.
  case dividedReference(Span)

  /// `labels` are the labels of the definitions in the text.
  func diagnostic(in source: SourceFile, _ labels: inout SuggestionIndex) -> Diagnostic {
    switch self {
    case .undefinedReference(let label, let span):
      let meant = labels.closest(to: label)
      return Diagnostic(
        .undefinedReference, .warning,
        "the label `\(label.prefix(60))` of this link has no definition, so the brackets are shown as text",
        at: .init(source.path, span, meant.map { "did you mean `\($0)`?" } ?? ""),
        help: meant == nil
          ? "add a line `[\(label.prefix(60))]: ADDRESS`, or write the link as `[text](ADDRESS)`"
          : "correct the label, or add a line `[\(label.prefix(60))]: ADDRESS`")
    case .unusedDefinition(let label, let span):
      return Diagnostic(
        .unusedDefinition, .note, "no link refers to the definition `\(label.prefix(60))`", at: .init(source.path, span),
        help: "refer to it with `[text][\(label.prefix(60))]`, or remove it")
    case .lostCells(let columns, let cells, let span):
      return Diagnostic(
        .lostTableCell, .warning,
        "this row has \(cells) cells, but the table has \(columns) \(columns == 1 ? "column" : "columns"); the rest is not shown",
        at: .init(source.path, span, "not shown"),
        help: "add columns to the header, or write each `|` inside a cell as `\\|`")
    case .dividedReference(let span):
      return Diagnostic(
        .dividedReference, .warning, "this `|` ends the cell, so the reference around it is divided",
        at: .init(source.path, span),
        help: "write `\\|` in a reference in a table: `[[ID\\|label]]`",
        fixes: [.init(source.path, span, "|", to: "\\|")])
    }
  }
}
