import DossierRecords

/// The result of comparing a measured value with its threshold. A threshold is free text, so some thresholds cannot be compared.
enum Threshold: Sendable, Equatable {
  /// The value and its complete interval are within the limit.
  case met
  /// The value is within the limit. The interval is missing, or is written in a form that cannot be compared.
  case withoutInterval
  /// The value is within the limit, but its interval extends beyond the limit.
  case uncertain
  case missed
  /// The value is dated after the as-of date, so it does not count yet.
  case later
  /// There is no threshold.
  case none
  /// The value cannot be compared with the threshold. A comparable threshold is exactly one comparison with a number in the unit
  /// of the value.
  case unclear

  var tone: Tone {
    switch self {
    case .met: .good
    case .missed: .poor
    case .uncertain: .fair
    case .withoutInterval, .later, .none, .unclear: .plain
    }
  }

  /// A threshold for readers, with the usual signs: `>= 0.78` as `≥ 0.78`.
  static func shown(_ text: String) -> String {
    for (written, sign) in [(">=", "≥"), ("<=", "≤")] where text.hasPrefix(written) {
      return sign + text.dropFirst(written.count)
    }
    return text
  }

  /// Compares a value and its interval with a threshold.
  static func compare(_ value: Decimal, unit: String?, _ required: String?, interval: String?) -> Threshold {
    let own = compare(value, unit: unit, required)
    guard own == .met else { return own }
    guard let ends = interval.flatMap(ends) else { return .withoutInterval }
    return ends.allSatisfy { compare($0, unit: unit, required) == .met } ? .met : .uncertain
  }

  /// The two ends of an interval: `0.79 to 0.83 (95 %)`, `90.0–96.1`. Nil if the interval is written in another form.
  static func ends(_ interval: String) -> [Decimal]? {
    var rest = interval.unicodeScalars[...]
    func number() -> Decimal? {
      rest = rest.drop { $0 == " " || $0 == "[" || $0 == "(" }
      let sign = rest.first == "-" ? "-" : ""
      rest = rest.dropFirst(sign.count)
      let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." }
      rest = rest.dropFirst(digits.count).drop { $0 == " " || $0 == "%" }
      return Decimal(sign + String(String.UnicodeScalarView(digits)))
    }
    guard let low = number() else { return nil }
    for word in ["to", "–", "-", "..", ",", "…"] where rest.starts(with: word.unicodeScalars) {
      rest = rest.dropFirst(word.unicodeScalars.count)
      guard let high = number(), low.value <= high.value else { return nil }
      return [low, high]
    }
    return nil
  }

  /// Compares a value with a threshold such as `>= 0.78`, `at most 2 %` or `≤ 0.015; …`.
  static func compare(_ value: Decimal, unit: String?, _ text: String?) -> Threshold {
    guard let text else { return .none }
    var rest = text.unicodeScalars.drop { $0 == " " }[...]
    var comparison: ((Double, Double) -> Bool)?
    let forms: [(String, (Double, Double) -> Bool)] = [
      (">=", { $0 >= $1 }), ("<=", { $0 <= $1 }), ("≥", { $0 >= $1 }), ("≤", { $0 <= $1 }), (">", { $0 > $1 }),
      ("<", { $0 < $1 }),
      ("at least", { $0 >= $1 }), ("at most", { $0 <= $1 }), ("=", { $0 == $1 }),
    ]
    for (word, form) in forms where rest.starts(with: word.unicodeScalars) {
      comparison = form
      rest = rest.dropFirst(word.unicodeScalars.count)
      break
    }
    guard let comparison else { return .unclear }
    rest = rest.drop { $0 == " " }
    let digits = rest.prefix { ("0"..."9").contains($0) || $0 == "." || $0 == "-" }
    guard let limit = Decimal(String(String.UnicodeScalarView(digits))) else { return .unclear }
    rest = rest.dropFirst(digits.count).drop { $0 == " " }
    // A second comparison or a number in another unit cannot be compared automatically.
    let words = String(String.UnicodeScalarView(rest))
    if words.unicodeScalars.contains(where: { "<>=≤≥,".unicodeScalars.contains($0) }) || words.contains(" and ")
      || words.contains(" or ")
    {
      return .unclear
    }
    if rest.first == "%" || unit == "%" {
      guard rest.first == "%" || rest.isEmpty || rest.first == ";", unit == "%" else { return .unclear }
    }
    if let first = rest.first, ("0"..."9").contains(first) || first == "e" || first == "x" || first == "×" { return .unclear }
    return comparison(value.value, limit.value) ? .met : .missed
  }
}
