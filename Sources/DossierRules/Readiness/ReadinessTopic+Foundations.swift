import DossierAssessment
import DossierRecords
import DossierText

/// What the rest rests on: clauses 4 and 5, the register, the methods.
extension ReadinessTopic {
  static let context = ReadinessTopic(
    ["4.1"], rules: [],
    needs: [
      .records(
        ContextIssue.self, "context issues from outside in force",
        next: "record what bears on you from outside (`dossier new context-issue`, `origin: external`)",
        among: { $0.origin == .outside }),
      .records(
        ContextIssue.self, "context issues from inside in force",
        next: "record what bears on you from inside (`dossier new context-issue`, `origin: internal`)",
        among: { $0.origin == .inside }),
    ])

  static let parties = ReadinessTopic(
    ["4.2"], rules: [],
    needs: [
      .records(
        InterestedParty.self, "interested parties in force, each with what it needs",
        next: "record who expects what of your AI systems (`dossier new interested-party`)")
    ])

  static let scope = ReadinessTopic(
    ["4.3"], rules: [.scopeExclusionUnjustified],
    needs: [
      ReadinessNeed(
        label: "statements of the scope in force: `scope` in dossier.yaml, and documents of type `scope`",
        kinds: [ManagedDocument.name],
        next: "write where the boundary runs, under `scope` in dossier.yaml or in a document of type `scope`"
      ) { facts in
        let written = facts.dossier.all(ManagedDocument.self).filter { $0.record.type == .scope }.map(\.position)
        let holding = Set(facts.records(ManagedDocument.self).map(\.position))
        return ReadinessNeed.Tally(
          answered: written.filter(holding.contains).map { .entry($0) },
          lacking: written.filter { !holding.contains($0) }.map { .entry($0) }, mustBeWhole: false,
          stated: facts.dossier.configuration.scope == nil ? 0 : 1)
      }
    ])

  static let policy = ReadinessTopic(
    ["5.1", "5.2", "A.2.2", "A.2.3", "A.2.4"],
    rules: [.aiPolicyMissing, .policyStatementsMissing, .policyUnapproved, .policyWithoutProcess],
    needs: [
      ReadinessNeed(
        label: "AI policies in force: policies that implement 5.2 or A.2.2", kinds: [Policy.name],
        next: "write the AI policy and name 5.2 and A.2.2 in its `implements` (`dossier new policy`)"
      ) { facts in
        ReadinessNeed.texts("", implementing: ["5.2", "A.2.2"], next: "").tally(facts).map { tally in
          let isPolicy: (ReferenceGraph.Target) -> Bool = {
            if case .entry(let position) = $0 { facts.dossier.entries[position].kind.name == Policy.name } else { false }
          }
          return ReadinessNeed.Tally(
            answered: tally.answered.filter(isPolicy), lacking: tally.lacking.filter(isPolicy), mustBeWhole: false)
        }
      },
      ReadinessNeed(
        label: "AI policies in force with an approval by a role on record that holds on the day", kinds: [Role.name],
        next: "have the AI policy approved by top management (`dossier approve`)", tally: approvedPolicies),
    ])

  /// An approval that is stale, has lapsed or is dated later approves nothing.
  @Sendable private static func approvedPolicies(_ facts: Assessment) -> ReadinessNeed.Tally? {
    let policies = facts.dated.aiPolicies
    guard !policies.isEmpty else { return nil }
    let standings = facts.approvals
    var tally = ReadinessNeed.Tally()
    var roles: Set<Int> = []
    for (position, entry, _) in policies {
      let given = Array(zip(entry.head?.approvals ?? [], standings.statuses(of: position)))
      let holding = given.filter(\.1.isValid)
      if holding.isEmpty {
        tally.lacking.append(.entry(position))
        tally.reasons[.entry(position)] = given.last { $0.1.kind != .superseded }.map { approval, state in
          "the approval by \(approval.by.id) of \(approval.date) is \(state.kind.rawValue): \(state.reason)"
        }
      } else {
        tally.answered.append(.entry(position))
        roles.formUnion(holding.compactMap { facts.dossier.position(of: $0.0.by.id) })
      }
    }
    tally.evidence = roles.sorted().map { .entry($0) }
    return tally
  }

  static let roles = ReadinessTopic(
    ["5.3", "A.3.2"], rules: [.controlOwnerMissing],
    needs: [
      .records(
        Role.self, "roles in force, each with what it answers for", next: "record who answers for what (`dossier new role`)"),
      .each(
        "roles in force that are held by somebody", kinds: [Role.name], next: "name in `held_by` who holds the role",
        of: { facts in facts.records(Role.self).map(\.position) },
        answer: { facts, position in (facts.dossier.entries[position].record as? Role)?.heldBy == nil ? nil : [position] }),
    ])

  static let register = ReadinessTopic(
    ["4.3", "A.4.2", "A.6.2.7"],
    rules: [
      .affectedPeopleUnnamed, .classificationUnexplained, .deploymentUndated, .roleContradicted, .supplierUnlisted,
      .systemUndescribed, .systemWithoutModel,
    ],
    needs: [
      .records(
        AISystem.self, "AI systems on record and in force",
        next: "record each AI system you build, provide or use (`dossier new ai-system`)"),
      .each(
        "AI systems in scope whose owner is on record", kinds: [Role.name], next: "name in `owner` who answers for the system",
        of: { facts in facts.dated.systemsInScope.map(\.position) },
        answer: { facts, position in
          facts.dossier.entries[position].head?.owner.flatMap { facts.dossier.position(of: $0.id) }.map { [$0] }
        }),
    ])

  static let methods = ReadinessTopic(
    ["6.1.2", "6.1.3", "6.1.4", "A.5.2"], rules: [],
    needs: [
      .texts(
        "texts in force on how risks are assessed: policies and documents that implement 6.1.2, 6.1.3 or 8.2",
        implementing: ["6.1.2", "6.1.3", "8.2"],
        next: "write how risks are found, rated and treated, and name 6.1.2 in its `implements` (`dossier new document`)"),
      .texts(
        "texts in force on how impacts are assessed: policies and documents that implement 6.1.4, 8.4 or A.5",
        implementing: ["6.1.4", "8.4", "A.5"],
        next: "write how impacts on people are assessed, and name 6.1.4 in its `implements` (`dossier new document`)"),
    ],
    doubts: { facts in withoutAppetite(facts.dossier) })

  /// Without limits no risk is too high, which says nothing about the risks.
  static func withoutAppetite(_ dossier: Dossier) -> [String] {
    guard dossier.configuration.risk?.acceptable == nil || dossier.configuration.risk?.tolerable == nil else { return [] }
    return ["`risk` in dossier.yaml states no `acceptable` and `tolerable` score, so no remaining risk is held against a limit"]
  }
}
