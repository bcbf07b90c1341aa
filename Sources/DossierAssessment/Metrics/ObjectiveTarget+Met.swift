package import DossierRecords

extension ObjectiveTarget {
  /// Whether a reading meets the target.
  package func isMet(by reading: Double) -> Bool {
    switch comparison {
    case .atLeast: reading >= value.value
    case .atMost: reading <= value.value
    case .equal: reading == value.value
    }
  }
}
