import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let missingFile = RuleID("missing-file")
}

extension Rules {
  static let missingFile = Rule(
    .missingFile, .references, .error, title: "each file that a record refers to exists", clauses: ["7.5.3", "9.1"],
    explanation: """
      If a field of a record refers to a file, this file must exist in the workspace. Evidence depends on its report, \
      and a metric depends on its measured values. Without the file, the record proves nothing, and the package for \
      the auditor is incomplete. A path is relative to the file in which the path is written. Correct the path, or add \
      the missing file. If evidence is kept elsewhere, write its place in `location`, and remove `file`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      var names = FileNames(dossier.attachments.map(\.path) + dossier.textPaths)
      for edge in dossier.graph.edges where edge.site.expectation == .file {
        if case .unpublished(let path, _) = edge.problem {
          reporter.report(
            "\(dossier.name(of: edge.origin)) refers to the file `\(path)`, which exists, but which dossier does not read",
            at: edge.site, help: "move the file to a folder whose name does not begin with a dot, and correct the path")
          continue
        }
        guard case .missingFile(let path) = edge.problem else { continue }
        let match = names.closest(to: path)
        let meant = match.map { edge.site.path.relative(to: $0.path) }
        let isFolder = names.isFolder(path)
        reporter.report(
          "\(dossier.name(of: edge.origin)) refers to "
            + (isFolder ? "`\(path)`, which is a folder, not a file" : "the file `\(path)`, which does not exist"),
          at: edge.site, label: meant.map { Suggestion.question($0, insteadOf: edge.site.target) } ?? "",
          help: isFolder ? "write the path of a file in this folder" : "correct the path, or add the file", fix: meant,
          isCertain: match?.isCertain == true && meant?.isPlainInYAML == true)
      }
    },
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
    good: .fixing(["metrics/mtr-001.md": ("file: readings/correctd.csv", "file: readings/corrected.csv")]))
}
