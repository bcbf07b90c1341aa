import DossierAssessment
import DossierRecords
import DossierText

/// The title of a figure, and a sentence that defines it.
struct FigureWords {
  let title: String
  let definition: String
  /// The figure of which this figure is a part, such as the total. Nil if this figure is not part of another figure.
  let whole: FigureName?

  private init(_ title: String, _ definition: String, of whole: FigureName? = nil) {
    // Titles contain no backquotes, because `<title>` and `aria-label` can show only plain text.
    self.title = title.filter { $0 != "`" }
    self.definition = definition
    self.whole = whole
  }

  init(_ site: Site, _ name: FigureName) {
    self =
      switch name {
      case .allRecords: FigureWords("All records", "Every record, whatever its status.")
      case .records(let kind):
        FigureWords(site.plural(ofKind: kind), "Every record of this kind, whatever its status.", of: .allRecords)
      case .status(let status):
        FigureWords("Records: \(StatusWords.words(status))", "Records with this status on the as-of date.", of: .allRecords)
      case .systems(let part): FigureWords(part)
      case .statement(let part): FigureWords(part)
      case .reviews(let part): FigureWords(part)
      case .risks(let part): FigureWords(part, site)
      case .riskCell(let kind, let likelihood, let impact):
        FigureWords(
          "Risks with likelihood \(likelihood) and impact \(impact) (\(kind.rawValue))",
          "Risks that count and whose \(kind.rawValue) score is \(likelihood) × \(impact) = \(likelihood * impact).",
          of: .risks(.all))
      case .allApprovals: FigureWords("All approvals", "Every approval of every record.")
      case .approvals(let kind):
        FigureWords("Approvals: \(kind.rawValue)", FigureWords.definition(of: kind), of: .allApprovals)
      case .staleRecords:
        FigureWords(
          "Records changed after approval",
          "Current records that changed after their approval: every approval with a digest covers an earlier text.",
          of: .allRecords)
      case .unapprovedRecords:
        FigureWords(
          "Records without a required approval",
          "Records that count, must have an approval, and have no valid one. Documents under document control must have one, and the records for which `dossier.yaml` demands it.",
          of: .allRecords)
      case .evidence(let part): FigureWords(part)
      case .metrics(let level):
        FigureWords(
          "Metrics that reach their \(level == .fail ? "failure" : "warning") limit",
          "Metrics that count, if the latest reading of at least one group reaches this limit.", of: .records(ofKind: Metric.name)
        )
      case .lateMetrics:
        FigureWords(
          "Metrics without a recent reading",
          "Metrics that count, if the latest reading of at least one group is too old for the frequency of the metric.",
          of: .records(ofKind: Metric.name))
      case .coverage(let catalogue, let state):
        FigureWords(
          "\(site.short(catalogue)): \(CoverageWords.words(state))", CoverageWords.definition(of: state),
          of: .coverageTotal(catalogue: catalogue))
      case .coverageTotal(let catalogue):
        FigureWords(
          "\(site.short(catalogue)): items that can be covered",
          "Items of this framework that are not withdrawn and are not only groups of other items.")
      case .documentedOnly(let catalogue):
        FigureWords(
          "\(site.short(catalogue)): covered by documents only",
          "Items that are covered, and that only controlled documents cover. No other record covers the item or a part of it.",
          of: .coverage(catalogue: catalogue, .covered))
      case .covering(let catalogue, let item, let kind):
        FigureWords(
          "\(site.plural(ofKind: kind)) that cover \(site.short(catalogue)) \(item)",
          "Records of this kind that count and cover the item. Evidence must also be valid.",
          of: .referring(catalogue: catalogue, item: item, kind: kind))
      case .referring(let catalogue, let item, let kind):
        FigureWords(
          "\(site.plural(ofKind: kind)) that refer to \(site.short(catalogue)) \(item)",
          "Records of this kind that refer to the item in a field or in their text, whatever their status.",
          of: .records(ofKind: kind))
      case .related(let catalogue, let other):
        FigureWords(
          "\(site.short(catalogue)): items related to \(site.short(other))",
          "Items that are related to an item of \(site.short(other)), directly or through a third framework.",
          of: .coverageTotal(catalogue: catalogue))
      case .relatedCovered(let catalogue, let other):
        FigureWords(
          "\(site.short(catalogue)): items with a covered item of \(site.short(other))",
          "Items for which a record covers at least one related item of \(site.short(other)).",
          of: .related(catalogue: catalogue, other: other))
      case .need(let need):
        FigureWords(
          MeasureWords.title(of: need),
          "The records or items that fulfil this part of the readiness page: “\(site.label(ofNeed: need))”.", of: .needTotal(need)
        )
      case .needTotal(let need):
        FigureWords(
          MeasureWords.totalTitle(of: need),
          "The records or items that this part of the readiness page counts: “\(site.label(ofNeed: need))”.")
      case .allQuestions: FigureWords("All questions", "Every question of the readiness page.")
      case .questions(let state):
        FigureWords(
          "Questions: \(state.rawValue)",
          "Questions of the readiness page with this state: \(ReadinessWords.meaning(of: state)).",
          of: .allQuestions)
      case .listQuestions(let list):
        FigureWords(
          "Questions: \(site.title(ofList: list))", "Every question of this list of the readiness page.", of: .allQuestions)
      case .listComplete(let list):
        FigureWords(
          "Questions with complete evidence: \(site.title(ofList: list))",
          "Questions of this list of the readiness page: \(ReadinessWords.meaning(of: .completeEvidence)).",
          of: .listQuestions(list))
      case .diagnostics(let severity): FigureWords("\(SiteWords.issues): \(severity.rawValue)", "Diagnostics of this severity.")
      case .suppressed: FigureWords(SiteWords.suppressed, "Diagnostics that an exception or the baseline suppresses.")
      case .withoutQuestion:
        FigureWords(
          "\(SiteWords.issues) without a question",
          "Errors and warnings that belong to no question of the readiness page, also those that are lowered to a note.")
      case .recordsWithError:
        FigureWords("Records with an error", "Records with at least one open error.", of: .allRecords)
      case .recordsWithWarning:
        FigureWords("Records with a warning", "Records with at least one open warning.", of: .allRecords)
      case .recordsWithout:
        FigureWords(
          "Records without an error or warning", "Records with neither an open error nor an open warning.", of: .allRecords)
      }
  }

