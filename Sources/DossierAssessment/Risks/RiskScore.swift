package import DossierRecords

/// The likelihood and impact of a risk, read from one field of the record.
///
/// Only this field is read, so a record with an error in another field still has a score.
package struct RiskScore: Hashable, Sendable {
  package let likelihood: Int
  package let impact: Int

  package init(likelihood: Int, impact: Int) {
    self.likelihood = likelihood
    self.impact = impact
  }

  package var value: Int { likelihood * impact }

  /// Whether likelihood and impact are both from 1 to 5.
  package var isOnScale: Bool { (1...5).contains(likelihood) && (1...5).contains(impact) }

  /// Reads the score from the members of a field. Nil if `likelihood` or `impact` is missing or is not an integer.
  package init?(_ members: [FieldContent.Member]) {
    func number(_ name: String) -> Int? {
      guard case .integer(let value)? = members.first(where: { $0.name == name })?.content else { return nil }
      return value
    }
    guard let likelihood = number("likelihood"), let impact = number("impact") else { return nil }
    self.init(likelihood: likelihood, impact: impact)
  }

  /// Reads the score from `field`, which is `inherent` or `residual`. Nil if the field is missing or cannot be read.
  package init?(of entry: Entry, _ field: String) {
    guard case .mapping(let members)? = entry.field(field)?.content else { return nil }
    self.init(members)
  }
}
