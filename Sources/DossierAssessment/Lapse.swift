import DossierRecords

/// A reason why a current record proves less than its status says. For example, the evidence has expired, or the record was
/// changed after its approval.
package struct Lapse: Sendable, Hashable {
  /// The field that shows the reason. Nil for a record with errors.
  package let field: String?
  package let reason: Reason

  package enum Reason: String, Sendable, Hashable, CaseIterable {
    case undecoded = "record with errors"
    case changedAfterApproval = "changed after approval"
    case expired
    case notCollected = "not collected yet"
    case fileDiffers = "file differs"
    case notAccepted = "not accepted yet"
    case acceptanceExpired = "acceptance expired"
    case acceptanceOutgrown = "accepted at a lower score"
    case acceptanceUnauthorised = "accepted without authority"
    case contradictsSupplier = "contradicts the record of a supplier"
    case notApproved = "not approved yet"
    case certificateExpired = "certificate expired"
    case notAssessed = "not assessed yet"
    case supplierRejected = "supplier rejected"
  }

  init(_ field: String?, _ reason: Reason) {
    self.field = field
    self.reason = reason
  }
}

extension Assessment {
  /// The lapses of a record. Empty if the record is not current.
  package func lapses(of position: Int) -> [Lapse] {
    guard isCurrent(position) else { return [] }
    let entry = dossier.entries[position]
    var lapses = entry.record == nil || entry.head == nil ? [Lapse(nil, .undecoded)] : []
    if approvals.staleRecord(position) != nil { lapses.append(Lapse("approvals", .changedAfterApproval)) }
    return lapses + [ofKind(position)].compactMap(\.self)
  }

  private func ofKind(_ position: Int) -> Lapse? {
    switch dossier.entries[position].record {
    case is Evidence:
      return switch evidenceStatus(of: position) {
      case .expired?: Lapse("valid_until", .expired)
      case .notCollected?: Lapse("collected", .notCollected)
      case .fileDiffers?: Lapse("file", .fileDiffers)
      case .valid?, .undecoded?, .notEffective?, nil: nil
      }
    case is Risk:
      return switch risk(at: position)?.acceptance {
      case .notYet?: Lapse("acceptance", .notAccepted)
      case .expired?: Lapse("acceptance", .acceptanceExpired)
      case .outgrown?: Lapse("acceptance", .acceptanceOutgrown)
      case .unauthorised?: Lapse("acceptance", .acceptanceUnauthorised)
      case .valid?, .missing?, nil: nil
      }
    case is ControlImplementation:
      let isContradicted = statement.row(ofLine: position)?.responsibility.contradictions.isEmpty == false
      return isContradicted ? Lapse("responsibility", .contradictsSupplier) : nil
    case let training as Training: return asOf.isPast(training.validUntil) ? Lapse("valid_until", .expired) : nil
    case let exception as DossierRecords.Exception:
      if asOf.isPast(exception.until) { return Lapse("until", .expired) }
      return counts(position) && !exceptions.contains(position) ? Lapse("approvals", .notApproved) : nil
    case let programme as Programme:
      return asOf.isPast(programme.certificate?.expires) ? Lapse("certificate", .certificateExpired) : nil
    case let supplier as Supplier:
      guard let written = supplier.assessment else { return nil }
      guard asOf.includes(written.date) else { return Lapse("assessment", .notAssessed) }
      return written.result == .rejected ? Lapse("assessment", .supplierRejected) : nil
    default: return nil
    }
  }
}
