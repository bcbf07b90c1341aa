import DossierAssessment
import DossierRecords
import DossierText

/// Something one can be ready to show, and what it rests on. Several questions may ask for the same.
struct ReadinessTopic: Sendable {
  /// Clauses and controls of ISO/IEC 42001.
  let clauses: [String]
  /// Rules that speak of it, wherever they say something. Rules on many kinds are in `ReadinessTopic.everywhere` instead.
  let rules: [RuleID]
  /// What must be on record, part by part.
  let needs: [ReadinessNeed]
  /// Why it cannot be judged in full on a day.
  let doubts: @Sendable (Assessment) -> [String]

  init(
    _ clauses: [String], rules: [RuleID], needs: [ReadinessNeed],
    doubts: @escaping @Sendable (Assessment) -> [String] = { _ in [] }
  ) {
    self.clauses = clauses
    self.rules = rules
    self.needs = needs
    self.doubts = doubts
  }

  /// Rules that speak of records of many kinds: they count for a question where they speak of a record that was counted for it. So does
  /// every error, whatever its rule.
  static let everywhere: Set<RuleID> = [
    .actionOverdue, .approvalLapsed, .approvalStale, .approvalUnbound, .approvedAfterEffective, .approverIsOwner,
    .approverRetired, .approverVacant, .approverWithoutAuthority, .citationTitle, .closedBeforeDone, .datesOutOfOrder,
    .documentUnapproved, .documentUncontrolled,
    .evidenceAfterDecision, .neverReviewed, .oneSidedLink, .orphanRecord, .placeholderText, .retiredReference, .reviewDateMoved,
    .reviewDueSoon, .reviewOverdue, .reviewUndefined, .supersededReference, .suspectDependants, .textMissing, .vagueCommitment,
  ]
}

/// One question and the topics an answer has to show.
struct ReadinessQuestion: Sendable {
  let id: String
  let question: String
  let topics: [ReadinessTopic]

  init(_ id: String, _ question: String, _ topics: ReadinessTopic...) {
    self.id = id
    self.question = question
    self.topics = topics
  }

  var clauses: [String] { ReadinessQuestion.once(topics.flatMap(\.clauses)) }
  var rules: [RuleID] { ReadinessQuestion.once(topics.flatMap(\.rules)) }
  var needs: [ReadinessNeed] { topics.flatMap(\.needs) }
  var kinds: [String] { ReadinessQuestion.once(needs.flatMap(\.kinds)) }

  /// Each the first time only.
  private static func once<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}

/// Questions that are asked together.
struct ReadinessList: Sendable {
  let id: String
  let title: String
  let lead: String
  let questions: [ReadinessQuestion]
}
