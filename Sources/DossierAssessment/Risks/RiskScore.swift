package import DossierRecords

/// The likelihood and impact of a risk, read from one field of the record.
///
/// The field is read on its own: a record with an error in another field still has a score.
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

  /// Nil where one of the two numbers is missing.
  package init?(_ members: [FieldContent.Member]) {
    func number(_ name: String) -> Int? {
      guard case .integer(let value)? = members.first(where: { $0.name == name })?.content else { return nil }
      return value
    }
    guard let likelihood = number("likelihood"), let impact = number("impact") else { return nil }
    self.init(likelihood: likelihood, impact: impact)
  }

  /// The score in `inherent` or `residual` of a risk. Nil where the field is missing or cannot be read.
  package init?(of entry: Entry, _ field: String) {
    guard case .mapping(let members)? = entry.field(field)?.content else { return nil }
    self.init(members)
  }
}
