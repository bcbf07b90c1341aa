import DossierAssessment
import DossierRecords
import DossierText

extension FieldHTML {
  /// The likelihood and impact of a risk score. Nil if the mapping is not a risk score.
  static func score(_ members: [FieldContent.Member]) -> RiskScore? {
    RiskScore(members)
  }

  /// The shape of a member of a mapping. If `shape` is a list, the mappings are the items of the list.
  static func inner(_ shape: ValueShape?, _ name: String) -> ValueShape? {
    switch shape {
    case .mapping(let fields)?: fields.first { $0.name == name }?.shape
    case .list(let element)?: inner(element, name)
    default: nil
    }
  }

  /// Whether a member of a mapping is required. If `shape` is a list, the mappings are the items of the list.
  static func isRequired(_ shape: ValueShape?, _ name: String) -> Bool {
    switch shape {
    case .mapping(let fields)?: fields.contains { $0.name == name && $0.isRequired }
    case .list(let element)?: isRequired(element, name)
    default: false
    }
  }

  static func members(_ content: FieldContent) -> [FieldContent.Member] {
    if case .mapping(let members) = content { members } else { [] }
  }

  static func isMapping(_ content: FieldContent) -> Bool {
    if case .mapping = content { true } else { false }
  }

  static func isWord(_ content: FieldContent) -> Bool {
    if case .word = content { true } else { false }
  }

  static func isReference(_ content: FieldContent) -> Bool {
    switch content {
    case .record, .item: true
    default: false
    }
  }
}

extension Wording {
  /// The duration in words: "1 year", "6 months", "90 days".
  static func duration(_ duration: CalendarDuration) -> String {
    var parts: [String] = []
    if duration.months >= 12 { parts.append(count(duration.months / 12, "year")) }
    if duration.months % 12 > 0 { parts.append(count(duration.months % 12, "month")) }
    if duration.days > 0 { parts.append(count(duration.days, "day")) }
    return parts.joined(separator: " ")
  }
}
