import DossierAssessment

/// The subjects of the figures. The page of all figures has one section for each subject.
enum FigureGroup: String, CaseIterable {
  case records = "Records"
  case systems = "AI systems"
  case statement = "Statement of Applicability"
  case evidence = "Evidence"
  case risks = "Risks"
  case metrics = "Metrics"
  case reviews = "Reviews"
  case approvals = "Approvals"
  case issues = "Issues to fix"
  case coverage = "Coverage of frameworks"
  case crosswalks = "Crosswalks"
  case readiness = "Readiness"

  init(_ name: FigureName) {
    self =
      switch name {
      case .allRecords, .records, .status: .records
      case .systems: .systems
      case .statement: .statement
      case .evidence: .evidence
      case .risks, .riskCell: .risks
      case .metrics, .lateMetrics: .metrics
      case .reviews: .reviews
      case .allApprovals, .approvals, .staleRecords, .unapprovedRecords: .approvals
      case .diagnostics, .suppressed, .withoutQuestion, .recordsWithError, .recordsWithWarning, .recordsWithout: .issues
      case .coverage, .coverageTotal, .documentedOnly, .covering, .referring: .coverage
      case .related, .relatedCovered: .crosswalks
      case .need, .needTotal, .allQuestions, .questions, .listQuestions, .listComplete: .readiness
      }
  }
}
