import DossierAssessment
import DossierRecords
import DossierText

/// A topic of the readiness questions, with its rules and needs. Several questions may share a topic.
struct ReadinessTopic: Sendable {
  /// Clauses and controls of ISO/IEC 42001.
  let clauses: [String]
  /// The rules that are only about this topic. Rules about records of many kinds are in `ReadinessTopic.everywhere`.
  let rules: [RuleID]
  /// The parts of the evidence that auditors expect for this topic.
  let needs: [ReadinessNeed]
  /// The reasons why the topic cannot be evaluated in full on the as-of date. Empty if there are none.
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

  /// Rules about records of many kinds. Their diagnostics belong to a question if they are about a record that was counted for
  /// the question. Errors of any other rule about such a record also belong to the question.
  static let everywhere: Set<RuleID> = [
    .actionOverdue, .approvalLapsed, .approvalStale, .approvalUnbound, .approvedAfterEffective, .approverIsOwner,
    .approverRetired, .approverVacant, .approverWithoutAuthority, .citationTitle, .closedBeforeDone, .datesOutOfOrder,
    .deepCitation, .documentUnapproved, .documentUncontrolled,
    .evidenceAfterDecision, .neverReviewed, .oneSidedLink, .orphanRecord, .placeholderText, .referenceNotEffective,
    .retiredReference, .reviewDateMoved, .reviewDueSoon, .reviewOverdue, .reviewUndefined, .supersededReference,
    .suspectDependants, .textMissing, .vagueCommitment,
  ]
}

/// One question and the topics that an answer must cover.
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

  /// The values without repetitions, in the order of their first occurrence.
  private static func once<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }
}

/// A list of related questions.
struct ReadinessList: Sendable {
  let id: String
  let title: String
  let lead: String
  let questions: [ReadinessQuestion]
}
