import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let certificateExpired = Rule(
    RuleID("certificate-expired"), .currency, .warning, title: "the certificate has not expired", clauses: ["4.4"],
    explanation: """
      After the day in `expires`, the organisation has no valid certificate and must not tell customers that it has \
      one. If the certificate was renewed, write the number and dates of the new certificate. If the certificate was \
      not renewed, plan under `stages` how to obtain a new certificate.
      """,
    check: { facts, reporter in
      let asOf = facts.asOf
      for (_, entry, programme) in facts.records(Programme.self) {
        guard let expires = programme.certificate?.expires, asOf.isPast(expires) else { continue }
        reporter.report(
          "the certificate in \(entry.named) expired on \(expires)", in: entry, "certificate.expires",
          help: "write the new certificate, or plan under `stages` how to obtain one")
      }
    },
    bad: RuleExample([
      "programme.yaml": """
      kind: programme
      records:
        - id: PRG-001
          title: Certification
          certificate: {body: Norvik Assurance, number: NA-42-0417, issued: 2023-03-01, expires: ⟦2026-02-28⟧}
      """
    ]),
    good: .fixing(["programme.yaml": ("issued: 2023-03-01, expires: 2026-02-28", "issued: 2026-03-01, expires: 2029-02-28")]))
}
