/// The wording of model cards.
enum ModelCardWords {
  /// The labels of the first fields, with the names of the fields.
  static let details: [(label: String, field: String)] = [
    ("Version", "version"), ("Origin", "origin"), ("Supplier", "supplier"), ("Owner", "owner"),
    ("Architecture", "architecture"), ("Deployment", "deployment_mode"), ("State", "state"),
  ]

  static func later(_ result: String) -> String { "\(result) (dated after the as-of date)" }

  /// The comparison of a value with its threshold.
  static func words(_ comparison: Threshold) -> String {
    switch comparison {
    case .met: "met"
    case .withoutInterval: "met by the value; no interval"
    case .uncertain: "uncertain: the interval extends beyond the limit"
    case .missed: "not met"
    case .later: "dated after the as-of date"
    case .none: "no threshold stated"
    case .unclear: "not compared"
    }
  }

  /// Sentences about the measured values. The first sentence states how many values are within their limit. The next two
  /// sentences count the values within their limit whose interval extends beyond the limit or is not stated. The last two
  /// sentences count the values that cannot be compared and the values that are dated after the as-of date.
  static func verdict(_ comparisons: [Threshold]) -> String {
    func count(_ states: Threshold...) -> Int { comparisons.count(where: states.contains) }
    let compared = count(.met, .withoutInterval, .uncertain, .missed)
    let later = count(.later)
    let ahead = later > 0 ? " \(Wording.count(later, "value is", "values are")) dated after the as-of date." : ""
    guard compared > 0 else { return "No measured value has a threshold that can be compared." + ahead }
    let uncertain = count(.uncertain)
    let bare = count(.withoutInterval)
    let others = comparisons.count - compared - later
    let sentences = [
      "\(compared - count(.missed)) of \(compared) measured values are within their limit.",
      uncertain > 0 ? "For \(uncertain) of them, the interval extends beyond the limit." : nil,
      bare > 0 ? "For \(bare) of them, no interval is stated." : nil,
      others > 0 ? "\(Wording.count(others, "value has", "values have")) no threshold that can be compared." : nil,
    ]
    return sentences.compactMap { $0 }.joined(separator: " ") + ahead
  }
}
