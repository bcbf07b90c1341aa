package import DossierRecords
package import DossierText

/// A reference from a record that counts to a record on which it relies, but which is not effective on the as-of date.
package struct IneffectiveReference: Sendable {
  package let edge: ReferenceGraph.Edge
  /// The position of the record that is not effective.
  package let target: Int
  package let reason: Reason

  /// Why the record is not effective. Retired and superseded records are not included, because they were effective earlier.
  package enum Reason: Sendable, Hashable {
    case draft, proposed, rejected
    /// The record takes effect on this date, which is after the as-of date.
    case effectiveFrom(CivilDate)
    /// The record is a closed document, so it no longer says what is true.
    case closed
  }
}

extension DatedDossier {
  /// The references to records that are not effective yet, were rejected or are closed, in the order of the reference graph.
  ///
  /// - Included are `effectiveReferences`, and references in which an event relies on evidence or on an assessment.
  /// - A system that is not in use and a control that is not implemented may rely on drafts, because they describe plans.
  /// - References to AI systems are left out, because risks and metrics also describe planned systems.
  /// - Closed data sets are left out: models still state which data they were trained on. Events may rely on closed records,
  ///   because the records were effective when the event happened.
  /// - Events after the as-of date are left out. If the as-of date is in the past, they took place later.
  package var ineffectiveReferences: [IneffectiveReference] {
    dossier.graph.edges.compactMap { edge in
      guard case .entry(let origin) = edge.origin, case .entry(let target) = edge.target, reliesOnTarget(edge),
        dossier.entries[target].kind.name != AISystem.name, let reason = reason(of: target),
        reason != .closed || !dossier.entries[origin].isEvent
      else { return nil }
      return IneffectiveReference(edge: edge, target: target, reason: reason)
    }
  }

  private func reliesOnTarget(_ edge: ReferenceGraph.Edge) -> Bool {
    (isEffective(edge) && statesWhatIsInPlace(edge.origin)) || isFromEventToProof(edge)
  }

  /// Whether an event refers to its evidence or to an assessment.
  private func isFromEventToProof(_ edge: ReferenceGraph.Edge) -> Bool {
    guard edge.site.expectation == .record([Evidence.name]) || edge.site.field == "assessed_in",
      case .entry(let origin) = edge.origin, case .entry(let target) = edge.target, origin != target
    else { return false }
    return dossier.entries[origin].isEvent && counts(origin)
  }

  private func statesWhatIsInPlace(_ origin: ReferenceGraph.Origin) -> Bool {
    guard case .entry(let position) = origin else { return false }
    let entry = dossier.entries[position]
    return switch entry.record {
    case let system as AISystem: system.isInUse(asOf)
    case let line as ControlImplementation: line.applicable && line.implementation == .implemented
    // A system or line with errors may describe a plan.
    case nil: entry.kind.name != AISystem.name && entry.kind.name != ControlImplementation.name
    default: true
    }
  }

  private func reason(of target: Int) -> IneffectiveReference.Reason? {
    let entry = dossier.entries[target]
    return switch status(of: target) {
    case .draft: .draft
    case .proposed: .proposed
    case .rejected: .rejected
    case .notYetEffective: entry.isEvent ? nil : entry.date.map { .effectiveFrom($0) }
    case .closed: entry.isEvent || entry.kind.name == Dataset.name ? nil : .closed
    case .effective, .superseded, .retired, .unreadable: nil
    }
  }
}
