import DossierRecords
import DossierText

extension Rules {
  /// Reported while a record is read.
  static let badDigest = Rule(
    .badDigest, .format, .error, title: "every digest is a whole SHA-256", clauses: ["7.5.3"],
    explanation: """
      A digest binds a record to the exact bytes of a file or to the exact content that was approved. A shortened or \
      mistyped one binds to nothing, and nobody can check it later. Write all 64 hexadecimal digits of a file as `sha256sum \
      FILE` prints them, without its name; the digest of what is approved is written by `dossier approve`.
      """,
    bad: RuleExample([
      "evidence/evd-001.md": """
      ---
      kind: evidence
      id: EVD-001
      title: Acceptance test of the support assistant
      controls: [A.6.2.4]
      collected: 2026-05-04
      collected_by: ROL-001
      sha256: ⟦9f86d081884c⟧
      ---
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Test lead
          accountable_for: [acceptance tests]
      """,
    ]),
    good: RuleExample([
      "evidence/evd-001.md": """
      ---
      kind: evidence
      id: EVD-001
      title: Acceptance test of the support assistant
      controls: [A.6.2.4]
      collected: 2026-05-04
      collected_by: ROL-001
      sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
      ---
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Test lead
          accountable_for: [acceptance tests]
      """,
    ]))
}
