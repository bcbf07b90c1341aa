package import DossierText

/// What a figure counts. `description` is the name of the figure as text. Users can rely on the name: it does not change.
package enum FigureName: Sendable, Hashable {
  case allRecords
  case records(ofKind: String)
  case status(RecordStatus)
  case systems(SystemsPart)
  case statement(StatementPart)
  case reviews(ReviewsPart)
  case risks(RisksPart)
  /// Risks in one cell of a matrix.
  case riskCell(ScoreKind, likelihood: Int, impact: Int)
  case allApprovals
  case approvals(ApprovalStatus.Kind)
  /// Current records that have approvals with a digest, but none of these approvals covers the current record.
  case staleRecords
  /// Records that count and must have an approval, but have no valid approval.
  case unapprovedRecords
  case evidence(EvidencePart)
  case metrics(Breach.Level)
  /// Metrics with a group whose latest reading is too old for the frequency.
  case lateMetrics
  /// Items of a catalogue that have this coverage state.
  case coverage(catalogue: String, Coverage.State)
  case coverageTotal(catalogue: String)
  case documentedOnly(catalogue: String)
  /// Records of a kind that count and cover an item.
  case covering(catalogue: String, item: String, kind: String)
  /// Records of a kind that refer to an item in a field or in prose. Records with any status are counted.
  case referring(catalogue: String, item: String, kind: String)
  /// Items of a catalogue that are related to an item of the other catalogue.
  case related(catalogue: String, other: String)
  /// The items that `related` counts, if their related item in the other catalogue has the coverage state `covered`.
  case relatedCovered(catalogue: String, other: String)
  /// The records and items that meet the condition of a readiness measure.
  case need(String)
  /// All records and items that a readiness measure counts.
  case needTotal(String)
  case allQuestions
  case questions(Readiness.State)
  /// The questions of one list of the readiness page.
  case listQuestions(String)
  /// The questions of one list of the readiness page that have complete evidence.
  case listComplete(String)
  case diagnostics(Severity)
  case suppressed
  /// Errors and warnings that do not belong to any question of the readiness page.
  case withoutQuestion
  case recordsWithError
  case recordsWithWarning
  case recordsWithout

  package enum SystemsPart: String, Sendable, CaseIterable {
    case inScope = "in-scope"
    case inUse = "in-use"
  }

  package enum StatementPart: String, Sendable, CaseIterable {
    case controls, applicable, excluded, undecided, implemented, partial, planned
    case notStarted = "not-started"
    case freshEvidence = "fresh-evidence"
    case staleEvidence = "stale-evidence"
    case noEvidence = "no-evidence"
    case otherEvidence = "other-evidence"
  }

  package enum ReviewsPart: String, Sendable, CaseIterable {
    case all
    case upToDate = "up-to-date"
    case overdue, never
  }

  package enum RisksPart: String, Sendable, CaseIterable {
    case all, acceptable, above, unscored
    case notAccepted = "not-accepted"
  }

  package enum ScoreKind: String, Sendable, CaseIterable {
    case inherent, residual
  }

  package enum EvidencePart: String, Sendable, CaseIterable {
    case all, valid, expired
    case notCollected = "not-collected"
    case fileDiffers = "file-differs"
    case undecoded
    case notEffective = "not-effective"
  }
}

extension FigureName: CustomStringConvertible {
  package var description: String {
    switch self {
    case .allRecords: "records.all"
    case .records(let kind): "records.\(kind)"
    case .status(let status): "status.\(status.rawValue)"
    case .systems(let part): "systems.\(part.rawValue)"
    case .statement(let part): "statement.\(part.rawValue)"
    case .reviews(let part): "reviews.\(part.rawValue)"
    case .risks(let part): "risks.\(part.rawValue)"
    case .riskCell(let kind, let likelihood, let impact): "risks.\(kind.rawValue).\(likelihood).\(impact)"
    case .allApprovals: "approvals.all"
    case .approvals(let kind): "approvals.\(FigureName.hyphenated(kind.rawValue))"
    case .staleRecords: "approvals.stale-records"
    case .unapprovedRecords: "approvals.missing"
    case .evidence(let part): "evidence.\(part.rawValue)"
    case .metrics(let level): "metrics.\(level.rawValue)"
    case .lateMetrics: "metrics.late"
    case .coverage(let catalogue, let state): "coverage.\(catalogue).\(state.name)"
    case .coverageTotal(let catalogue): "coverage.\(catalogue).total"
    case .documentedOnly(let catalogue): "coverage.\(catalogue).documented-only"
    case .covering(let catalogue, let item, let kind): "coverage.\(catalogue).\(item).\(kind)"
    case .referring(let catalogue, let item, let kind): "references.\(catalogue).\(item).\(kind)"
    case .related(let catalogue, let other): "crosswalk.\(catalogue).\(other).related"
    case .relatedCovered(let catalogue, let other): "crosswalk.\(catalogue).\(other).covered"
    case .need(let name): "readiness.\(name)"
    case .needTotal(let name): "readiness.\(name).total"
    case .allQuestions: "readiness.questions"
    case .questions(let state): "readiness.\(FigureName.hyphenated(state.rawValue))"
    case .listQuestions(let list): "readiness.\(list).questions"
    case .listComplete(let list): "readiness.\(list).complete-evidence"
    case .diagnostics(let severity): "diagnostics.\(severity.rawValue)"
    case .suppressed: "diagnostics.suppressed"
    case .withoutQuestion: "diagnostics.without-question"
    case .recordsWithError: "records.with-error"
    case .recordsWithWarning: "records.with-warning"
    case .recordsWithout: "records.without"
    }
  }

  private static func hyphenated(_ words: String) -> String { words.split(separator: " ").joined(separator: "-") }
}

extension Coverage.State {
  /// The name of the state in figures.
  fileprivate var name: String {
    switch self {
    case .covered: "covered"
    case .byKind: "by-kind"
    case .byParts: "by-parts"
    case .statementOnly: "statement-only"
    case .referredTo: "referred-to"
    case .planned: "planned"
    case .excluded: "excluded"
    case .uncovered: "uncovered"
    case .group: "group"
    }
  }
}
