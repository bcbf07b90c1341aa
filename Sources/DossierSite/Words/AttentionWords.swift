import DossierAssessment
import DossierRecords

/// The wording of the list of items that need attention. Each item is a clause.
enum AttentionWords {
  // Clauses for an empty list: what was checked.
  static let noError = "there is no error"
  static let noStaleApproval = "no approval is stale"
  static let noMissingAcceptance = "no risk lacks a required acceptance"
  static let freshEvidence = "each implemented control with evidence has fresh evidence"
  static let noMetric = "no metric is at a limit"
  static let noAction = "no action is overdue"
  static let noReview = "no review is overdue"

  static let staleEvidence = "the control is implemented, but none of its evidence is fresh"
  static let reachesLimit = "reaches a limit"
  static let neverReviewed = "never reviewed"

  static func intolerable(score: Int, limit: Int) -> String {
    "a score of \(score) is above \(limit), the highest score that may be accepted"
  }

  static func breach(_ breach: Breach, isFailure: Bool) -> String {
    let group = breach.reading.group.map { " for \($0)" } ?? ""
    let limit = isFailure ? "the failure limit" : "the warning limit"
    return "\(breach.reading.text)\(group) on \(Wording.long(breach.reading.date)) reaches \(limit) of \(breach.limit)"
  }

  /// `isOfReview` states whether the action is one of the actions of a management review. `due` is a date in words.
  static func action(isOfReview: Bool, due: String) -> String {
    let subject = isOfReview ? "an action of the review" : "the action"
    return "\(subject) was due on \(due) and is not done"
  }

  static func target(_ date: String) -> String {
    "the target date \(date) has passed, and the control is not implemented"
  }

  static func review(_ status: Reviews.Status, due: String) -> String {
    status == .neverReviewed ? "never reviewed; the first review was due on \(due)" : "the review was due on \(due)"
  }

  /// The reason why the acceptance of a risk does not cover it. `limit` is the highest acceptable score.
  static func acceptance(_ state: RiskState?, limit: Int) -> String {
    guard let state else { return "not accepted" }
    return switch state.acceptance {
    case .expired(let until): "the acceptance ended on \(Wording.long(until)); the score is \(state.score)"
    case .outgrown(let accepted): "accepted at a score of \(accepted); the score is now \(state.score)"
    case .unauthorised(let reason): "the acceptance does not count: \(RiskWords.words(reason))"
    case .notYet(let date): "a score of \(state.score); the acceptance is dated \(Wording.long(date))"
    case .missing, .valid: "a score of \(state.score) is above \(limit) and not accepted"
    }
  }
}
