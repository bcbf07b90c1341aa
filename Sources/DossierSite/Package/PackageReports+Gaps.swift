import DossierAssessment
import DossierRecords
import DossierText

extension PackageReports {
  /// What is open, what was set aside, what there is nothing to show for, and what of the evidence is not what it should be.
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
        "As of \(Wording.long(site.asOf)): \(Wording.countOrNo(errors, "open error")) and \(Wording.countOrNo(warnings, "open warning")) in all records; \(listed(found.count, of: site.findings.all.count, aside.count, ofSetAside: site.findings.suppressed.count)).",
        selection.selected.isEmpty
          ? "No record of evidence is selected, so none lacks its file."
          : files.isEmpty
            ? "Of \(Wording.count(selection.selected.count, "selected record")) of evidence, none lacks its file or has one that is not what was recorded."
            : "\(files.count) of \(Wording.count(selection.selected.count, "selected record")) of evidence \(files.count == 1 ? "has" : "have") no file here, one that is missing, or one that is not what was recorded.",
        selection.criteria.system == nil
          ? "\(lacking.isEmpty ? "No question" : Wording.count(lacking.count, "question")) of the readiness lists \(lacking.count < 2 ? "is" : "are") answered in part or not at all."
          : "Questions of the readiness lists are about the management system as a whole and left out here; the site has them.",
      ] + systemNote,
      columns: [
        .init(key: "kind", title: "Kind"), .init(key: "about", title: "About"), .init(key: "what", title: "What"),
        .init(key: "next", title: "Next action"), .init(key: "where", title: "Where"),
      ], rows: found + files + lacking + aside)
  }

  private func listed(_ found: Int, of all: Int, _ aside: Int, ofSetAside allAside: Int) -> String {
    let messages = all == 0 ? "there is no message" : "\(found) of \(Wording.count(all, "message"))"
    if allAside == 0 {
      return all == 0 ? "\(messages), and none was set aside" : "\(messages) listed here, and none was set aside"
    }
    let setAside = "\(aside) of \(allAside) that were set aside"
    return all == 0 ? "\(messages), and \(setAside) listed here" : "\(messages) and \(setAside) listed here"
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
      let said = "\(one.reason.described); \(one.diagnostic.help ?? "look at it again by then")"
      return row(kind, one.diagnostic, site.findings.suppressedSubjects[i], said, &lines)
    }
  }

  private func row(
    _ kind: String, _ diagnostic: Diagnostic, _ subject: ReferenceGraph.Origin?, _ next: String, _ lines: inout SourceLines
  ) -> [Report.Cell] {
    // What is said of a file that may not be quoted could quote it.
    let isWithheld = site.withheld.contains(diagnostic.primary.path)
    return [
      Report.Cell(kind), about(subject),
      Report.Cell(isWithheld ? "a problem in a file whose text this edition does not show" : diagnostic.headline),
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

  /// Selected evidence whose file cannot be handed over as it was recorded.
  private var fileGaps: [[Report.Cell]] {
    selection.selected.compactMap { piece in
      let i = piece.entry
      let place = Report.Cell(dossier.entries[i].path.description)
      func gap(_ what: String, _ next: String) -> [Report.Cell] {
        [Report.Cell("evidence"), entry(i), Report.Cell(what), Report.Cell(next), place]
      }
      if let path = missingFile(i) {
        return gap("the file \(path) is missing and not in this package", "put the file back, or correct the record")
      }
      guard let file = piece.file else {
        let location = value(i, "location").text
        return gap(
          location.isEmpty ? "it names no file that could be handed over" : "it is kept elsewhere: \(location)",
          "ask to see it where it is kept")
      }
      guard dossier.evidenceFileMatches(i) == false else { return nil }
      return gap(
        "the file \(file) is in this package as it is now, which is not as its recorded SHA-256 says",
        "collect the evidence again, or find out why the file changed")
    }
  }

  /// Questions that cannot be answered whole, with what to do.
  private var readiness: [[Report.Cell]] {
    guard let readiness = site.readiness else { return [] }
    return readiness.lists.flatMap(\.answers).filter { $0.state == .missing || $0.state == .openPoints }.map { answer in
      let open = answer.counts.filter { $0.answered < $0.total || $0.state == .missing }
      let what = open.map { $0.total == 0 ? "no \($0.label)" : "\($0.answered) of \($0.total) \($0.label)" }.joined(
        separator: "; ")
      let next = open.map(\.next).filter { !$0.isEmpty }.joined(separator: "; ")
      return [
        Report.Cell("readiness"), Report.Cell(answer.question, RouteTable.readiness),
        Report.Cell(what.isEmpty ? "\(Wording.count(answer.open.count, "open point"))" : what),
        Report.Cell(next.isEmpty ? "mend the open points of this question" : next),
        Report.Cell(answer.clauses.joined(separator: ", ")),
      ]
    }
  }
}
