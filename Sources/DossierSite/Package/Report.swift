import DossierRecords
import DossierText

/// One report of a package: a table with notes. The page, the CSV file and the JSON file have the same content.
struct Report: Sendable {
  /// The file name without extension.
  let name: String
  let title: String
  /// Sentences that explain what the report contains.
  let notes: [String]
  let columns: [Column]
  let rows: [[Cell]]

  struct Column: Sendable {
    /// The name of the column in CSV and JSON.
    let key: String
    let title: String
  }

  /// The text of one cell, and the page of the site to which the cell links.
  struct Cell: Sendable {
    let text: String
    let route: Route?

    init(_ text: String, _ route: Route? = nil) {
      self.text = text
      self.route = route
    }

    static func number(_ value: Int) -> Cell { Cell(String(value)) }
  }

  /// The report as CSV (RFC 4180, UTF-8). Values are written so that a spreadsheet does not read them as formulas.
  var csv: String { CSVText.line(columns.map(\.key)) + rows.map { CSVText.line($0.map(\.text)) }.joined() }

  func json(_ site: Site, _ selection: PackageSelection) -> String {
    let criteria = selection.criteria
    return JSON.object([
      "dossier-report": .integer(1), "report": .string(name), "title": .string(title), "organisation": .string(site.organisation),
      "as_of": .string(site.asOf.description), "from": criteria.from.map { .string($0.description) },
      "to": criteria.to.map { .string($0.description) },
      "system": criteria.system.map { .string(site.dossier.entries[$0].id) }, "notes": .array(notes.map(JSON.string)),
      "rows": .array(
        rows.map { row in .object(zip(columns, row).map { JSON.Member($0.key, .string($1.text)) }) }),
    ]).pretty() + "\n"
  }
}
