import DossierText

/// The models of OSCAL, by the top-level key of the file.
enum OSCALModel: String, CaseIterable {
  case catalog, profile
  case componentDefinition = "component-definition"
  case systemSecurityPlan = "system-security-plan"
  case assessmentPlan = "assessment-plan"
  case assessmentResults = "assessment-results"
  case planOfActionAndMilestones = "plan-of-action-and-milestones"
  case mappingCollection = "mapping-collection"

  /// The name with its article, for messages.
  var described: String {
    switch self {
    case .catalog: "a catalogue"
    case .profile: "a profile"
    case .componentDefinition: "a component definition"
    case .systemSecurityPlan: "a system security plan"
    case .assessmentPlan: "an assessment plan"
    case .assessmentResults: "a set of assessment results"
    case .planOfActionAndMilestones: "a plan of action and milestones"
    case .mappingCollection: "a mapping collection"
    }
  }

  /// Detects OSCAL in XML or YAML by the file name and the first byte. The content is not read.
  static func otherForm(of source: SourceFile) -> (name: String, place: Span)? {
    let start = source.bytes.firstIndex { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) } ?? 0
    let first = start < source.bytes.count ? source.bytes[start] : 0
    if first == UInt8(ascii: "<") { return ("XML", Span(start, start + 1)) }
    let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    guard !isJSON, ["yaml", "yml"].contains(source.path.fileExtension) else { return nil }
    let end = source.bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? source.bytes.count
    return ("YAML", Span(start, min(end, start + 80)))
  }
}
