import DossierRecords

/// Measures of the foundations: clauses 4 and 5, the register of AI systems, and the methods.
extension ReadinessMeasure {
  package static let externalIssues = records("context-external", ContextIssue.self, among: { $0.origin == .outside })
  package static let internalIssues = records("context-internal", ContextIssue.self, among: { $0.origin == .inside })
  package static let parties = records("interested-parties", InterestedParty.self)

  /// Statements of the scope. The field `scope` in `dossier.yaml` counts as one statement.
  package static let scopes = ReadinessMeasure("scope") { facts in
    let written = facts.dossier.all(ManagedDocument.self).filter { $0.record.type == .scope }.map(\.position)
    var result = Result(Set(facts.records(ManagedDocument.self).map(\.position)), among: written)
    result.isConfigured = facts.dossier.configuration.scope != nil
    return result
  }

  package static let policies = texts("ai-policies", implementing: ["5.2", "A.2.2"], kind: Policy.name)

  /// AI policies with a valid approval. Approvals that are stale, lapsed or dated after the as-of date are not valid.
  package static let approvedPolicies = ReadinessMeasure("ai-policies-approved") { facts in
    let policies = facts.dated.aiPolicies
    guard !policies.isEmpty else { return nil }
    var result = Result()
    var roles: Set<Int> = []
    for (position, entry, _) in policies {
      let approvals = entry.head?.approvals ?? []
      let statuses = facts.approvals.statuses(of: position)
      let valid = zip(approvals, statuses).filter(\.1.isValid)
      if valid.isEmpty {
        result.lacking.append(.entry(position))
        result.invalidApprovals[.entry(position)] = statuses.lastIndex { $0.kind != .superseded }
      } else {
        result.answered.append(.entry(position))
        roles.formUnion(valid.compactMap { facts.dossier.position(of: $0.0.by.id) })
      }
    }
    result.evidence = roles.sorted().map { .entry($0) }
    return result
  }

  package static let roles = records("roles", Role.self)
  package static let heldRoles = each(
    "roles-held", of: { facts in facts.records(Role.self).map(\.position) },
    answer: { facts, position in (facts.dossier.entries[position].record as? Role)?.heldBy == nil ? nil : [position] })

  package static let systems = records("systems", AISystem.self)
  package static let ownedSystems = each(
    "systems-owned", of: { facts in facts.dated.systemsInScope.map(\.position) },
    answer: { facts, position in
      facts.dossier.entries[position].head?.owner.flatMap { facts.dossier.position(of: $0.id) }
        .flatMap { facts.counts($0) ? [$0] : nil }
    })

  package static let riskMethods = texts("risk-methods", implementing: ["6.1.2", "6.1.3", "8.2"])
  package static let impactMethods = texts("impact-methods", implementing: ["6.1.4", "8.4", "A.5"])
}
