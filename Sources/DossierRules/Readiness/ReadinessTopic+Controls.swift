import DossierAssessment
import DossierRecords
import DossierText

/// Controls: what the Statement of Applicability says of them, and what is in place.
extension ReadinessTopic {
  static let statement = ReadinessTopic(
    ["6.1.3"],
    rules: [
      .controlDriverMissing, .controlOwnerMissing, .controlUnanswered, .duplicateImplementation, .exclusionContradicted,
      .exclusionUnjustified, .excludedControlInUse, .inclusionUnjustified, .lineWithoutControl, .responsibilityContradicted,
    ],
    needs: [
      ReadinessNeed(
        label: "controls of Annex A with a line that says whether they apply and why", kinds: [ControlImplementation.name],
        next: "say of each control whether it applies and why (`dossier new control-implementation`)"
      ) { facts in
        func target(_ row: StatementOfApplicability.Row) -> ReferenceGraph.Target {
          .item(catalogue: row.catalogue, item: row.item)
        }
        let rows = facts.statement.rows
        return ReadinessNeed.Tally(
          answered: rows.filter { $0.implementation != nil }.map(target),
          lacking: rows.filter { $0.implementation == nil }.map(target),
          evidence: rows.compactMap { $0.implementation.map { .entry($0) } })
      }
    ])

  static let controls = ReadinessTopic(
    ["6.1.3", "8.1", "8.3"],
    rules: [
      .controlEffectUnchecked, .controlWithoutMeasure, .evidenceExpired, .evidenceMissing, .evidenceNowhere,
      .evidencePeriodLapsed,
      .evidenceSelfReviewed, .evidenceStale, .evidenceUnseen, .evidenceWithoutDigest, .targetMissing, .targetPassed,
      .treatmentNotInPlace, .treatmentWithoutEvidence,
    ],
    needs: [
      .each(
        "controls that apply and are implemented", kinds: [ControlImplementation.name],
        next: "implement the control by its day, or say in its line where it stands",
        of: { facts in
          facts.records(ControlImplementation.self).filter { $0.record.applicable }.map(\.position)
        },
        answer: { facts, position in
          (facts.dossier.entries[position].record as? ControlImplementation)?.implementation == .implemented ? [position] : nil
        }),
      .each(
        "implemented controls with evidence that is valid on the day", kinds: [Evidence.name],
        next: "collect fresh evidence and name it in the control's line (`dossier new evidence`)",
        of: { facts in
          facts.statement.rows.filter { $0.isApplicable == true && $0.record?.implementation == .implemented }
            .compactMap(\.implementation).sorted()
        },
        answer: { facts, position in
          facts.statement.rows.first { $0.implementation == position }?.evidence.items.filter(\.isFresh).map(\.position).answer
        }),
    ])
}
