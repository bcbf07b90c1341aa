package import DossierRecords
package import DossierText

/// Everything that is true of a dossier on a date.
///
/// This is the only place where a status, a deadline, a limit or a count is decided. It contains facts without wording, severity or
/// markup. Rules report these facts as diagnostics; the site, comparison and exports present the same facts.
///
/// Numbers are positions in `dossier.entries`.
package struct Assessment: Sendable {
  package let dated: DatedDossier
  package let authorities: Authorities
  package let approvals: ApprovalStatuses
  package let signatures: [Signature]
  package let impactAssessments: LatestImpactAssessments
  package let reviews: Reviews
  package let statement: StatementOfApplicability
  package let coverage: Coverage
  package let shownControls: ShownControls
  package let appetite: RiskAppetite
  package let triggers: RefreshTriggers
  package let gates: Gates
  package let trainings: Trainings
  package let owned: OwnedRecords
  package let successors: Successors
  package let exceptions: Exceptions
  package private(set) var measures = ReadinessMeasures.none
  package private(set) var figures = Figures.none
  private let risks: [Int: RiskState]
  private let metrics: [Int: MetricState]
  private let evidence: [Int: EvidenceStatus]

  package init(_ dossier: Dossier, asOf: CivilDate) {
    let dated = DatedDossier(dossier, asOf: asOf)
    let authorities = Authorities(dated)
    let statement = StatementOfApplicability(dated)
    let impactAssessments = LatestImpactAssessments(dated)
    let appetite = RiskAppetite(dossier)
    self.dated = dated
    self.authorities = authorities
    self.statement = statement
    self.impactAssessments = impactAssessments
    self.appetite = appetite
    approvals = ApprovalStatuses(dated, authorities, statement)
    signatures = Signature.all(dated)
    reviews = Reviews(dated, impactAssessments)
    let evidence = Dictionary(
      uniqueKeysWithValues: dossier.positions(of: Evidence.name).map { ($0, EvidenceStatus(dated, $0)) })
    self.evidence = evidence
    coverage = Coverage(dated, statement, evidence)
    shownControls = ShownControls(dated)
    triggers = RefreshTriggers(dated)
    gates = Gates(dated)
    trainings = Trainings(dated)
    owned = OwnedRecords(dated)
    successors = Successors(dated)
    exceptions = Exceptions(dated)
    risks = Dictionary(
      uniqueKeysWithValues: dossier.positions(of: Risk.name).compactMap { position in
        RiskState(position, dated, authorities, appetite).map { (position, $0) }
      })
    metrics = Dictionary(
      uniqueKeysWithValues: dossier.all(Metric.self).compactMap { found in
        dossier.readings(of: found.position).map { (found.position, MetricState(found.record, $0, dated.asOf)) }
      })
    // Measures and figures read the facts above.
    measures = ReadinessMeasures(self)
    figures = Figures(self)
  }

  package var dossier: Dossier { dated.dossier }

  package var asOf: AsOfDate { dated.asOf }

  /// The score and acceptance of a risk; nil where the record is no risk or has no score that can be read.
  package func risk(at position: Int) -> RiskState? { risks[position] }

  /// The readings of a metric; nil where its file does not exist or was not read.
  package func metric(at position: Int) -> MetricState? { metrics[position] }

  /// The status of a record of evidence. Nil where the record is not evidence.
  package func evidenceStatus(of position: Int) -> EvidenceStatus? { evidence[position] }

  /// The evidence that has expired, each with its last valid day. A draft has not expired: it is not effective.
  package var expiredEvidence: [(entry: Entry, end: CivilDate)] {
    dossier.positions(of: Evidence.name).compactMap { position in
      guard case .expired(let end)? = evidence[position] else { return nil }
      return (dossier.entries[position], end)
    }
  }

  package var reactions: Reactions { Reactions(dated) }

  /// The readings of an objective's metric against its target.
  ///
  /// Nil where the objective names no metric with a file of readings, and where the metric does not count: a draft measures nothing.
  package func objective(at position: Int) -> ObjectiveState? {
    guard let objective = dossier.entries[position].record as? Objective, let metric = objective.metric.flatMap(dossier.record),
      counts(metric.position), let state = self.metric(at: metric.position)
    else { return nil }
    return ObjectiveState(objective, metric: metric.position, unit: metric.record.unit, state.groups, asOf)
  }
}
