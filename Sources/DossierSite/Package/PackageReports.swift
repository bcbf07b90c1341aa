import DossierRecords
import DossierText

/// Creates the reports of a package from a planned site.
struct PackageReports {
  let site: Site
  let selection: PackageSelection

  var dossier: Dossier { site.dossier }

  var all: [Report] { [controls, gaps, incidents, oversight, measurements, evidence] }

  /// A cell with the id and title of a record, linked to its page.
  func entry(_ i: Int) -> Report.Cell {
    Report.Cell("\(dossier.entries[i].id) \(dossier.entries[i].title)", site.routes.entries[i])
  }

  /// A cell with the records to which a field refers: ids, or titles of roles.
  func named(_ i: Int, _ field: String) -> Report.Cell {
    let names = dossier.graph.edges(from: .entry(i)).compactMap { edge -> String? in
      guard edge.site.field == field else { return nil }
      guard case .entry(let target)? = edge.target else { return edge.site.target }
      let entry = dossier.entries[target]
      return entry.kind.name == Role.name ? entry.title : entry.id
    }
    return Report.Cell(names.joined(separator: ", "))
  }

  /// A cell with the values of a field on one line, as they are written in the record.
  func value(_ i: Int, _ field: String) -> Report.Cell {
    Report.Cell(dossier.entries[i].values(of: field).map(\.plain).joined(separator: ", "))
  }

  var systemNote: [String] { selection.system.map { [ReportWords.limited(toSystem: $0)] } ?? [] }
  var periodNote: [String] { selection.criteria.period.map { [ReportWords.limited(toTime: $0)] } ?? [] }
}