  private init(_ part: FigureName.SystemsPart) {
    self =
      switch part {
      case .inScope:
        FigureWords(
          "AI systems in scope", "AI systems that count and are not declared out of scope.", of: .records(ofKind: AISystem.name))
      case .inUse:
        FigureWords(
          "AI systems in use",
          "AI systems in scope that are in deployment or operation, with no deployment date after the as-of date.",
          of: .systems(.inScope))
      }
  }

  private init(_ part: FigureName.StatementPart) {
    self =
      switch part {
      case .controls: FigureWords("Controls", "Every control of ISO/IEC 42001 Annex A.")
      case .applicable:
        FigureWords("Applicable controls", "Controls that apply according to their SoA line.", of: .statement(.controls))
      case .excluded:
        FigureWords("Excluded controls", "Controls that do not apply according to their SoA line.", of: .statement(.controls))
      case .undecided:
        FigureWords(
          "Controls without a decision", "Controls without an SoA line that counts and can be read.", of: .statement(.controls))
      case .implemented: FigureWords(implementation: "implemented")
      case .partial: FigureWords(implementation: "partial")
      case .planned: FigureWords(implementation: "planned")
      case .notStarted: FigureWords(implementation: "not started")
      case .freshEvidence:
        FigureWords(
          "Implemented controls with fresh evidence",
          "Implemented controls with evidence that is valid and not too old for the control.", of: .statement(.implemented))
      case .staleEvidence:
        FigureWords(
          "Implemented controls whose evidence is not fresh",
          "Implemented controls that have evidence, but no fresh evidence.", of: .statement(.implemented))
      case .noEvidence:
        FigureWords(
          "Implemented controls without evidence", "Implemented controls that have no evidence.", of: .statement(.implemented))
      case .otherEvidence:
        FigureWords(
          "Other controls with evidence",
          "Applicable controls that are partial, planned or not started and have evidence. The evidence does not show that the control is in place.",
          of: .statement(.applicable))
      }
  }

