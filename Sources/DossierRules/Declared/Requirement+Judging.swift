import DossierAssessment
import DossierRecords
import DossierText

extension Requirement {
  /// A requirement that a record does not meet, in words, with its place. `span` is nil if the place is the whole record.
  struct Failure {
    let words: String
    let span: Span?
  }

  /// Whether the record at `position` meets the requirement.
  func isMet(by entry: Entry, at position: Int, _ facts: Assessment) -> Bool {
    switch self {
    case .field(let condition): condition.isTrue(of: entry, facts.asOf)
    case .links(let links): links.count(at: position, facts) >= links.number
    }
  }

  /// The failure of the record at `position`, which does not meet the requirement.
  func failure(of entry: Entry, at position: Int, _ facts: Assessment) -> Failure {
    switch self {
    case .field(let condition):
      if entry.values(of: condition.field.value).isEmpty { return Failure(words: "no `\(condition.field.value)`", span: nil) }
      return Failure(words: "required: \(condition.sentence)", span: entry.fields.span(of: condition.field.value))
    case .links(let links):
      let found = links.count(at: position, facts)
      return Failure(words: "found \(found), required at least \(links.number) \(links.words)", span: nil)
    }
  }

  /// The requirement in words: "at least 2 records of kind evidence that refer to it".
  var sentence: String {
    switch self {
    case .field(let condition): condition.sentence
    case .links(let links): "at least \(links.number) \(links.words)" + links.conditions.clause(" where ")
    }
  }
}

extension Requirement.Links {
  /// The number of linked records that have the required kind and meet the conditions. Only records that count are included.
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
      + (incoming != nil ? "\(number == 1 ? "refers" : "refer") to it" : "it refers to")
  }
}

extension [Condition] {
  /// The conditions in words after `opening`: " where `a` is `b` and `c` is present". Empty if there are no conditions.
  func clause(_ opening: String) -> String { isEmpty ? "" : opening + map(\.sentence).joined(separator: " and ") }
}

extension CheckDeclaration {
  /// The declaration as one sentence.
  var sentence: String {
    "Every record of kind \(kind.value)\(conditions.clause(" where ")) must meet the following,"
      + " if it is effective or a closed event: "
      + requires.map(\.value.sentence).joined(separator: "; ") + "."
  }
}
