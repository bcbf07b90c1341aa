import DossierAssessment
import DossierRecords
import DossierText

/// Topics of the foundations: clauses 4 and 5, the register and the methods.
extension ReadinessTopic {
  static let context = ReadinessTopic(
    ["4.1"], rules: [],
    needs: [
      .some(
        .externalIssues, "external context issues are effective", ContextIssue.name,
        next: "record the external issues that affect your AI management system (`dossier new context-issue`, `origin: external`)"
      ),
      .some(
        .internalIssues, "internal context issues are effective", ContextIssue.name,
        next: "record the internal issues that affect your AI management system (`dossier new context-issue`, `origin: internal`)"
      ),
    ])

  static let parties = ReadinessTopic(
    ["4.2"], rules: [],
    needs: [
      .some(
        .parties, "interested parties are effective", InterestedParty.name,
        next: "record who has which needs and expectations (`dossier new interested-party`)")
    ])

  static let scope = ReadinessTopic(
    ["4.3"], rules: [.scopeExclusionUnjustified],
    needs: [
      .some(
        .scopes, "statements of the scope are effective (`scope` in dossier.yaml, documents of type `scope`)",
        ManagedDocument.name, next: "write the scope under `scope` in dossier.yaml or in a document of type `scope`")
    ])

  static let policy = ReadinessTopic(
    ["5.1", "5.2", "A.2.2", "A.2.3", "A.2.4"],
    rules: [.aiPolicyMissing, .policyStatementsMissing, .policyUnapproved, .policyWithoutProcess],
    needs: [
      .some(
        .policies, "AI policies are effective (policies that implement 5.2 or A.2.2)", Policy.name,
        next: "write the AI policy and list 5.2 and A.2.2 in its `implements` (`dossier new policy`)"),
      .every(
        .approvedPolicies, "effective AI policies have an approval on record that covers the current text, signed or not",
        Role.name,
        next: "have the AI policy approved by top management (`dossier approve`)"),
    ])

  static let roles = ReadinessTopic(
    ["5.3", "A.3.2"], rules: [.controlOwnerMissing],
    needs: [
      .some(.roles, "roles are effective", Role.name, next: "record each role and its responsibilities (`dossier new role`)"),
      .every(.heldRoles, "effective roles have a holder on record", Role.name, next: "write the holder of the role in `held_by`"),
    ])

  static let register = ReadinessTopic(
    ["4.3", "A.4.2", "A.6.2.7"],
    rules: [
      .affectedPeopleUnnamed, .classificationUnexplained, .deploymentUndated, .roleContradicted, .supplierUnlisted,
      .systemEndedInUse, .systemUndescribed, .systemWithoutModel,
    ],
    needs: [
      .some(
        .systems, "AI systems are effective", AISystem.name,
        next: "record each AI system that you build, provide or use (`dossier new ai-system`)"),
      .every(
        .ownedSystems, "AI systems in scope have an owner on record", Role.name,
        next: "write the responsible role in `owner` of the system"),
    ])

  static let methods = ReadinessTopic(
    ["6.1.2", "6.1.3", "6.1.4", "A.5.2"], rules: [],
    needs: [
      .some(
        .riskMethods, "descriptions of risk assessment are effective (policies and documents that implement 6.1.2, 6.1.3 or 8.2)",
        ManagedDocument.name, Policy.name,
        next: "write how risks are identified, analysed and treated, and list 6.1.2 in its `implements` (`dossier new document`)"),
      .some(
        .impactMethods,
        "descriptions of impact assessment are effective (policies and documents that implement 6.1.4, 8.4 or A.5)",
        ManagedDocument.name, Policy.name,
        next: "write how impacts on people are assessed, and list 6.1.4 in its `implements` (`dossier new document`)"),
    ],
    doubts: { facts in withoutAppetite(facts.dossier) })

  /// The doubt about risk evaluation if a limit of the risk appetite is not configured. Without limits, no rule can report that a
  /// risk is too high.
  static func withoutAppetite(_ dossier: Dossier) -> [String] {
    guard dossier.configuration.risk?.acceptable == nil || dossier.configuration.risk?.tolerable == nil else { return [] }
    return ["`risk` in dossier.yaml states no `acceptable` and `tolerable` score, so no residual risk is compared with a limit"]
  }
}
