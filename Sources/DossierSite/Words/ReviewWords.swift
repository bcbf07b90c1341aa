import DossierAssessment
import DossierText

/// The wording of the status of a review. A record that was never reviewed is not called overdue, because the figures count
/// the two cases separately.
enum ReviewWords {
  /// The badge for the status of a review. Nil for a review that is up to date.
  static func badge(_ status: Reviews.Status) -> String? {
    switch status {
    case .upToDate: nil
    case .overdue: "overdue"
    case .neverReviewed: "never reviewed"
    }
  }

  /// The badge in a register, where the word needs its noun.
  static func registerBadge(_ status: Reviews.Status) -> String? {
    badge(status).map { status == .overdue ? "review \($0)" : $0 }
  }

  static func notice(_ status: Reviews.Status, due: CivilDate, _ site: Site) -> String {
    let day = Wording.long(due)
    return status == .neverReviewed
      ? "This record was never reviewed. Its first review was due on \(day)."
      : "The review of this record was due on \(day). It is overdue as of \(Wording.long(site.asOf))."
  }
}
