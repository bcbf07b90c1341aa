package import DossierText

/// Every rule, by family and then by id. A test compares the list with the files.
package enum Rules {
  package static let all: [Rule] = [
    // Format
    missingField,
    // References
    unknownRecord,
  ]

  package static func rule(_ id: String) -> Rule? { all.first { $0.id.name == id } }

  /// What output formats say about the rules.
  package static var summaries: [RuleSummary] {
    all.map { RuleSummary(id: $0.id, title: $0.title, explanation: $0.explanation, severity: $0.severity) }
  }
}
