package import DossierText

/// Which records answer which items of the frameworks in use: computed, never typed.
///
/// Only records in force count. That a record names an item says that somebody meant to answer it, not that the answer is good;
/// some name an item only because they ask for it, look into it or speak of it, and do not answer it.
package struct Coverage: Sendable {
  /// By catalogue, then by item.
  private let answers: [[Answer]]

  /// What speaks of one item. Numbers are positions in the dossier's lists.
  package struct Answer: Sendable {
    /// Records that answer it, in the order of the dossier; its line in the Statement of Applicability is not among them.
    package let records: [Int]
    /// Records that only ask for it or look into it: laws that hold for a system, audits and what they found.
    package let asking: [Int]
    /// Kinds that exist to answer it and have records.
    package let kinds: [Int]
    package let state: State
  }

  package enum State: Sendable, Hashable, CaseIterable {
    /// At least one record names it as what it answers.
    case answered
    /// No record does, but there are records of a kind that exists to answer it.
    case kept
    /// It says nothing by itself, and all of its parts are answered or excluded.
    case parts
    /// Only its line in the Statement of Applicability speaks of it.
    case line
    /// Records ask for it or look into it, and none answers it.
    case asked
    /// The Statement of Applicability says that it is not in place yet, whatever records name it.
    case planned
    /// The Statement of Applicability excludes it.
    case excluded
    case nothing
    /// Only there to hold others, or withdrawn: nothing has to answer it.
    case group
  }

  package init(_ dossier: Dossier, _ statement: StatementOfApplicability, asOf: CivilDate) {
    var rows: [ItemPosition: StatementOfApplicability.Row] = [:]
    for row in statement.rows { rows[ItemPosition(catalogue: row.catalogue, item: row.item)] = row }
    // Kinds name clauses of the default catalogue only.
    var kinds: [String: [Int]] = [:]
    for (i, kind) in dossier.kinds.enumerated() where dossier.entries(of: kind.name).contains(where: { $0.counts(on: asOf) }) {
      for clause in kind.clauses { kinds[clause, default: []].append(i) }
    }
    // What these name, they want from others or found wanting.
    let askingKinds: Set<String> = [
      InterestedParty.name, ContextIssue.name, Audit.name, AuditFinding.name, Nonconformity.name, Concern.name,
      Risk.name, Exception.name,
    ]
    let own = dossier.catalogues.enumerated().map { c, catalogue in
      let isDefault = catalogue.name == CatalogueLibrary.defaultName
      return catalogue.items.enumerated().map { i, item in
        let row = rows[ItemPosition(catalogue: c, item: i)]
        var (records, asking): (Set<Int>, Set<Int>) = ([], [])
        for edge in dossier.graph.edges(to: .item(catalogue: c, item: i)) {
          guard case .entry(let entry) = edge.origin, dossier.entries[entry].counts(on: asOf) else { continue }
          let kind = dossier.entries[entry].kind.name
          if kind == ControlImplementation.name, edge.site.field == "control" { continue }
          // What prose says of an item may be anything, that nothing answers it too.
          if askingKinds.contains(kind) || edge.site.field == "regulations" || edge.site.expectation != .item {
            asking.insert(entry)
          } else {
            records.insert(entry)
          }
        }
        let kept = isDefault ? kinds[item.id] ?? [] : []
        let state = Coverage.state(item, row, records: records, kept: kept, asking: asking)
        return Answer(records: records.sorted(), asking: asking.subtracting(records).sorted(), kinds: kept, state: state)
      }
    }
    answers = zip(own, dossier.catalogues).map(Coverage.byParts)
  }

  private static func state(
    _ item: Catalogue.Item, _ row: StatementOfApplicability.Row?, records: Set<Int>, kept: [Int], asking: Set<Int>
  ) -> State {
    if !item.canBeAnswered { return .group }
    if row?.isApplicable == false { return .excluded }
    if row?.record?.implementation == .planned || row?.record?.implementation == .notStarted { return .planned }
    if !records.isEmpty { return .answered }
    if !kept.isEmpty { return .kept }
    if row?.implementation != nil { return .line }
    return asking.isEmpty ? .nothing : .asked
  }

  /// An item that nothing answers is answered through its parts where each of them is. Parts stand after what holds them.
  private static func byParts(_ answers: [Answer], _ catalogue: Catalogue) -> [Answer] {
    var answers = answers
    var open: Set<String> = []
    var isWhole: Set<String> = []
    for (i, item) in catalogue.items.enumerated().reversed() {
      if answers[i].state == .nothing || answers[i].state == .asked, isWhole.contains(item.id), !open.contains(item.id) {
        answers[i] = Answer(records: [], asking: answers[i].asking, kinds: [], state: .parts)
      }
      guard let parent = item.parent, item.withdrawn == nil else { continue }
      switch answers[i].state {
      case .answered, .kept, .parts, .excluded: isWhole.insert(parent)
      case .line, .asked, .planned, .nothing, .group: open.insert(parent)
      }
    }
    return answers
  }

  package func answer(_ item: ItemPosition) -> Answer { answers[item.catalogue][item.item] }

  /// How many items of a catalogue are in a state. Groups are only counted as such.
  package func count(_ state: State, in catalogue: Int) -> Int { answers[catalogue].count { $0.state == state } }

  /// How many items of a catalogue can be answered.
  package func total(in catalogue: Int) -> Int { answers[catalogue].count { $0.state != .group } }
}

extension Entry {
  /// In force, and neither only thought of nor over: drafts, proposals, what is closed and evidence that has expired answer nothing.
  fileprivate func counts(on day: CivilDate) -> Bool {
    switch head?.status {
    case .draft, .proposed, .closed: return false
    default: break
    }
    if let end = (record as? Evidence)?.validUntil, end < day { return false }
    return isInForce
  }
}
