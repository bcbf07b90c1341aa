import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let suspectDependants = RuleID("suspect-dependants")
}

extension Rules {
  static let suspectDependants = Rule(
    .suspectDependants, .approval, .note, title: "no record depends on a record that changed after its approval",
    clauses: ["7.5.3", "6.3"],
    explanation: """
      If a record changed after its approval, its dependents may depend on text that is not approved. Documents that \
      carry out a policy are its dependents. So are records that refer to the changed record in a field. The SoA lines \
      of the controls that a policy or document implements are its dependents too. One message lists all dependents of \
      such a record. The page of each dependent shows it too. Have the record approved again, or undo the change. Then \
      check the dependents. Records that only examine or report, such as audits, findings and incidents, are not \
      dependents.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      let standings = facts.approvals
      for cause in standings.stale {
        let entry = dossier.entries[cause.position]
        let dependants = standings.dependents(of: cause)
        guard !dependants.isEmpty else { continue }
        let count = dependants.count == 1 ? "1 record depends" : "\(dependants.count) records depend"
        reporter.report(
          "\(count) on \(entry.named), which was changed after it was approved: \(links(dependants, on: entry.id, dossier))",
          in: entry,
          "approvals[\(cause.index)].digest", help: "have \(entry.id) approved again, then check its dependents")
      }
    },
    bad: RuleExample([
      "documents.yaml": """
      kind: document
      records:
        - id: DOC-001
          title: Gate procedure
          type: procedure
          approvals:
            - by: ROL-001
              date: 2026-05-14
              digest: ⟦0000000000000000000000000000000000000000000000000000000000000000⟧
      """,
      "policies.yaml": """
      kind: policy
      records:
        - id: POL-001
          title: AI policy
          effective: 2026-05-15
          processes: [DOC-001]
          approvals: [{by: ROL-001, date: 2026-05-14}]
      """,
      "roles.yaml": ExampleText.roles,
    ]),
    good: .fixing([
      "documents.yaml": (
        "digest: 0000000000000000000000000000000000000000000000000000000000000000",
        "digest: 213d5f5f00e85490b9cdb543b6848865b3193441501343f0041ba5be114c6aba"
      )
    ]))

  /// The dependent records in words, grouped by how they depend on the record `id`.
  private static func links(_ dependants: [ApprovalStatuses.Suspicion], on id: String, _ dossier: Dossier) -> String {
    var groups: [(words: (_ ids: String, _ isOne: Bool) -> String, ids: [String])] = []
    var places: [String: Int] = [:]
    for dependant in dependants {
      let (key, words): (String, (String, Bool) -> String) =
        switch dependant.link {
        case .names(let field): ("from \(field)", { "\($0) \($1 ? "refers" : "refer") to \(id) in `\(field)`" })
        case .carriesOut(let field): ("to \(field)", { ids, _ in "\(id) refers to \(ids) in `\(field)`" })
        case .control: ("control", { "\(id) implements the control\($1 ? "" : "s") of \($0)" })
        }
      let name = dossier.entries[dependant.position].id
      if let place = places[key] {
        groups[place].ids.append(name)
      } else {
        places[key] = groups.count
        groups.append((words, [name]))
      }
    }
    return groups.map { $0.words($0.ids.listed(6), $0.ids.count == 1) }.joined(separator: "; ")
  }
}
