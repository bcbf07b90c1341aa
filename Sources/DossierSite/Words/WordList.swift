import DossierAssessment
import DossierText

/// The words of the program that the site uses, with their definitions, in groups. `docs/assessment.md` has the exact conditions.
struct WordList {
  let groups: [Group]

  struct Group {
    let title: String
    let words: [Word]
  }

  /// A word and its definition. Backquotes in the definition mark code.
  struct Word {
    let id: String
    let word: String
    let definition: String

    init(_ word: String, _ definition: String, id: String? = nil) {
      self.id = id ?? Slug.make(word)
      self.word = word
      self.definition = definition
    }
  }

  static let all = WordList(groups: [
    basics, statuses, evidence, approvals, coverage, risks, measurement, readiness, issues,
  ])

  private static let basics = Group(
    title: "Dates and numbers",
    words: [
      Word(
        "as-of date",
        "The date on which the records are evaluated. Events after this date do not count. A deadline has passed on the day after it."
      ),
      Word(
        "figure",
        "A number that counts records, items, approvals or questions. Each figure has a name and links to the list of its members."
      ),
      Word("member", "A record, item, approval or question that a figure counts."),
      Word(
        "register", "The table of all records of one kind, for example all risks. It also lists drafts and retired records."),
      Word(
        "item", "A clause, control, article, annex or criterion of a framework."),
    ])

  private static let statuses = Group(
    title: "Status of a record",
    words: [
      Word(
        "effective",
        "Used and valid on the as-of date: the record is not a draft, proposed, rejected, closed, superseded or retired, and its date is not after the as-of date."
      ),
      Word("draft, proposed, rejected", "The record states this in `status`. It does not count.", id: "draft"),
      Word("not yet effective", "The date of the record is after the as-of date. It does not count."),
      Word(
        "closed",
        "The record states `status: closed`. A closed event, for example an incident, still counts. Other closed records do not count."
      ),
      Word(
        "retired, superseded",
        "The record is no longer used; a superseded record was replaced by another record. It does not count.",
        id: "retired"),
      Word("status unreadable", "`status` or `retired` of the record cannot be read. It does not count."),
      Word("to count", "A record counts if it is effective, or if it is an event and closed.", id: "counts"),
      Word(
        "current", "A record is current if it is not rejected, superseded or retired. A draft is current, but does not count."),
      Word("in scope", "An AI system that counts and is not declared out of scope."),
      Word("in use", "An AI system in scope that is deployed or in operation, and not only from a later date on."),
    ])

  private static let evidence = Group(
    title: "Evidence and controls",
    words: [
      Word(
        "valid", "Evidence that counts, can be read, has a file with the recorded SHA-256, and has not passed its `valid_until`.",
        id: "valid-evidence"),
      Word(
        "fresh",
        "Valid evidence that is not too old for the control. Its last day is `valid_until`. Without `valid_until`, it is one review cycle of the SoA line after the evidence ends, if the cycle is shorter than a year; otherwise one year after the end of its period. Evidence without period and `valid_until` has no last day."
      ),
      Word("SoA line", "The record that states, for one control, whether it applies, why, and whether it is implemented."),
      Word("applicable, excluded", "The SoA line states whether the control applies.", id: "applicable"),
      Word("implemented, partial, planned, not started", "The SoA line states this. It is not proof.", id: "implemented"),
    ])

  private static let approvals = Group(
    title: "Approvals",
    words: ApprovalStatus.Kind.allCases.map { Word($0.rawValue, "An approval is \($0.rawValue) if \($0.meaning).") } + [
      Word("changed after approval", "No approval with a digest covers the current text of the record."),
      Word(
        "required approval",
        "A record under document control, for example a policy, must have an approval. `dossier.yaml` can demand approvals of other kinds."
      ),
    ])

  private static let coverage = Group(
    title: "Coverage of a framework",
    words: [
      Word(
        "to cover",
        "A record covers an item if the record counts and refers to the item in a field such as `controls` or `implements`. Evidence must be valid. This does not prove that the requirement is fulfilled.",
        id: "covers")
    ] + Coverage.State.allCases.map { Word(CoverageWords.words($0), CoverageWords.definition(of: $0)) } + [
      Word(
        "related",
        "Two items of different frameworks are related if a crosswalk states it, or if both are related to a third item."),
      Word("derived", "A relation through an item of a third framework. It is weaker than a relation that a crosswalk states."),
    ])

  private static let risks = Group(
    title: "Risks",
    words: [
      Word("score", "Likelihood × impact: inherent before treatment, residual after treatment."),
      Word(
        "acceptable",
        "The residual score is not above `risk.acceptable` in `dossier.yaml`. The owner of the system may accept the risk.",
        id: "acceptable-score"),
      Word(
        "tolerable",
        "The residual score is above `risk.acceptable`, but not above `risk.tolerable`. Only a role above the owner may accept the risk.",
        id: "tolerable-score"),
      Word("intolerable", "The residual score is above `risk.tolerable`. No role may accept the risk."),
      Word(
        "valid acceptance",
        "The role may accept the score. The acceptance is not dated later than the as-of date, has not expired, and covers the score."
      ),
    ])

  private static let measurement = Group(
    title: "Reviews and metrics",
    words: [
      Word(
        "overdue",
        "The due date of the review has passed. The due date is `next_review`, or one review cycle after the last review."),
      Word("never reviewed", "No review is on record, and the first review is overdue or has no due date."),
      Word(
        "late reading",
        "More than three quarters of a period have passed since the next reading was due. The state of such a metric is a state of the past."
      ),
      Word("reaches a limit", "The reading is equal to the limit or beyond it in the bad direction.", id: "limit"),
      Word(
        "within limits, at the warning limit, at the failure limit",
        "The latest reading of each group decides. A metric is within its limits only since all of its groups are.",
        id: "within-limits"),
    ])

  private static let readiness = Group(
    title: "Readiness",
    words: Readiness.State.allCases.map { state in
      Word(state.rawValue, "A question of the readiness page has this state if \(ReadinessWords.meaning(of: state)).")
    })

  private static let issues = Group(
    title: "Issues to fix",
    words: [
      Word(
        "issue to fix, diagnostic", "A rule of the program that a record breaks, with an explanation and a next step.",
        id: "issue"),
      Word(
        "error, warning, note",
        "The severity of an issue: an error must be fixed, a warning needs a decision, a note is information.",
        id: "severity"),
      Word("exception", "A record that allows other records to break a rule until a date, with a reason and an approving role."),
      Word("baseline", "The list of the issues that are already known. Only new issues count."),
    ])
}
