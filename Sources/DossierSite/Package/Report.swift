import DossierRecords
import DossierText

/// One table of a package with what must be known to read it. The same content as page, CSV and JSON.
struct Report: Sendable {
  /// Its file, without ending.
  let name: String
  let title: String
  /// What it counts and by what, as sentences.
  let notes: [String]
  let columns: [Column]
  let rows: [[Cell]]

  struct Column: Sendable {
    /// For machines.
    let key: String
    let title: String
  }

  /// What stands in one field, and the page of the site it leads to.
  struct Cell: Sendable {
    let text: String
    let route: Route?

    init(_ text: String, _ route: Route? = nil) {
      self.text = text
      self.route = route
    }

    static func number(_ value: Int) -> Cell { Cell(String(value)) }
  }

  /// RFC 4180, UTF-8. A value that a spreadsheet would take for a formula begins with an apostrophe.
  var csv: String {
    ([columns.map(\.key)] + rows.map { $0.map(\.text) }).map { $0.map(Report.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ text: String) -> String {
    let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let value = isFormula ? "'" + text : text
    let needsQuotes = value.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + value.replacing("\"", with: "\"\"") + "\"" : value
  }

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
