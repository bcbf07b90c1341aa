package import DossierMarkup
package import DossierText

/// A rule that an organisation declares as data: which records the rule checks, and what each checked record must have.
package struct CheckDeclaration: MappingValue {
  package let id: Placed<String>
  package let kind: Placed<String>
  /// The rule checks only records that fulfil all of these conditions.
  package let conditions: [Condition]
  /// The requirements for each record, with their spans.
  package let requires: [Placed<Requirement>]
  package let severity: Level?
  package let message: String
  package let help: String?
  package let explanation: String?
  package let clauses: [Placed<String>]

  package static let schema = Schema(
    Field("id", \CheckDeclaration.id, "the id: `x-` and lower-case words with hyphens", example: "x-drift-reports"),
    Field("kind", \CheckDeclaration.kind, "the kind of record that it checks", example: "ai-system"),
    Field("where", \CheckDeclaration.conditions, "which of these records; by default all"),
    Field("requires", \CheckDeclaration.requires, "what each of these records must have", required: true),
    Field("severity", \CheckDeclaration.severity, "the severity of a violation; by default `warning`"),
    Field("message", \CheckDeclaration.message, "the condition that must be true, in a few words"),
    Field("help", \CheckDeclaration.help, "how to fix it, beginning with a verb"),
    Field("explanation", \CheckDeclaration.explanation, "why the rule exists"),
    Field("clauses", \CheckDeclaration.clauses, "the clauses and controls of ISO/IEC 42001 that it supports"),
    make: CheckDeclaration.init)

  /// The severity of a violation.
  package enum Level: String, Vocabulary {
    case note, warning, error
  }
}

/// A condition for a field of a record. All given parts, such as `is` or `before`, must be true. If the condition has no parts,
/// the field must be present.
///
/// If the field is a list, one item that fulfils the condition is sufficient.
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
    Field("field", \Condition.field, "the field; a part of it follows after a dot", example: "acceptance.until"),
    Field("is", \Condition.value, "the value is equal to this"),
    Field("one_of", \Condition.words, "the value is one of these"),
    Field("state", \Condition.state, "whether the field is present"),
    Field("before", \Condition.before, "the date is before this one; `as-of` means the as-of date"),
    Field("after", \Condition.after, "the date is after this one"),
    Field("within", \Condition.within, "the date is at most this long before the as-of date, and not after it"),
    Field("older_than", \Condition.olderThan, "the date is more than this long before the as-of date"),
    Field("minimum", \Condition.minimum, "the value is at least this number"),
    Field("maximum", \Condition.maximum, "the value is at most this number"),
    make: Condition.init)

  /// Whether a field is present.
  package enum Presence: String, Vocabulary {
    case written = "present"
    case missing = "absent"
  }
}

/// A date, or the as-of date.
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

/// What a record must have: a value in a field, or links from or to other records.
package enum Requirement: FieldValue {
  case field(Condition)
  case links(Links)

  /// The minimum number of records of a kind that must refer to the checked record (`incoming`), or to which the checked record
  /// must refer (`outgoing`). Only linked records that fulfil `conditions` are counted.
  package struct Links: MappingValue {
    package let incoming: Placed<String>?
    package let outgoing: Placed<String>?
    package let atLeast: Int?
    package let conditions: [Condition]

    package static let schema = Schema(
      Field("incoming", \Links.incoming, "the kind of the records that refer to it", example: "evidence"),
      Field("outgoing", \Links.outgoing, "the kind of the records that it refers to", example: "risk"),
      Field("at_least", \Links.atLeast, "the minimum number; by default one"),
      Field("where", \Links.conditions, "which of these records count; by default all"),
      make: Links.init)

    /// The kind of the linked records.
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
