/// The controls of Annex A of ISO/IEC 27001:2013. The edition of 2022 has other numbers.
enum Edition2013 {
  /// For each number of a section, how many controls each of its groups has. Facts about numbers only; no text of the standard.
  private static let controls: [Int: [Int]] = [
    5: [2], 6: [5, 2], 7: [2, 3, 1], 8: [4, 3, 3], 9: [2, 6, 1, 5], 10: [2], 11: [6, 9], 12: [4, 1, 1, 4, 1, 2, 1], 13: [3, 4],
    14: [3, 9, 1], 15: [3, 2], 16: [7], 17: [3, 1], 18: [5, 3],
  ]

  /// Whether the edition of 2013 has the id: a section such as `A.14`, a group such as `A.14.2` or a control such as `A.14.2.5`.
  static func contains(_ id: String) -> Bool {
    let parts = id.split(separator: ".")
    let numbers = parts.dropFirst().compactMap { Int($0) }
    guard parts.first == "A", numbers.count == parts.count - 1, let section = numbers.first, let groups = controls[section] else {
      return false
    }
    guard numbers.count > 1 else { return true }
    guard (1...groups.count).contains(numbers[1]) else { return false }
    return numbers.count == 2 || (numbers.count == 3 && (1...groups[numbers[1] - 1]).contains(numbers[2]))
  }
}
