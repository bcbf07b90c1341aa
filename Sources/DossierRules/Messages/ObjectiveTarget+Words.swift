import DossierRecords

extension ObjectiveTarget {
  /// The target in words: "at least 95 %".
  var words: String {
    let comparison =
      switch comparison {
      case .atLeast: "at least "
      case .atMost: "at most "
      case .equal: ""
      }
    return "\(comparison)\(value) \(unit)"
  }
}
