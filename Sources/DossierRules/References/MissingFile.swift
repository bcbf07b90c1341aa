import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let missingFile = RuleID("missing-file")
}

extension Rules {
  static let missingFile = Rule(
    .missingFile, .references, .error, title: "every file that a record names is there", clauses: ["7.5.3", "9.1"],
    explanation: """
      A record that names a file rests on it: evidence on a report, a metric on its readings. Without the file the \
      record proves nothing, and the package an auditor receives is incomplete. The path is read from the file that \
      names it. Correct it, or add the file to the workspace; what is kept elsewhere is named with `location` instead.
      """,
    bad: RuleExample([
      "metrics/mtr-001.md": """
      ---
      kind: metric
      id: MTR-001
      title: Answers corrected by a person
      unit: "%"
      source:
        file: ⟦readings/correctd.csv⟧
      ---
      """,
      "metrics/readings/corrected.csv": "month,share\n2026-05,3.1\n",
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      about: [MTR-001]
      ---
      """,
    ]),
    good: RuleExample([
      "metrics/mtr-001.md": """
      ---
      kind: metric
      id: MTR-001
      title: Answers corrected by a person
      unit: "%"
      source:
        file: readings/corrected.csv
      ---
      """,
      "metrics/readings/corrected.csv": "month,share\n2026-05,3.1\n",
      "concerns/cnc-001.md": """
      ---
      kind: concern
      id: CNC-001
      title: Answers about returns sounded too sure
      raised: 2026-05-04
      about: [MTR-001]
      ---
      """,
    ])
  ) { facts, reporter in
    let dossier = facts.dossier
    var names = FileNames(dossier.attachments.map(\.path) + dossier.textPaths)
    for edge in dossier.graph.edges where edge.site.expectation == .file {
      guard case .missingFile(let path) = edge.problem else { continue }
      let match = names.closest(to: path)
      let meant = match.map { edge.site.path.relative(to: $0.path) }
      reporter.report(
        "\(dossier.name(of: edge.origin)) names the file `\(path)`, which does not exist", at: edge.site,
        label: meant.map { "did you mean `\($0)`?" } ?? "", help: "correct the path, or add the file", fix: meant,
        isCertain: match?.isCertain == true && meant?.isPlainInYAML == true)
    }
  }
}
