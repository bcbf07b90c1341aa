import DossierRecords
import DossierText

extension Rules {
  /// The diagnostics of this rule are reported while a file is decoded.
  static let badDigest = Rule(
    .badDigest, .format, .error, title: "every digest is a complete SHA-256 value", clauses: ["7.5.3"],
    explanation: """
      A digest identifies the exact bytes of a file or the exact content that was approved. A shortened or mistyped \
      digest identifies nothing, and it cannot be verified later. For a file, write all 64 hexadecimal digits that \
      `sha256sum FILE` prints, without the file name. For an approval, let `dossier approve` write the digest.
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
    good: .fixing([
      "evidence/evd-001.md": ("sha256: 9f86d081884c", "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
    ]))
}
