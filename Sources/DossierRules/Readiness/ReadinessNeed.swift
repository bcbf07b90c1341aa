import DossierAssessment
import DossierRecords
import DossierText

/// One part of what must be on record, and how it is counted.
struct ReadinessNeed: Sendable {
  /// To follow "n of m".
  let label: String
  /// The kinds of record without which there is nothing to show.
  let kinds: [String]
  /// What to do where it is not whole.
  let next: String
  /// Nil where there is nothing it could be asked of; another need of the topic then says what is missing.
  let tally: @Sendable (Assessment) -> Tally?

  /// So many of so many. Nothing is never enough.
  struct Tally: Sendable {
    var answered: [ReferenceGraph.Target] = []
    var lacking: [ReferenceGraph.Target] = []
    /// Why, as a clause, where something is on record that does not count.
    var reasons: [ReferenceGraph.Target: String] = [:]
    /// What shows it, where that is not what was counted.
    var evidence: [ReferenceGraph.Target]?
    /// Whether what is lacking is a gap, and not merely a draft, something of the past or of a later day.
    var mustBeWhole = true
    /// Answers that stand in `dossier.yaml` and are no records.
    var stated = 0
  }

  /// Records of a kind that count on the day, of all that are written, or of those among them that are meant.
  static func records<R: Record>(
    _ type: R.Type, _ label: String, next: String, among isMeant: (@Sendable (R) -> Bool)? = nil,
    where holds: @escaping @Sendable (Assessment, DatedDossier.Found<R>) -> Bool = { _, _ in true }
  ) -> ReadinessNeed {
    ReadinessNeed(label: label, kinds: [R.name], next: next) { facts in
      let counting = Set(facts.records(type).filter { holds(facts, $0) }.map(\.position))
      let all = facts.dossier.positions(of: R.name).filter { position in
        isMeant.map { isMeant in (facts.dossier.entries[position].record as? R).map(isMeant) ?? false } ?? true
      }
      return Tally(
        answered: all.filter(counting.contains).map { .entry($0) },
        lacking: all.filter { !counting.contains($0) }.map { .entry($0) }, mustBeWhole: false)
    }
  }

  /// Each record of a base, with what answers for it: nil where nothing does. No base, no tally.
  static func each(
    _ label: String, kinds: [String], next: String, mustBeWhole: Bool = true,
    of base: @escaping @Sendable (Assessment) -> [Int],
    answer: @escaping @Sendable (Assessment, Int) -> [Int]?
  ) -> ReadinessNeed {
    ReadinessNeed(label: label, kinds: kinds, next: next) { facts in
      let base = base(facts)
      guard !base.isEmpty else { return nil }
      var tally = Tally(mustBeWhole: mustBeWhole)
      var evidence: Set<Int> = []
      for position in base {
        if let answers = answer(facts, position) {
          tally.answered.append(.entry(position))
          evidence.formUnion(answers)
        } else {
          tally.lacking.append(.entry(position))
        }
      }
      tally.evidence = evidence.sorted().map { .entry($0) }
      return tally
    }
  }

  /// Policies and documents in force that implement one of these clauses and controls, or a part of one.
  static func texts(_ label: String, implementing items: [String], next: String) -> ReadinessNeed {
    ReadinessNeed(label: label, kinds: [ManagedDocument.name, Policy.name], next: next) { facts in
      let counting = Set(facts.dated.controlledDocuments.map(\.position))
      let all = facts.dossier.entries.indices.filter { position in
        guard facts.dossier.entries[position].traits.isControlledDocument else { return false }
        return facts.dossier.graph.edges(from: .entry(position)).contains { edge in
          guard edge.site.field == "implements", case .item(let catalogue, let item)? = edge.target,
            facts.dossier.catalogues[catalogue].name == CatalogueLibrary.defaultName
          else { return false }
          let id = facts.dossier.catalogues[catalogue].items[item].id
          return items.contains { id == $0 || id.hasPrefix($0 + ".") }
        }
      }
      return Tally(
        answered: all.filter(counting.contains).map { .entry($0) },
        lacking: all.filter { !counting.contains($0) }.map { .entry($0) }, mustBeWhole: false)
    }
  }
}

extension [Int] {
  /// Nil where there is none: no answer.
  var answer: [Int]? { isEmpty ? nil : self }
}