  private init(implementation word: String) {
    self.init(
      "Applicable controls: \(word)", "Applicable controls whose SoA line states the implementation “\(word)”.",
      of: .statement(.applicable))
  }

  private static func definition(of kind: ApprovalStatus.Kind) -> String {
    switch kind {
    case .proved: "Approvals of the current record that are proved by a signed commit or tag."
    case .asserted: "Approvals of the current record without a signature that proves who gave them."
    case .stale: "Approvals of an earlier text. The record has changed since."
    case .lapsed: "Approvals that have expired, or whose role may no longer approve the record."
    case .superseded: "Earlier approvals, because the same role approved the record again."
    case .notYet: "Approvals that are dated after the as-of date."
    }
  }

  private init(_ part: FigureName.ReviewsPart) {
    self =
      switch part {
      case .all:
        FigureWords(
          "Records under review", "Effective records that state a review cycle or the date of the next review.", of: .allRecords)
      case .upToDate: FigureWords("Reviews up to date", "The due date of the review has not passed.", of: .reviews(.all))
      case .overdue:
        FigureWords(
          "Overdue reviews", "The due date has passed. The record was reviewed before, or its next review is set.",
          of: .reviews(.all))
      case .never:
        FigureWords(
          "Never reviewed", "No review is on record, and the first one is overdue or has no due date.", of: .reviews(.all))
      }
  }

  private init(_ part: FigureName.RisksPart, _ site: Site) {
    let limit = site.facts.appetite.acceptable.map(String.init) ?? "not stated"
    self =
      switch part {
      case .all:
        FigureWords(
          "Risks that count", "Risks that are effective, whether or not they have a score.", of: .records(ofKind: Risk.name))
      case .acceptable:
        FigureWords(
          "Risks with an acceptable score",
          "Risks with a score up to the acceptable score, \(limit). Without a residual score, the inherent score is used.",
          of: .risks(.all))
      case .above:
        FigureWords(
          "Risks above the acceptable score",
          "Risks with a score above the acceptable score, \(limit). Without a residual score, the inherent score is used.",
          of: .risks(.all))
      case .unscored:
        FigureWords("Risks without a residual score", "Risks without a residual score that can be read.", of: .risks(.all))
      case .notAccepted:
        FigureWords(
          "Risks above the acceptable score without a valid acceptance",
          "Risks above the acceptable score that no valid acceptance covers.", of: .risks(.above))
      }
  }

  private init(_ part: FigureName.EvidencePart) {
    let all = FigureName.evidence(.all)
    self =
      switch part {
      case .all: FigureWords("Evidence", "Every record of evidence, whatever its status.")
      case .valid: FigureWords("Valid evidence", "Evidence that counts, has not expired, and has an unchanged file.", of: all)
      case .expired: FigureWords("Expired evidence", "Evidence whose last valid day has passed.", of: all)
      case .notCollected: FigureWords("Evidence not collected yet", "Evidence collected after the as-of date.", of: all)
      case .fileDiffers:
        FigureWords("Evidence with another file", "Evidence whose file does not have the recorded SHA-256.", of: all)
      case .undecoded: FigureWords("Evidence with errors", "Evidence that counts but could not be read completely.", of: all)
      case .notEffective:
        FigureWords("Evidence that does not count", "Evidence that its status excludes, for example drafts.", of: all)
      }
  }
}

extension Site {
  fileprivate func plural(ofKind name: String) -> String { kindPosition(name).map { dossier.kinds[$0].plural } ?? name }

  fileprivate func short(_ catalogue: String) -> String { dossier.catalogue(catalogue)?.short ?? catalogue }

  fileprivate func title(ofList id: String) -> String { readiness?.lists.first { $0.id == id }?.title ?? id }

  fileprivate func label(ofNeed name: String) -> String {
    let counts = readiness?.lists.lazy.flatMap(\.answers).flatMap(\.counts)
    return counts?.first { $0.measure == name }?.label ?? name
  }
}
