import DossierRecords

extension Figures {
  static func records(_ facts: Assessment) -> [Figure] {
    let dossier = facts.dossier
    var byStatus: [RecordStatus: [Int]] = [:]
    for position in dossier.entries.indices { byStatus[facts.status(of: position), default: []].append(position) }
    let reviews = facts.reviews.all
    func reviewed(_ status: Reviews.Status) -> [Int] { reviews.filter { $0.status == status }.map(\.position) }
    let breaches = facts.records(Metric.self).compactMap { found in
      facts.metric(at: found.position)?.breach.map { (position: found.position, level: $0.level) }
    }
    return [Figure(.allRecords, records: dossier.entries.indices)]
      + dossier.kinds.map { Figure(.records(ofKind: $0.name), records: dossier.positions(of: $0.name)) }
      + RecordStatus.allCases.map { Figure(.status($0), records: byStatus[$0] ?? []) }
      + [
        Figure(.systems(.inScope), records: facts.dated.systemsInScope.map(\.position)),
        Figure(.systems(.inUse), records: facts.dated.systemsInUse.map(\.position)),
        Figure(.reviews(.all), records: reviews.map(\.position)),
        Figure(.reviews(.upToDate), records: reviewed(.upToDate)),
        Figure(.reviews(.overdue), records: reviewed(.overdue)),
        Figure(.reviews(.never), records: reviewed(.neverReviewed)),
      ]
      + Breach.Level.allCases.map { level in
        Figure(.metrics(level), records: breaches.filter { $0.level == level }.map(\.position))
      }
      + [
        Figure(
          .lateMetrics,
          records: facts.records(Metric.self).map(\.position).filter { facts.metric(at: $0)?.late.isEmpty == false })
      ]
  }

  /// Risks that count, by their scores. Scores are read from the fields, so risks that could not be decoded are included.
  static func risks(_ facts: Assessment) -> [Figure] {
    let dossier = facts.dossier
    let counting = dossier.positions(of: Risk.name).filter(facts.counts)
    var figures = [Figure(.risks(.all), records: counting)]
    for kind in FigureName.ScoreKind.allCases {
      var cells: [RiskScore: [Int]] = [:]
      for position in counting {
        guard let score = RiskScore(of: dossier.entries[position], kind.rawValue), score.isOnScale else { continue }
        cells[score, default: []].append(position)
      }
      figures += cells.map { Figure(.riskCell(kind, likelihood: $0.likelihood, impact: $0.impact), records: $1) }
    }
    guard let acceptable = facts.appetite.acceptable else { return figures }
    let residual = counting.map { ($0, RiskScore(of: dossier.entries[$0], "residual")?.value) }
    // If a risk has no residual score, its inherent score is used.
    let scores = residual.map { ($0, $1 ?? RiskScore(of: dossier.entries[$0], "inherent")?.value) }
    let above = scores.filter { $1.map { $0 > acceptable } ?? false }.map(\.0)
    return figures + [
      Figure(.risks(.acceptable), records: scores.filter { $1.map { $0 <= acceptable } ?? false }.map(\.0)),
      Figure(.risks(.above), records: above),
      Figure(.risks(.unscored), records: residual.filter { $1 == nil }.map(\.0)),
      Figure(.risks(.notAccepted), records: above.filter { !(facts.risk(at: $0)?.acceptance.isValid ?? false) }),
    ]
  }

  static func approvals(_ facts: Assessment) -> [Figure] {
    var all: [Figure.Member] = []
    var byKind: [ApprovalStatus.Kind: [Figure.Member]] = [:]
    for position in facts.dossier.entries.indices {
      for (index, status) in facts.approvals.statuses(of: position).enumerated() {
        all.append(.approval(record: position, index: index))
        byKind[status.kind, default: []].append(.approval(record: position, index: index))
      }
    }
    return [Figure(.allApprovals, all)] + ApprovalStatus.Kind.allCases.map { Figure(.approvals($0), byKind[$0] ?? []) }
      + [
        Figure(.staleRecords, records: facts.approvals.stale.map(\.position)),
        Figure(.unapprovedRecords, records: facts.unapproved),
      ]
  }

  static func evidence(_ facts: Assessment) -> [Figure] {
    let all = facts.dossier.positions(of: Evidence.name)
    var byPart: [FigureName.EvidencePart: [Int]] = [:]
    for position in all {
      guard let status = facts.evidenceStatus(of: position) else { continue }
      byPart[FigureName.EvidencePart(status), default: []].append(position)
    }
    return FigureName.EvidencePart.allCases.map { part in
      Figure(.evidence(part), records: part == .all ? Array(all) : byPart[part] ?? [])
    }
  }
}

extension FigureName.EvidencePart {
  fileprivate init(_ status: EvidenceStatus) {
    self =
      switch status {
      case .valid: .valid
      case .expired: .expired
      case .notCollected: .notCollected
      case .fileDiffers: .fileDiffers
      case .undecoded: .undecoded
      case .notEffective: .notEffective
      }
  }
}
