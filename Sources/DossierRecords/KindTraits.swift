/// The properties that all records of one kind share.
///
/// The declaration of a kind states its traits. Other code must check a trait, not the name of a kind.
package struct KindTraits: Sendable, Hashable {
  package let nature: Nature
  /// The name of the field with the day of the event, or with the first day on which the document is effective.
  ///
  /// Nil if the kind has no field for the day. The field contains a date or a timestamp. If the date is after the as-of date, the
  /// record does not count yet.
  package let date: String?
  package let flags: Set<Flag>
  /// The field and the value that end a record of this kind. The status of the record does not matter.
  package let endedBy: Ending?
  /// The fields that record who signed for the record, besides `approvals`.
  package let signature: Signature?
  /// The audience of a record without an `audience` field.
  package let audience: RecordHead.Audience
  /// The group of readers for whom the home page has a link to the register of this kind.
  ///
  /// If nil, the home page shows the register only in the list of all registers.
  package let mainReader: Reader?

  /// Makes the traits of a kind. Nature, date and flags have no default values, so every kind must state them.
  package init(
    _ nature: Nature, date: String?, _ flags: Set<Flag>, endedBy: Ending? = nil, signature: Signature? = nil,
    audience: RecordHead.Audience = .auditor, mainReader: Reader? = nil
  ) {
    self.nature = nature
    self.date = date
    self.flags = flags
    self.endedBy = endedBy
    self.signature = signature
    self.audience = audience
    self.mainReader = mainReader
  }

  /// Whether a record describes a past event or the present state.
  ///
  /// ISO/IEC 42001, 7.5, makes the same distinction: documented information is retained as evidence, or it is maintained.
  package enum Nature: String, Vocabulary {
    /// A record describes an event that happened once. A record with the status `closed` still counts, because the event does not
    /// change.
    case event
    /// A record describes what is true now. A record with the status `closed` no longer counts.
    case document
  }

  /// The field and the value that end a record, such as `state: retired` of a model.
  package struct Ending: Sendable, Hashable {
    package let field: String
    package let word: String

    package init(_ field: String, _ word: String) { (self.field, self.word) = (field, word) }
  }

  /// The names of two fields: the field with the role that signed, and the field with the date of the signature.
  ///
  /// A name can be a path: `acceptance.by` is the key `by` in the mapping `acceptance`.
  package struct Signature: Sendable, Hashable {
    package let role: String
    /// The field with the date of the signature; nil if the kind has no field for the date.
    package let date: String?

    package init(_ role: String, date: String?) { (self.role, self.date) = (role, date) }
  }

  /// The groups of readers for whom the home page has links.
  package enum Reader: String, Vocabulary {
    case auditor, author, everyone
  }

  /// A property that a kind has or does not have. The raw value is the word in `traits` of a kind declared in `dossier.yaml`.
  package enum Flag: String, Vocabulary {
    /// Records of the kind examine other records or report on them. So records of the kind do not depend on the other records.
    case observes
    /// Records of the kind require or examine the controls, clauses and articles that they refer to, so these references are not
    /// coverage.
    case coversNothing = "covers-nothing"
    /// The fields of the kind say what is true now, so these fields must not refer to drafts or to retired records.
    case needsEffectiveReferences = "needs-effective-references"
    /// Each record of the kind must be the target of a reference from another record.
    case mustBeReferenced = "must-be-referenced"
    /// If a record of the kind has approvals, at least one approval must come from another role than the author.
    case needsIndependentApproval = "needs-independent-approval"
    /// Records of the kind report problems or respond to problems. A reference from or to such a record shows that a problem was
    /// followed up.
    case followUp = "follow-up"
    /// Records of the kind record decisions. A reference from a decision shows that the organisation responded to the target.
    case response
    /// Records of the kind are subject to internal audits. The owner of an audited record must not be its auditor.
    case audited
    /// Records of the kind are texts under document control. They need an owner, a version, a review and a text.
    ///
    /// A control that the record lists under `implements` counts as a control with a written procedure.
    case controlledDocument = "controlled-document"
    /// The controls in the `controls` fields of a record limit a risk or an effect. So the Statement of
    /// Applicability must not exclude these controls.
    case reliesOnControls = "relies-on-controls"
  }
}

extension KindTraits {
  package var isEvent: Bool { nature == .event }
  package var observes: Bool { flags.contains(.observes) }
  /// Whether a record covers the catalogue items that it refers to.
  package var covers: Bool { !flags.contains(.coversNothing) }
  package var needsEffectiveReferences: Bool { flags.contains(.needsEffectiveReferences) }
  package var mustBeReferenced: Bool { flags.contains(.mustBeReferenced) }
  package var needsIndependentApproval: Bool { flags.contains(.needsIndependentApproval) }
  package var isFollowUp: Bool { flags.contains(.followUp) }
  package var isResponse: Bool { flags.contains(.response) }
  package var isAudited: Bool { flags.contains(.audited) }
  package var isControlledDocument: Bool { flags.contains(.controlledDocument) }
  package var reliesOnControls: Bool { flags.contains(.reliesOnControls) }
}
