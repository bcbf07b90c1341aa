import DossierAssessment
import DossierRecords
import DossierText

extension Requirement {
  /// What a record lacks, and where: nil for the record as a whole.
  struct Failure {
    let words: String
    let span: Span?
  }

  /// Nil where the record at that position has what is asked.
  func failure(of position: Int, _ facts: Assessment) -> Failure? {
    let entry = facts.dossier.entries[position]
    switch self {
    case .field(let condition):
      guard !condition.isTrue(of: entry, facts.asOf) else { return nil }
      if entry.values(of: condition.field.value).isEmpty { return Failure(words: "no `\(condition.field.value)`", span: nil) }
      return Failure(words: "asked: \(condition.sentence)", span: entry.fields.span(of: condition.field.value))
    case .links(let links):
      let found = links.count(at: position, facts)
      guard found < links.number else { return nil }
      return Failure(words: "\(found) of at least \(links.number) \(links.words)", span: nil)
    }
  }

  /// In words: "at least 2 records of kind evidence that name it".
  var sentence: String {
    switch self {
    case .field(let condition): condition.sentence
    case .links(let links): "at least \(links.number) \(links.words)" + links.conditions.clause(" where ")
    }
  }
}

extension Requirement.Links {
  /// How many records in force fulfil the conditions, each counted once.
  fileprivate func count(at position: Int, _ facts: Assessment) -> Int {
    let dossier = facts.dossier
    guard let kind = kind?.value else { return 0 }
    let others: Set<Int> =
      if incoming != nil {
        Set(
          dossier.graph.edges(to: .entry(position)).compactMap { edge in
            if case .entry(let other) = edge.origin { other } else { nil }
          })
      } else {
        Set(
          dossier.graph.edges(from: .entry(position)).compactMap { edge in
            if case .entry(let other)? = edge.target { other } else { nil }
          })
      }
    return others.count { i in
      let other = dossier.entries[i]
      return i != position && other.kind.name == kind && facts.counts(i)
        && conditions.allSatisfy { $0.isTrue(of: other, facts.asOf) }
    }
  }

  fileprivate var words: String {
    "\(number == 1 ? "record" : "records") of kind \(kind?.value ?? "any") that "
      + (incoming != nil ? "\(number == 1 ? "names" : "name") it" : "it names")
  }
}

extension [Condition] {
  /// " where … and …"; nothing where there are none.
  func clause(_ opening: String) -> String { isEmpty ? "" : opening + map(\.sentence).joined(separator: " and ") }
}

extension CheckDeclaration {
  /// What it asks, as one sentence.
  var sentence: String {
    "Of every record of kind \(kind.value) in force\(conditions.clause(" where ")) this is asked: "
      + requires.map(\.value.sentence).joined(separator: "; ") + "."
  }
}
