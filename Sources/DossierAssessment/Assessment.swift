package import DossierRecords
package import DossierText

/// All computed facts about a dossier on the as-of date.
///
/// Every status, deadline, limit and count is decided in this module. An assessment has no wording, severity or markup. Rules
/// report its facts as diagnostics. The site, the comparison and the exports present the same facts.
///
/// A record is identified by an integer: its position in `dossier.entries`.
package struct Assessment: Sendable {
  package let dated: DatedDossier
  package let undecoded: UndecodedRecords
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
  private let computedMeasures = OnDemand<ReadinessMeasures>()
  private let computedFigures = OnDemand<Figures>()
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
    undecoded = UndecodedRecords(dated)
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
  }

  // Measures and figures are computed from the other facts at the first access, because they are large and `check` needs neither.
  package var measures: ReadinessMeasures { computedMeasures.value { ReadinessMeasures(self) } }
  package var figures: Figures { computedFigures.value { Figures(self) } }

  package var dossier: Dossier { dated.dossier }

  package var asOf: AsOfDate { dated.asOf }

  /// The score and acceptance of a risk. Nil if the record is not a risk, or if its scores cannot be read.
  package func risk(at position: Int) -> RiskState? { risks[position] }

  /// The readings of a metric. Nil if the record is not a metric, if it could not be decoded, or if no file with its readings was
  /// read.
  package func metric(at position: Int) -> MetricState? { metrics[position] }

  /// The status of a record of evidence. Nil if the record is not evidence.
  package func evidenceStatus(of position: Int) -> EvidenceStatus? { evidence[position] }

  /// The records of evidence that have expired, each with its last valid day. Records that do not count, such as drafts, are left
  /// out.
  package var expiredEvidence: [(entry: Entry, end: CivilDate)] {
    dossier.positions(of: Evidence.name).compactMap { position in
      guard case .expired(let end)? = evidence[position] else { return nil }
      return (dossier.entries[position], end)
    }
  }

  package var reactions: Reactions { Reactions(dated) }

  /// The readings of the metric of an objective, compared with the target of the objective.
  ///
  /// Nil if the objective refers to no metric, if the metric does not count, or if the metric has no file of readings.
  package func objective(at position: Int) -> ObjectiveState? {
    guard let objective = dossier.entries[position].record as? Objective, let metric = objective.metric.flatMap(dossier.record),
      counts(metric.position), let state = self.metric(at: metric.position)
    else { return nil }
    return ObjectiveState(objective, metric: metric.position, unit: metric.record.unit, state.groups, asOf)
  }
}
