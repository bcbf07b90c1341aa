package import DossierRecords

/// One count of the readiness page, for example the AI systems in scope with an impact assessment. A measure contains no text for
/// the page.
package struct ReadinessMeasure: Sendable {
  /// The name in kebab case: `systems-with-impact-assessment`. Users can rely on the name: it does not change.
  package let name: String
  /// Counts the records and items of a dossier. Returns nil if the measure does not apply to the dossier.
  let count: @Sendable (Assessment) -> Result?

  init(_ name: String, count: @escaping @Sendable (Assessment) -> Result?) {
    self.name = name
    self.count = count
  }

  /// The counted records and items. Those in `answered` meet the condition of the measure; those in `lacking` do not meet it.
  package struct Result: Sendable {
    package var answered: [ReferenceGraph.Target] = []
    package var lacking: [ReferenceGraph.Target] = []
    /// For each record in `lacking` that has no valid approval: an index into `approvals` of the record. It is the index of the
    /// latest approval that is not superseded.
    package var invalidApprovals: [ReferenceGraph.Target: Int] = [:]
    /// The records that show that the condition is met, for example the impact assessments of the counted systems.
    ///
    /// Nil if the counted records themselves show this.
    package var evidence: [ReferenceGraph.Target]?
    /// Whether `dossier.yaml` also meets the condition, for example because it states the scope.
    package var isConfigured = false
  }
}

/// The results of all measures.
package struct ReadinessMeasures: Sendable {
  private let results: [String: ReadinessMeasure.Result]

  /// The result of the measure with this name. Nil if the measure does not apply to the dossier.
  package subscript(name: String) -> ReadinessMeasure.Result? { results[name] }

  private init(results: [String: ReadinessMeasure.Result]) { self.results = results }

  init(_ facts: Assessment) {
    var results: [String: ReadinessMeasure.Result] = [:]
    for measure in ReadinessMeasure.all { results[measure.name] = measure.count(facts) }
    self.init(results: results)
  }
}
