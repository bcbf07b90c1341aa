package import DossierMarkup
package import DossierText

/// A rule that an organisation declares as data: which records it is about, and what each of them must have.
package struct CheckDeclaration: MappingValue {
  package let id: Placed<String>
  package let kind: Placed<String>
  /// The records that it is about: those for which all of this holds.
  package let conditions: [Condition]
  /// What each of them must have, and where each demand was written.
  package let requires: [Placed<Requirement>]
  package let severity: Level?
  package let message: String
  package let help: String?
  package let explanation: String?
  package let clauses: [Placed<String>]

  package static let schema = Schema(
    Field("id", \CheckDeclaration.id, "its id: `x-` and lower-case words with hyphens", example: "x-drift-reports"),
    Field("kind", \CheckDeclaration.kind, "the kind of record it is about", example: "ai-system"),
    Field("where", \CheckDeclaration.conditions, "which of them; all when not written"),
    Field("requires", \CheckDeclaration.requires, "what each of them must have", required: true),
    Field("severity", \CheckDeclaration.severity, "how bad it is when it does not; `warning` when not written"),
    Field("message", \CheckDeclaration.message, "what must hold, in a few words"),
    Field("help", \CheckDeclaration.help, "what to do, beginning with a verb"),
    Field("explanation", \CheckDeclaration.explanation, "why the rule exists"),
    Field("clauses", \CheckDeclaration.clauses, "the clauses and controls of ISO/IEC 42001 it serves"),
    make: CheckDeclaration.init)

  /// How bad it is.
  package enum Level: String, Vocabulary {
    case note, warning, error
  }
}

/// Something that must hold of a field of a record. All that is written holds together; where nothing is, the field must be there.
///
/// Of a list, one item for which it holds is enough.
package struct Condition: MappingValue {
  package let field: Placed<String>
  package let value: Placed<String>?
  package let words: [Placed<String>]
  package let state: Presence?
  package let before: DayBound?
  package let after: DayBound?
  package let within: CalendarDuration?
  package let olderThan: CalendarDuration?
  package let minimum: Decimal?
  package let maximum: Decimal?

  package static let schema = Schema(
    Field("field", \Condition.field, "the field, with a dot before a part of it", example: "acceptance.until"),
    Field("is", \Condition.value, "what it says"),
    Field("one_of", \Condition.words, "one of these is what it says"),
    Field("state", \Condition.state, "whether it is written at all"),
    Field("before", \Condition.before, "it is a day before this one; `as-of` is the day everything is judged against"),
    Field("after", \Condition.after, "it is a day after this one"),
    Field("within", \Condition.within, "it is a day so long before the as-of day at most, and not after it"),
    Field("older_than", \Condition.olderThan, "it is a day longer before the as-of day than this"),
    Field("minimum", \Condition.minimum, "it is at least this number"),
    Field("maximum", \Condition.maximum, "it is at most this number"),
    make: Condition.init)

  /// Whether a field is written.
  package enum Presence: String, Vocabulary {
    case written = "present"
    case missing = "absent"
  }
}

/// A day, or the one everything is judged against.
package enum DayBound: FieldValue {
  case day(CivilDate)
  case asOf

  package static var shape: ValueShape { .date }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> DayBound? {
    node.text == "as-of" ? .asOf : CivilDate.decode(node, &decoding).map(DayBound.day)
  }

  package var content: FieldContent? {
    switch self {
    case .day(let day): .date(day)
    case .asOf: .text("as-of")
    }
  }
}

/// What a record must have: something in a field, or other records that name it or that it names.
package enum Requirement: FieldValue {
  case field(Condition)
  case links(Links)

  /// So many records of a kind, each of which fulfils the conditions.
  package struct Links: MappingValue {
    package let incoming: Placed<String>?
    package let outgoing: Placed<String>?
    package let atLeast: Int?
    package let conditions: [Condition]

    package static let schema = Schema(
      Field("incoming", \Links.incoming, "the kind of records that name it", example: "evidence"),
      Field("outgoing", \Links.outgoing, "the kind of records that it names", example: "risk"),
      Field("at_least", \Links.atLeast, "how many; one when not written"),
      Field("where", \Links.conditions, "which of them count; all when not written"),
      make: Links.init)

    /// The kind of the other records.
    package var kind: Placed<String>? { incoming ?? outgoing }
    package var number: Int { max(1, atLeast ?? 1) }
  }

  package static var shape: ValueShape { .mapping(Condition.schema.fields + Links.schema.fields) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Requirement? {
    if node.member("field") == nil, node.member("incoming") != nil || node.member("outgoing") != nil {
      return Links.decode(node, &decoding).map(Requirement.links)
    }
    return Condition.decode(node, &decoding).map(Requirement.field)
  }

  package var content: FieldContent? {
    switch self {
    case .field(let condition): condition.content
    case .links(let links): links.content
    }
  }
}
