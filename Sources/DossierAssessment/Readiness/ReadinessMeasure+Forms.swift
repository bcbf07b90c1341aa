import DossierRecords

extension ReadinessMeasure {
  /// Creates a measure of all records of a kind. A record is in `answered` if it counts and satisfies `condition`.
  ///
  /// If `isMeant` is given, only the records for which it returns true are counted.
  static func records<R: Record>(
    _ name: String, _ type: R.Type, among isMeant: (@Sendable (R) -> Bool)? = nil,
    where condition: @escaping @Sendable (Assessment, DatedDossier.Found<R>) -> Bool = { _, _ in true }
  ) -> ReadinessMeasure {
    ReadinessMeasure(name) { facts in
      let counting = Set(facts.records(type).filter { condition(facts, $0) }.map(\.position))
      let all = facts.dossier.positions(of: R.name).filter { position in
        isMeant.map { isMeant in (facts.dossier.entries[position].record as? R).map(isMeant) ?? false } ?? true
      }
      return Result(counting, among: all)
    }
  }

  /// Creates a measure of the records that `base` returns. If `base` returns no records, the measure does not apply.
  ///
  /// `answer` receives the position of one counted record. It returns the records that show that the counted record meets the
  /// condition, or nil if the counted record does not meet the condition.
  static func each(
    _ name: String, of base: @escaping @Sendable (Assessment) -> [Int],
    answer: @escaping @Sendable (Assessment, Int) -> [Int]?
  ) -> ReadinessMeasure {
    ReadinessMeasure(name) { facts in
      let base = base(facts)
      guard !base.isEmpty else { return nil }
      var result = Result()
      var evidence: Set<Int> = []
      for position in base {
        if let answers = answer(facts, position) {
          result.answered.append(.entry(position))
          evidence.formUnion(answers)
        } else {
          result.lacking.append(.entry(position))
        }
      }
      result.evidence = evidence.sorted().map { .entry($0) }
      return result
    }
  }

  /// Creates a measure of controlled documents that implement one of `items` (clauses and controls), or a part of an item. A
  /// document is in `answered` if it counts.
  ///
  /// If `kind` is given, only documents of this kind are counted.
  static func texts(_ name: String, implementing items: [String], kind: String? = nil) -> ReadinessMeasure {
    ReadinessMeasure(name) { facts in
      let dossier = facts.dossier
      let kinds = dossier.kinds.filter { $0.traits.isControlledDocument && (kind == nil || $0.name == kind) }
      let found = kinds.flatMap { Array(dossier.positions(of: $0.name)) }
      let counting = Set(found.filter { facts.counts($0) && dossier.entries[$0].record != nil })
      let all = found.filter { position in
        dossier.graph.edges(from: .entry(position)).contains { edge in
          guard edge.site.field == "implements", case .item(let catalogue, let item)? = edge.target,
            dossier.catalogues[catalogue].name == CatalogueLibrary.defaultName
          else { return false }
          let id = dossier.catalogues[catalogue].items[item].id
          return items.contains { id == $0 || id.hasPrefix($0 + ".") }
        }
      }
      return Result(counting, among: all)
    }
  }
}

extension ReadinessMeasure.Result {
  init(_ counting: Set<Int>, among all: [Int]) {
    answered = all.filter(counting.contains).map { .entry($0) }
    lacking = all.filter { !counting.contains($0) }.map { .entry($0) }
  }
}

extension [Int] {
  /// The array as the result of the parameter `answer` of `each`. Nil if the array is empty, because then no record shows that
  /// the condition is met.
  var answer: [Int]? { isEmpty ? nil : self }
}
