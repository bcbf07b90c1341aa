import DossierAssessment
import DossierRecords
import DossierText

extension PackageReports {
  /// The report of the controls of the Statement of Applicability. For each control, the report shows the implementation and the
  /// evidence.
  var controls: Report {
    let chosen = Set(selection.selected.map(\.entry))
    let included = site.statement.rows.filter { row in
      selection.criteria.system.map { row.systems.isEmpty || row.systems.contains($0) } ?? true
    }
    // Count the members of the site's figures that are rows of this report.
    let places = Set(included.map { Figure.Member.item(ItemPosition(catalogue: $0.catalogue, item: $0.item)) })
    let applicable = site.figures.members(.statement(.applicable)).count(where: places.contains)
    let implemented = site.figures.members(.statement(.implemented)).count(where: places.contains)
    let shown = site.figures.members(.statement(.freshEvidence)).count(where: places.contains)
    var (rows, byMachine, byHand): ([[Report.Cell]], Int, Int) = ([], 0, 0)
    for row in included {
      let item = dossier.catalogues[row.catalogue].items[row.item]
      let valid = row.evidence.items.filter(\.status.isValid).map(\.position)
      let automated = valid.count { (dossier.entries[$0].record as? Evidence)?.automated == true }
      let manual = valid.count { (dossier.entries[$0].record as? Evidence)?.automated == false }
      if row.isApplicable == true {
        if automated > 0 { byMachine += 1 } else if !valid.isEmpty { byHand += 1 }
      }
      let route = row.implementation.map { site.routes.entries[$0] } ?? site.routes.items[row.catalogue][row.item]
      rows.append([
        Report.Cell(item.id, site.routes.items[row.catalogue][row.item]), Report.Cell(item.title),
        Report.Cell(row.isApplicable.map { $0 ? "yes" : "no" } ?? "not stated"),
        Report.Cell(row.record.map { Wording.words($0.implementation.rawValue) } ?? "not stated", route),
        Report.Cell(row.record?.automated.map { $0 ? "by machine" : "by people" } ?? "not stated"),
        .number(row.evidence.items.count), .number(valid.count), .number(automated), .number(manual),
        .number(valid.count - automated - manual), .number(row.evidence.items.count { chosen.contains($0.position) }),
      ])
    }
    let sum =
      "As of \(Wording.long(site.asOf)), \(shown) of \(Wording.count(implemented, "implemented control")) have fresh evidence. For \(byMachine) of \(Wording.count(applicable, "applicable control")), some valid evidence was collected by a machine. For \(byHand) of \(applicable), there is valid evidence, but none was collected by a machine."
    return Report(
      name: "control-coverage", title: "Control coverage",
      notes: [
        sum,
        "Evidence counts if it is effective and has not expired, and if its file has the recorded SHA-256, if one is recorded. The line of the Statement of Applicability states who carries out a control. The record of evidence states who collected the evidence.",
      ]
        + (selection.system.map {
          [
            "Limited to lines of the Statement of Applicability that refer to the AI system \($0) or to no system. The evidence of a line can concern other systems too."
          ]
        } ?? []),
      columns: [
        .init(key: "control", title: "Control"), .init(key: "title", title: "Title"),
        .init(key: "applicable", title: "Applicable"), .init(key: "implementation", title: "Implementation"),
        .init(key: "carried_out", title: "Carried out"), .init(key: "evidence", title: "Evidence"),
        .init(key: "counts", title: "Counts"), .init(key: "automated", title: "Collected by a machine"),
        .init(key: "manual", title: "Collected by people"), .init(key: "not_stated", title: "Not stated"),
        .init(key: "in_package", title: "In this package"),
      ], rows: rows)
  }

  /// The report of all evidence. For each record, the report shows whether the record is in the package, and the reason.
  var evidence: Report {
    Report(
      name: "evidence", title: "Evidence in this package", notes: selection.sentences,
      columns: [
        .init(key: "evidence", title: "Evidence"), .init(key: "controls", title: "Controls"),
        .init(key: "collected", title: "Collected"), .init(key: "automated", title: "By a machine"),
        .init(key: "selected", title: "Selected"), .init(key: "reason", title: "Reason"),
        .init(key: "source_file", title: "File in the sources"),
        .init(key: "state", title: "State"),
      ],
      rows: selection.evidence.map { piece in
        [
          entry(piece.entry), value(piece.entry, "controls"), value(piece.entry, "collected"),
          Report.Cell((dossier.entries[piece.entry].record as? Evidence)?.automated.map { $0 ? "yes" : "no" } ?? "not stated"),
          Report.Cell(piece.isSelected ? "yes" : "no"), Report.Cell(piece.reason),
          Report.Cell(piece.file?.description ?? "no file in the sources"), Report.Cell(fileState(piece)),
        ]
      })
  }

  /// The status of a record of evidence, and the status of the record's file.
  func fileState(_ piece: PackageSelection.Piece) -> String {
    let state = EvidenceWords(site, piece.entry)
    let file: String
    if let path = missingFile(piece.entry) {
      file = "the file \(path) is missing"
    } else if piece.file == nil {
      file = "no file in this folder"
    } else {
      switch dossier.evidenceFileMatches(piece.entry) {
      case true?: file = "the file has the recorded SHA-256"
      case false?: return "the file differs from the recorded SHA-256"
      case nil: file = "no SHA-256 recorded"
      }
    }
    return "\(state.words); \(file)"
  }

  func missingFile(_ position: Int) -> SourcePath? {
    for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "file" {
      if case .missingFile(let path)? = edge.problem { return path }
    }
    return nil
  }
}
