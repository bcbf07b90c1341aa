import DossierRecords
import DossierText

/// Makes the reports of a package from a site that is planned.
struct PackageReports {
  let site: Site
  let selection: PackageSelection

  var dossier: Dossier { site.dossier }

  var all: [Report] { [controls, gaps, incidents, oversight, measurements, evidence] }

  /// The page of a record, with its id and title.
  func entry(_ i: Int) -> Report.Cell {
    Report.Cell("\(dossier.entries[i].id) \(dossier.entries[i].title)", site.routes.entries[i])
  }

  /// What the fields of a record name, by id.
  func named(_ i: Int, _ field: String) -> Report.Cell {
    let names = dossier.graph.edges(from: .entry(i)).compactMap { edge -> String? in
      guard edge.site.field == field else { return nil }
      guard case .entry(let target)? = edge.target else { return edge.site.target }
      let entry = dossier.entries[target]
      return entry.kind.name == Role.name ? entry.title : entry.id
    }
    return Report.Cell(names.joined(separator: ", "))
  }

  /// A field as it is written, on one line.
  func value(_ i: Int, _ field: String) -> Report.Cell {
    Report.Cell(dossier.entries[i].values(of: field).map(\.plain).joined(separator: ", "))
  }

  var systemNote: [String] { selection.system.map { ["Limited to the AI system \($0)."] } ?? [] }
  var periodNote: [String] { selection.criteria.period.map { ["Limited to the time \($0)."] } ?? [] }
}
