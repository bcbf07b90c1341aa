import DossierRecords
package import DossierText

/// The items that need attention on the as-of date, the most urgent first.
///
/// Numbers are positions in `dossier.entries`, except the number in `staleEvidence`.
package struct Attention: Sendable {
  package let items: [Item]

  /// One thing that needs attention. The order of the cases is the order of urgency.
  package enum Item: Sendable, Hashable {
    /// A record was changed after its approval, and no approval with a digest covers the current record.
    case staleApproval(ApprovalStatuses.StaleRecord)
    /// The score of a risk is above the tolerable score.
    case intolerableRisk(Int)
    /// The acceptance of a risk has expired, does not cover the score or is not authorised. This case also includes a risk that
    /// needs an acceptance and has none on the as-of date.
    case acceptance(Int)
    /// A control is implemented and has evidence, but none of this evidence is fresh. `row` is an index in
    /// `StatementOfApplicability.rows`.
    case staleEvidence(row: Int)
    /// The latest reading of a metric reaches a limit.
    case metric(Int, Breach.Level)
    /// An action is overdue.
    case action(OverdueAction)
    /// The target date of an SoA line has passed, and its control is not implemented.
    case target(line: Int, CivilDate)
    /// A review is overdue, or the record was never reviewed.
    case review(Int)
  }

  init(_ facts: Assessment) {
    let risks = facts.dossier.positions(of: Risk.name).filter(facts.counts).compactMap { position in
      facts.risk(at: position).map { (position, $0) }
    }
    let metrics = facts.records(Metric.self).compactMap { found -> (Int, Breach.Level)? in
      facts.metric(at: found.position)?.breach.map { (found.position, $0.level) }
    }
    func reaching(_ level: Breach.Level) -> [Item] { metrics.filter { $0.1 == level }.map { .metric($0.0, $0.1) } }
    let evidence = facts.statement.rows.enumerated().filter { _, row in
      row.isApplicable == true && row.record?.implementation == .implemented && row.evidence.isStale
    }
    // A review without a due date is listed first, because nobody knows how long the review has been overdue.
    let reviews = facts.reviews.overdue.sorted {
      ($0.due?.daysSinceEpoch ?? 0, $0.position) < ($1.due?.daysSinceEpoch ?? 0, $1.position)
    }
    items =
      facts.approvals.stale.map { .staleApproval($0) }
      + risks.filter { $0.1.band == .intolerable }.map { .intolerableRisk($0.0) }
      + risks.filter { $0.1.band != .intolerable && $0.1.hasNoCover }.map { .acceptance($0.0) }
      + evidence.map { .staleEvidence(row: $0.offset) } + reaching(.fail) + reaching(.warn)
      + facts.overdueActions.sorted { $0.due < $1.due }.map { .action($0) }
      + facts.passedTargets.sorted { $0.target < $1.target }.map { .target(line: $0.found.position, $0.target) }
      + reviews.map { .review($0.position) }
  }
}

extension RiskState {
  /// Whether the acceptance of the risk has expired, does not cover the score or is not authorised. Also true if the risk needs
  /// an acceptance and has none on the as-of date.
  fileprivate var hasNoCover: Bool {
    switch acceptance {
    case .expired, .outgrown, .unauthorised: true
    case .missing, .notYet: needsAcceptance
    case .valid: false
    }
  }
}

extension Assessment {
  package var attention: Attention { Attention(self) }
}
