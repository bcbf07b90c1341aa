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
        Report.Cell(SiteWords.answer(row.isApplicable)),
        Report.Cell(row.record.map { Wording.words($0.implementation.rawValue) } ?? SiteWords.notStated, route),
        Report.Cell(row.record?.automated.map { $0 ? ReportWords.byMachine : ReportWords.byPeople } ?? SiteWords.notStated),
        .number(row.evidence.items.count), .number(valid.count), .number(automated), .number(manual),
        .number(valid.count - automated - manual), .number(row.evidence.items.count { chosen.contains($0.position) }),
      ])
    }
    let sum = ReportWords.coverage(
      asOf: site.asOf, implemented: implemented, fresh: shown, applicable: applicable, byMachine: byMachine, byPeople: byHand)
    return Report(
      name: "control-coverage", title: ReportWords.controls,
      notes: [sum, ReportWords.coverageRule]
        + (selection.system.map { [ReportWords.limitedLines(toSystem: $0)] } ?? []),
      columns: ReportColumns.controls, rows: rows)
  }

  /// The report of all evidence. For each record, the report shows whether the record is in the package, and the reason.
  var evidence: Report {
    Report(
      name: "evidence", title: ReportWords.evidence, notes: selection.sentences, columns: ReportColumns.evidence,
      rows: selection.evidence.map { piece in
        [
          entry(piece.entry), value(piece.entry, "controls"), value(piece.entry, "collected"),
          Report.Cell(SiteWords.answer((dossier.entries[piece.entry].record as? Evidence)?.automated)),
          Report.Cell(SiteWords.answer(piece.isSelected)), Report.Cell(piece.reason),
          Report.Cell(piece.file?.description ?? ReportWords.noFileInSources), Report.Cell(fileState(piece)),
        ]
      })
  }

  /// The status of a record of evidence, and the status of the record's file.
  func fileState(_ piece: PackageSelection.Piece) -> String {
    let state = EvidenceWords(site, piece.entry)
    let file: String
    if let path = missingFile(piece.entry) {
      file = ReportWords.missing(path)
    } else if piece.file == nil {
      file = ReportWords.noFileHere
    } else {
      switch dossier.evidenceFileMatches(piece.entry) {
      case true?: file = ReportWords.fileMatches
      case false?: return ReportWords.fileDiffers
      case nil: file = ReportWords.noDigest
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
