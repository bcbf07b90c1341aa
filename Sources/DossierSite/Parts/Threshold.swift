import DossierRecords

/// Whether a measured value meets what was required, as far as that can be told from the words.
enum Threshold: Sendable, Equatable {
  case met, missed
  /// Nothing was required.
  case none
  /// The words hold more than one comparison with a number in the same unit.
  case unclear

  var words: String {
    switch self {
    case .met: "met"
    case .missed: "not met"
    case .none: "no threshold stated"
    case .unclear: "to be judged by reading"
    }
  }

  var tone: Tone {
    switch self {
    case .met: .good
    case .missed: .poor
    case .none, .unclear: .plain
    }
  }

  /// Reads `>= 0.78`, `at most 2 %`, `≤ 0.015; …`.
  static func judge(_ value: Decimal, unit: String?, _ text: String?) -> Threshold {
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
    // A second comparison, or a number in another unit, is for a reader.
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
