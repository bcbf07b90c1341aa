package import DossierMarkup
package import DossierText

/// The dates from which an item applies: one date for all cases, or one date for each case that the framework distinguishes.
package struct Application: FieldValue {
  package let dates: [Start]

  package struct Start: Sendable, Hashable {
    /// The case, such as `Annex III`. Nil if the date is the same for all cases.
    package let what: String?
    package let date: CivilDate
  }

  /// The earliest date.
  package var first: CivilDate? { dates.map(\.date).min() }

  package static var shape: ValueShape { .date }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Application? {
    guard let members = node.members else {
      return CivilDate.decode(node, &decoding).map { Application(dates: [Start(what: nil, date: $0)]) }
    }
    return Application(
      dates: members.compactMap { member in
        decoding.enter(member.key)
        defer { decoding.leave() }
        return CivilDate.decode(member.value, &decoding).map { Start(what: member.key, date: $0) }
      })
  }

  package var content: FieldContent? {
    if let only = dates.first, only.what == nil { return .date(only.date) }
    return .mapping(dates.map { FieldContent.Member(name: $0.what ?? "", content: .date($0.date)) })
  }
}
