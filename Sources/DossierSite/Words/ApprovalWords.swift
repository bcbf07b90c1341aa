import DossierAssessment
import DossierRecords

/// The wording of the page of approvals.
enum ApprovalWords {
  /// States that signatures or commits were not verified. Nil if the whole git history was read.
  static func history(_ extent: RecordHistory.Extent) -> String? {
    switch extent {
    case .unread: "The git history was not read when this site was built, so no signature was verified."
    case .none: extent.remark.map { "\($0) No signature was verified." }
    case .shallow: extent.remark.map { "\($0) Older commits are not used as proof." }
    case .damaged: extent.remark.map { "\($0) No commit is used as proof." }
    case .whole: nil
    }
  }

  static func unapproved(_ figures: Figures) -> FigureText {
    figures.counted(.unapprovedRecords, "record that must have an approval has", "records that must have an approval have")
      + " no valid one."
  }

  /// The counts in one sentence: "12 approvals: 3 proved by a signature, 7 asserted, 2 stale".
  static func summary(_ figures: Figures) -> FigureText {
    let all = figures.counted(.allApprovals, "approval")
    let proved: FigureText = ": \(FigureName.approvals(.proved)) proved by a signature"
    let others = ApprovalStatus.Kind.allCases.filter { $0 != .proved }.map { (FigureName.approvals($0), $0.rawValue) }
    return [all + proved, figures.listed(others)].compactMap(\.self).joined(", ")
  }
}
