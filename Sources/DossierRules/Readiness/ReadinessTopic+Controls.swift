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
      ) { dossier, day in
        let lines = ApplicabilityLines(dossier, on: day)
        let controls = dossier.catalogues.enumerated().filter { $1.name == CatalogueLibrary.defaultName }.flatMap {
          at, catalogue in
          catalogue.items.indices.filter { catalogue.items[$0].kind == .control }.map {
            ReferenceGraph.Target.item(catalogue: at, item: $0)
          }
        }
        let answered = controls.filter { lines.line(for: $0) != nil }
        return ReadinessNeed.Tally(
          answered: answered, lacking: controls.filter { lines.line(for: $0) == nil },
          evidence: answered.compactMap { target in
            lines.line(for: target).flatMap { dossier.position(of: $0.entry.id) }.map { .entry($0) }
          })
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
        of: { dossier, day in
          dossier.standing(ControlImplementation.self, on: day).filter { $0.record.applicable }.map(\.position)
        },
        answer: { dossier, position, _ in
          (dossier.entries[position].record as? ControlImplementation)?.implementation == .implemented ? [position] : nil
        }),
      ReadinessNeed(
        label: "implemented controls with evidence that is valid on the day", kinds: [Evidence.name],
        next: "collect fresh evidence and name it in the control's line (`dossier new evidence`)"
      ) { dossier, day in
        let lines = ApplicabilityLines(dossier, on: day)
        return ReadinessNeed.each(
          "", kinds: [], next: "",
          of: { dossier, day in
            dossier.standing(ControlImplementation.self, on: day).filter {
              $0.record.applicable && $0.record.implementation == .implemented
            }.map(\.position)
          },
          answer: { _, position, day in
            lines.evidence(for: position).filter { $0.record.validUntil.map { $0 >= day } ?? true }.map(\.position).answer
          }
        ).tally(dossier, day)
      },
    ])
}
