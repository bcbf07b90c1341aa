import DossierAssessment
import DossierRecords
import DossierText

extension PackageReports {
  /// The gap report. Lists issues to fix, suppressed diagnostics, questions without complete evidence, and evidence files with
  /// problems.
  var gaps: Report {
    let lacking = selection.criteria.system == nil ? readiness : []
    let files = fileGaps
    let found = diagnostics
    let aside = suppressed
    let listed = GapWords.listed(
      found.count, of: site.findings.all.count, suppressed: aside.count, ofSuppressed: site.findings.suppressed.count)
    return Report(
      name: "gap-report", title: ReportWords.gaps,
      notes: [
        GapWords.issues(site.figures, asOf: site.asOf, listed),
        GapWords.files(files.count, of: selection.selected.count),
        selection.criteria.system == nil ? GapWords.questions(lacking.count) : GapWords.questionsOmitted,
      ] + systemNote, columns: ReportColumns.gaps, rows: found + files + lacking + aside)
  }

  private var diagnostics: [[Report.Cell]] {
    var lines = SourceLines(site)
    let order: [Severity] = [.error, .warning, .note]
    return order.flatMap { severity in
      site.findings.all.indices.compactMap { i -> [Report.Cell]? in
        let diagnostic = site.findings.all[i]
        guard diagnostic.severity == severity, selection.lists(site.findings.subjects[i]) else { return nil }
        return row(severity.rawValue, diagnostic, site.findings.subjects[i], diagnostic.help ?? "", &lines)
      }
    }
  }

  private var suppressed: [[Report.Cell]] {
    var lines = SourceLines(site)
    return site.findings.suppressed.indices.compactMap { i in
      let one = site.findings.suppressed[i]
      guard selection.lists(site.findings.suppressedSubjects[i]) else { return nil }
      let next = GapWords.suppressed(one.reason, help: one.diagnostic.help)
      return row(GapWords.kind(one.reason), one.diagnostic, site.findings.suppressedSubjects[i], next, &lines)
    }
  }

  private func row(
    _ kind: String, _ diagnostic: Diagnostic, _ subject: ReferenceGraph.Origin?, _ next: String, _ lines: inout SourceLines
  ) -> [Report.Cell] {
    // A diagnostic can quote text of its file. If the text of the file must not be shown, the text of the diagnostic is left out.
    let isWithheld = site.withheld.contains(diagnostic.primary.path)
    return [
      Report.Cell(kind), about(subject),
      Report.Cell(isWithheld ? SiteWords.withheld : diagnostic.headline),
      Report.Cell(isWithheld ? "" : next), Report.Cell("\(lines.location(diagnostic.primary)) [\(diagnostic.rule.name)]"),
    ]
  }

  private func about(_ subject: ReferenceGraph.Origin?) -> Report.Cell {
    switch subject {
    case .entry(let i)?: entry(i)
    case .page(let i)?: Report.Cell(dossier.pages[i].title, site.routes.pages[i])
    case nil: Report.Cell(GapWords.system)
    }
  }

  /// One row for each selected record of evidence whose file is not in the package, or differs from the recorded SHA-256.
  private var fileGaps: [[Report.Cell]] {
    selection.selected.compactMap { piece in
      let i = piece.entry
      let place = Report.Cell(dossier.entries[i].path.description)
      func gap(_ what: String, _ next: String) -> [Report.Cell] {
        [Report.Cell(GapWords.evidence), entry(i), Report.Cell(what), Report.Cell(next), place]
      }
      if let path = missingFile(i) {
        return gap(GapWords.missing(path), GapWords.restore)
      }
      guard let file = piece.file else {
        let location = value(i, "location").text
        return gap(location.isEmpty ? GapWords.noFile : GapWords.elsewhere(location), GapWords.visit)
      }
      guard dossier.evidenceFileMatches(i) == false else { return nil }
      return gap(GapWords.differs(file), GapWords.collectAgain)
    }
  }

  /// Questions with missing evidence or issues to fix, with the next action.
  private var readiness: [[Report.Cell]] {
    guard let readiness = site.readiness else { return [] }
    return readiness.lists.flatMap(\.answers).filter { $0.state == .missing || $0.state == .issuesToFix }.map { answer in
      let open = answer.counts.filter { ($0.needsAll && $0.answered < $0.total) || $0.state == .missing }
      let what = open.map(\.sentence).joined(separator: "; ")
      let next = open.map(\.next).filter { !$0.isEmpty }.joined(separator: "; ")
      return [
        Report.Cell(GapWords.readiness), Report.Cell(answer.question, RouteTable.readiness),
        Report.Cell(what.isEmpty ? SiteWords.issueCount(answer.open.count) : what),
        Report.Cell(next.isEmpty ? GapWords.fixQuestion : next),
        Report.Cell(answer.clauses.joined(separator: ", ")),
      ]
    }
  }
}
