import DossierAssessment

/// A part of the page of items that need attention. The order of the cases is the order on the page.
enum AttentionGroup: CaseIterable {
  case errors, approvals, risks, evidence, metrics, actions, targets, reviews

  /// The group that lists the item.
  init(_ item: Attention.Item) {
    switch item {
    case .staleApproval: self = .approvals
    case .intolerableRisk, .acceptance: self = .risks
    case .staleEvidence: self = .evidence
    case .metric: self = .metrics
    case .action: self = .actions
    case .target: self = .targets
    case .review: self = .reviews
    }
  }

  /// The heading of the group.
  var title: String {
    switch self {
    case .errors: "Open errors"
    case .approvals: "Approvals of an earlier text"
    case .risks: "Risks"
    case .evidence: "Evidence that is not fresh"
    case .metrics: "Metrics at a limit"
    case .actions: "Overdue actions"
    case .targets: "Targets that have passed"
    case .reviews: "Overdue reviews"
    }
  }
}
