import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let internalAuditGap = RuleID("internal-audit-gap")
}

extension Rules {
  static let internalAuditGap = Rule(
    .internalAuditGap, .currency, .warning,
    title: "an internal audit began in the last twelve months",
    clauses: ["9.2.1", "9.2.2"],
    explanation: """
      ISO/IEC 42001 clause 9.2 requires internal audits at planned intervals. The organisation sets these intervals. \
      Certification bodies commonly expect internal audits of the whole management system before the certification. \
      They also expect at least one internal audit in each year after the certification. This rule reports that no \
      audit began in the twelve months before the as-of date. A planned audit does not count. Carry out an internal \
      audit, and record it with its scope and findings.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let asOf = facts.asOf
      guard let configuration = dossier.configurationEntry, !dossier.entries.isEmpty else { return }
      let last = facts.records(Audit.self).max { $0.record.date < $1.record.date }
      guard last.map({ asOf.isOverAYearAfter($0.record.date) }) ?? true else { return }
      reporter.report(
        last.map { "the last internal audit began on \($0.record.date), more than twelve months before \(asOf)" }
          ?? "no internal audit began on or before \(asOf)",
        at: configuration.path, configuration.span(of: "organisation"),
        others: last.map { [$0.entry.label("date", "the last audit")] } ?? [],
        help: "carry out an internal audit and record it (`dossier new audit`)")
    },
    bad: RuleExample([
      "audits.yaml": """
      kind: audit
      records:
        - {id: AUD-001, title: Internal audit, date: 2025-03-09, scope: ["8.1"], auditors: [ROL-003]}
      """,
      "dossier.yaml": """
      organisation: ⟦Example Ltd⟧
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing(["audits.yaml": ("date: 2025-03-09", "date: 2026-03-09")]))
}
