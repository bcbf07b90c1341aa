import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let oneSidedLink = RuleID("one-sided-link")
}

extension Rules {
  static let oneSidedLink = Rule(
    .oneSidedLink, .traceability, .warning, title: "a two-way link is recorded at both ends", clauses: ["7.5.3", "10.2"],
    explanation: """
      Some links need a reference in both records. An audit finding refers to its nonconformity, and the nonconformity \
      lists the finding as a source. An AI system refers to its disclosures, and each disclosure lists its systems. If one \
      reference is missing, a reader of that record does not find the other, and the two records disagree. Run `dossier \
      check --fix`, which adds the missing reference.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var fixes = ReferenceFixes()
      for edge in dossier.graph.edges where edge.site.isField {
        guard case .entry(let from) = edge.origin, case .entry(let to) = edge.target, from != to else { continue }
        let (one, other) = (dossier.entries[from], dossier.entries[to])
        let ends = twoSided.flatMap { [$0, ($0.1, $0.0)] }
        let link = ends.first { $0.0 == (one.kind.name, edge.site.field) && $0.1.kind == other.kind.name }
        guard let back = link?.1.field, facts.isCurrent(from), facts.isCurrent(to), edge.problem == nil || edge.isAlias else {
          continue
        }
        // Skip the reference if the record `one` could not be decoded, or if the field `back` of the record `other` could not be
        // read. Their references are not reliable.
        guard one.record != nil, !other.unread.contains(back) else { continue }
        let isNamed = dossier.graph.edges(from: .entry(to)).contains { $0.site.field == back && $0.target == .entry(from) }
        guard !isNamed else { continue }
        let fix = fixes.fix(adding: one.id, to: back, of: other, in: dossier)
        reporter.report(
          "\(one.named) refers to \(other.named), which does not refer back to it", at: edge.site.path, edge.site.span,
          others: [.init(other.path, other.field(back)?.span ?? other.idSpan, "`\(back)` does not list \(one.id)")],
          help: "add \(one.id) to `\(back)` of \(other.id), or remove the reference", fixes: fix.map { [$0] } ?? [])
      }
    },
    bad: example(source: "[AUD-001]", mark: ("⟦", "⟧")),
    good: example(source: "[AUD-001, FND-001]", mark: ("", "")))

  /// One end of a two-sided link: a kind of record and its field.
  private typealias End = (kind: String, field: String)

  private static let twoSided: [(End, End)] = [
    ((AuditFinding.name, "nonconformity"), (Nonconformity.name, "source")),
    ((AISystem.name, "disclosure"), (Disclosure.name, "systems")),
  ]

  private static func example(source: String, mark: (String, String)) -> RuleExample {
    RuleExample([
      "audit.yaml": """
      kind: audit
      records:
        - id: AUD-001
          title: First internal audit
          date: 2026-03-09
          scope: ["9.2.1"]
          auditors: [ROL-001]
      """,
      "finding.md": """
      ---
      kind: audit-finding
      id: FND-001
      title: Supplier assessments are late
      audit: AUD-001
      type: minor
      nonconformity: \(mark.0)NCR-001\(mark.1)
      ---
      """,
      "nonconformity.md": """
      ---
      kind: nonconformity
      id: NCR-001
      title: Supplier assessments were late
      found: 2026-03-10
      source: \(source)
      requirement: ["8.1"]
      cause: no reminder was sent
      actions: [CAR-001]
      ---
      """,
      "actions.yaml": """
      kind: corrective-action
      records:
        - id: CAR-001
          title: Assess the suppliers
          owner: ROL-001
          due: 2026-12-31
      """,
      "roles.yaml": """
      kind: role
      records:
        - id: ROL-001
          title: Head of procurement
          accountable_for: [suppliers]
      """,
    ])
  }
}

extension ReferenceGraph.Edge {
  /// Whether the target of the reference is known, but its id is written in another spelling.
  fileprivate var isAlias: Bool { if case .alias = problem { true } else { false } }
}
