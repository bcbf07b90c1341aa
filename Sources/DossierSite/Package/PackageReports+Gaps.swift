import DossierAssessment
import DossierRecords
import DossierText

extension PackageReports {
  /// The gap report. Lists issues to fix, suppressed diagnostics, questions without complete evidence, and evidence files with
  /// problems.
  var gaps: Report {
    let errors = site.figures.count(.diagnostics(.error))
    let warnings = site.figures.count(.diagnostics(.warning))
    let lacking = selection.criteria.system == nil ? readiness : []
    let files = fileGaps
    let found = diagnostics
    let aside = suppressed
    return Report(
      name: "gap-report", title: "Gap report",
      notes: [
        "As of \(Wording.long(site.asOf)): \(Wording.countOrNo(errors, "open error")) and \(Wording.countOrNo(warnings, "open warning")) in all records; \(listed(found.count, of: site.findings.all.count, aside.count, ofSuppressed: site.findings.suppressed.count)).",
        selection.selected.isEmpty
          ? "No record of evidence is selected, so none lacks its file."
          : files.isEmpty
            ? "Of \(Wording.count(selection.selected.count, "selected record")) of evidence, none lacks its file or has a file that differs from the recorded SHA-256."
            : "\(files.count) of \(Wording.count(selection.selected.count, "selected record")) of evidence \(files.count == 1 ? "has" : "have") no file in this package, a missing file, or a file that differs from the recorded SHA-256.",
        selection.criteria.system == nil
          ? "\(lacking.isEmpty ? "No question" : Wording.count(lacking.count, "question")) of the readiness lists \(lacking.count < 2 ? "has" : "have") incomplete evidence or issues to fix."
          : "Questions of the readiness lists concern the whole management system, so they are not in this report. The site has them.",
      ] + systemNote,
      columns: [
        .init(key: "kind", title: "Kind"), .init(key: "about", title: "About"), .init(key: "what", title: "What"),
        .init(key: "next", title: "Next action"), .init(key: "where", title: "Where"),
      ], rows: found + files + lacking + aside)
  }

  private func listed(_ found: Int, of all: Int, _ aside: Int, ofSuppressed allAside: Int) -> String {
    let counted = all == 0 ? "there is no diagnostic" : "\(found) of \(Wording.count(all, "diagnostic"))"
    if allAside == 0 {
      return all == 0 ? "\(counted), and none is suppressed" : "\(counted) are listed here, and none is suppressed"
    }
    let forgiven = "\(aside) of \(allAside) that an exception or the baseline suppresses"
    return all == 0 ? "\(counted), and \(forgiven) are listed here" : "\(counted) and \(forgiven) are listed here"
  }

  private func isListed(_ subject: ReferenceGraph.Origin?) -> Bool {
    guard selection.concerned != nil else { return true }
    guard case .entry(let i)? = subject else { return false }
    return selection.includes(i) || selection.selected.contains { $0.entry == i }
  }

  private var diagnostics: [[Report.Cell]] {
    var lines = SourceLines(site)
    let order: [Severity] = [.error, .warning, .note]
    return order.flatMap { severity in
      site.findings.all.indices.compactMap { i -> [Report.Cell]? in
        let diagnostic = site.findings.all[i]
        guard diagnostic.severity == severity, isListed(site.findings.subjects[i]) else { return nil }
        return row(severity.rawValue, diagnostic, site.findings.subjects[i], diagnostic.help ?? "", &lines)
      }
    }
  }

  private var suppressed: [[Report.Cell]] {
    var lines = SourceLines(site)
    return site.findings.suppressed.indices.compactMap { i in
      let one = site.findings.suppressed[i]
      guard isListed(site.findings.suppressedSubjects[i]) else { return nil }
      let kind =
        switch one.reason {
        case .exception: "excepted"
        case .baseline: "known"
        }
      let next = "\(one.reason.described); \(one.diagnostic.help ?? "check it again before then")"
      return row(kind, one.diagnostic, site.findings.suppressedSubjects[i], next, &lines)
    }
  }

  private func row(
    _ kind: String, _ diagnostic: Diagnostic, _ subject: ReferenceGraph.Origin?, _ next: String, _ lines: inout SourceLines
  ) -> [Report.Cell] {
    // A diagnostic can quote text of its file. If the text of the file must not be shown, the text of the diagnostic is left out.
    let isWithheld = site.withheld.contains(diagnostic.primary.path)
    return [
      Report.Cell(kind), about(subject),
      Report.Cell(isWithheld ? "an issue in a file whose text this edition does not show" : diagnostic.headline),
      Report.Cell(isWithheld ? "" : next), Report.Cell("\(lines.location(diagnostic.primary)) [\(diagnostic.rule.name)]"),
    ]
  }

  private func about(_ subject: ReferenceGraph.Origin?) -> Report.Cell {
    switch subject {
    case .entry(let i)?: entry(i)
    case .page(let i)?: Report.Cell(dossier.pages[i].title, site.routes.pages[i])
    case nil: Report.Cell("the management system")
    }
  }

  /// One row for each selected record of evidence whose file is not in the package, or differs from the recorded SHA-256.
  private var fileGaps: [[Report.Cell]] {
    selection.selected.compactMap { piece in
      let i = piece.entry
      let place = Report.Cell(dossier.entries[i].path.description)
      func gap(_ what: String, _ next: String) -> [Report.Cell] {
        [Report.Cell("evidence"), entry(i), Report.Cell(what), Report.Cell(next), place]
      }
      if let path = missingFile(i) {
        return gap("the file \(path) is missing and not in this package", "restore the file, or correct the record")
      }
      guard let file = piece.file else {
        let location = value(i, "location").text
        return gap(
          location.isEmpty ? "it has no file that could be put in this package" : "it is stored elsewhere: \(location)",
          "ask to see it where it is stored")
      }
      guard dossier.evidenceFileMatches(i) == false else { return nil }
      return gap(
        "the file \(file) in this package does not have the recorded SHA-256",
        "collect the evidence again, or find out why the file changed")
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
        Report.Cell("readiness"), Report.Cell(answer.question, RouteTable.readiness),
        Report.Cell(what.isEmpty ? SiteWords.issueCount(answer.open.count) : what),
        Report.Cell(next.isEmpty ? "fix the issues of this question" : next),
        Report.Cell(answer.clauses.joined(separator: ", ")),
      ]
    }
  }
}
