package import DossierRecords

/// One thing that the readiness page counts, for example AI systems in scope with an impact assessment. It has no wording.
package struct ReadinessMeasure: Sendable {
  /// Stable for users, in kebab case: `systems-with-impact-assessment`.
  package let name: String
  /// Nil if the measure does not apply to the dossier.
  let count: @Sendable (Assessment) -> Result?

  init(_ name: String, count: @escaping @Sendable (Assessment) -> Result?) {
    self.name = name
    self.count = count
  }

  /// The counted records and items: `answered` meet the condition of the measure, `lacking` do not.
  package struct Result: Sendable {
    package var answered: [ReferenceGraph.Target] = []
    package var lacking: [ReferenceGraph.Target] = []
    /// For some of `lacking`: the index of the latest approval, which is not valid, in the list of approvals.
    package var invalidApprovals: [ReferenceGraph.Target: Int] = [:]
    /// The records that show that the condition is met, if they are not the counted records themselves: for example the impact
    /// assessments of the counted systems.
    package var evidence: [ReferenceGraph.Target]?
    /// Whether `dossier.yaml` meets the condition too.
    package var isConfigured = false
  }
}

/// The results of all measures.
package struct ReadinessMeasures: Sendable {
  private let results: [String: ReadinessMeasure.Result]

  static let none = ReadinessMeasures(results: [:])

  /// Nil if the measure does not apply to the dossier.
  package subscript(name: String) -> ReadinessMeasure.Result? { results[name] }

  private init(results: [String: ReadinessMeasure.Result]) { self.results = results }

  init(_ facts: Assessment) {
    var results: [String: ReadinessMeasure.Result] = [:]
    for measure in ReadinessMeasure.all { results[measure.name] = measure.count(facts) }
    self.init(results: results)
  }
}
