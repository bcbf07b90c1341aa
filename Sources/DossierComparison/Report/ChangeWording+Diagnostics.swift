import DossierAssessment
import DossierRecords
import DossierText

/// The wording of changed scores and changed diagnostics.
extension ChangeWording {
  func entry(_ change: RiskChange) -> ReportEntry {
    let subject = ReportEntry.Subject.record(change.id)
    var head: [ReportPiece] = named(change.id, change.id, change.title) + [.words(": ")]
    let scores = [("inherent", change.oldInherent, change.newInherent), ("residual", change.oldResidual, change.newResidual)]
    func shown(_ score: RiskChange.Score?) -> String {
      score.map { "\($0.value) (\($0.likelihood) × \($0.impact))" } ?? "not scored"
    }
    if !change.isThere {
      head.append(.words("no longer in the register; was "))
    } else if !change.wasThere {
      head.append(.words("new; "))
    }
    var parts: [String] = []
    for (name, old, new) in scores {
      if !change.isThere || !change.wasThere {
        parts.append("\(name) \(shown(change.isThere ? new : old))")
      } else if old != new {
        parts.append("\(name) \(shown(old)) → \(shown(new))")
      }
    }
    head.append(.words(parts.joined(separator: ", ")))
    guard change.isThere, change.oldResidual != change.newResidual else {
      return ReportEntry(head: head, subject: subject)
    }
    guard let by = change.acceptedBy else {
      return ReportEntry(
        head: head + [.words(change.newResidual == nil ? "" : "; no acceptance is recorded")], subject: subject)
    }
    if change.isAcceptanceOld {
      let day = change.acceptedOn.map { " of \($0)" } ?? ""
      return ReportEntry(
        head: head + [.words("; the acceptance by "), .value(titled(by)), .words("\(day) was given before this change")],
        subject: subject)
    }
    if let objection = ChangeWording.objection(change.acceptance) {
      return ReportEntry(
        head: head + [
          .words("; the acceptance by "), .value(titled(by)), .words(" does not cover the risk: \(objection)"),
        ], subject: subject)
    }
    return ReportEntry(
      head: head + [.words(", accepted by "), .value(titled(by)), .words(change.acceptedOn.map { " on \($0)" } ?? "")],
      subject: subject)
  }

  /// Why an acceptance does not cover the risk. Nil if the acceptance covers the risk.
  private static func objection(_ status: AcceptanceStatus?) -> String? {
    switch status {
    case .missing?: "it could not be read"
    case .notYet(let date)?: "it is dated \(date)"
    case .expired(let date)?: "it ended on \(date)"
    case .outgrown(let accepted)?: "it was for a score of \(accepted)"
    case .unauthorised?: "the role may not accept it"
    case .valid?, nil: nil
    }
  }

  func entries(_ change: DiagnosticChange) -> [ReportEntry] {
    func entry(_ word: String, _ said: DiagnosticChange.SubjectDiagnostic) -> ReportEntry {
      // Add the subject only if the headline does not contain it. Most headlines contain the subject.
      let subject: [ReportPiece] =
        said.diagnostic.headline.contains(said.subject) ? [.words(": ")] : [.words(", "), .value(said.subject), .words(": ")]
      let remark = said.remark.map { [ReportPiece.words(" ("), .value($0), .words(")")] } ?? []
      return ReportEntry(
        head: [
          .words("\(word) "), .name("\(said.diagnostic.severity.rawValue) \(said.diagnostic.rule.name)"),
        ] + subject + [
          .value(said.diagnostic.headline)
        ] + remark, path: said.diagnostic.primary.path)
    }
    func sorted(_ list: [DiagnosticChange.SubjectDiagnostic]) -> [DiagnosticChange.SubjectDiagnostic] {
      Severity.allCases.reversed().flatMap { severity in list.filter { $0.diagnostic.severity == severity } }
    }
    /// The entries for a list of diagnostics. Diagnostics that differ only in their line numbers become one entry with a count.
    func entries(_ word: String, _ list: [DiagnosticChange.SubjectDiagnostic]) -> [ReportEntry] {
      var (order, counts): ([[ReportPiece]], [[ReportPiece]: (entry: ReportEntry, count: Int)]) = ([], [:])
      for said in sorted(list) {
        let entry = entry(word, said)
        if counts[entry.head] == nil { order.append(entry.head) }
        counts[entry.head, default: (entry, 0)].count += 1
      }
      return order.compactMap { head in
        counts[head].map { $0.count == 1 ? $0.entry : $0.entry.appending(" (\($0.count) times)") }
      }
    }
    return entries("new", change.new) + entries("now", change.severityChanged) + entries("gone:", change.gone)
  }
}
