/// The common fields that an approval does not cover. An approval covers every other field, the organisation's own fields and
/// the text.
///
/// A change of one of these fields leaves the approvals of a record valid. A change of this list changes the digests of records,
/// so existing approvals can become stale.
package enum ApprovalCoverage {
  /// A field that an approval does not cover.
  package struct Exemption: Sendable, Hashable {
    package let field: String
    /// The reason, as a sentence for reference pages.
    package let reason: String

    init(_ field: String, _ reason: String) { (self.field, self.reason) = (field, reason) }
  }

  package static let exemptions = [
    Exemption("status", "It says whether the record is in use, not what it requires."),
    Exemption("approvals", "An approval does not cover other approvals."),
    Exemption("supersedes", "It says which earlier record the record replaces."),
    Exemption("retired", "It ends the record."),
    Exemption("reviewed", "A review that changes nothing else confirms the approved content."),
    Exemption("next_review", "It says when the next review is due."),
  ]

  /// Whether an approval covers the field of a record.
  package static func covers(_ field: String) -> Bool { !exemptions.contains { $0.field == field } }
}
