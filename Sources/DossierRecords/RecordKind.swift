import DossierMarkup
import DossierText

/// A kind of record as data. Built-in kinds and kinds that an organisation declares are both values of this type.
package struct RecordKind: Sendable {
  /// The name, as written after `kind:`.
  package let name: String
  /// The usual prefix of ids of this kind: `RSK`.
  package let prefix: String
  package let singular: String
  package let plural: String
  /// The purpose of a record of this kind, in one or two sentences.
  package let meaning: String
  /// Clauses and controls of ISO/IEC 42001 that records of this kind are intended to cover.
  package let clauses: [String]
  package let section: Section
  /// The kind's own fields, in the order in which they are shown.
  package let fields: [FieldShape]
  /// The common fields that this kind requires.
  package let requiredCommon: [String]
  /// The fields that the table of the register shows as columns.
  package let columns: [String]
  package let traits: KindTraits
  let decode: @Sendable (YAMLNode, inout Decoding, inout [FieldEntry]) -> (any RecordContent)?
  private let show: @Sendable (any RecordContent) -> [FieldContent.Member]

  package init<R: Record>(
    _ name: String, prefix: String, singular: String, plural: String, meaning: String, clauses: [String],
    section: Section, requires requiredCommon: [String] = [], columns: [String], traits: KindTraits,
    _ schema: Schema<R>
  ) {
    self.name = name
    self.prefix = prefix
    self.singular = singular
    self.plural = plural
    self.meaning = meaning
    self.clauses = clauses
    self.section = section
    self.fields = schema.fields
    self.requiredCommon = requiredCommon
    self.columns = columns
    self.traits = traits
    self.decode = { node, decoding, entries in
      schema.decode(node, &decoding, ownsAllKeys: false, entries: &entries)
    }
    self.show = { record in (record as? R).map(schema.members) ?? [] }
  }

  /// Makes a kind that an organisation declares.
  init(
    declared name: String, prefix: String, singular: String, plural: String, meaning: String, clauses: [String],
    section: Section, requires requiredCommon: [String], columns: [String], traits: KindTraits,
    fields: [FieldShape]
  ) {
    self.name = name
    self.prefix = prefix
    self.singular = singular
    self.plural = plural
    self.meaning = meaning
    self.clauses = clauses
    self.section = section
    self.fields = fields
    self.requiredCommon = requiredCommon
    self.columns = columns
    self.traits = traits
    decode = { node, decoding, entries in
      fields.decode(node, &decoding, ownsAllKeys: false, entries: &entries).map { DeclaredRecord(kind: name, members: $0) }
    }
    show = { record in (record as? DeclaredRecord).flatMap { $0.kind == name ? $0.members : nil } ?? [] }
  }

  /// The fields of a record of this kind, with their values. Empty for a record of another kind.
  package func members(of record: any RecordContent) -> [FieldContent.Member] { show(record) }

  /// The part of the management system to which a kind belongs. The site groups registers by section.
  package enum Section: String, Sendable, CaseIterable {
    case governance = "Governance"
    case systems = "AI systems"
    case risk = "Risk and impact"
    case assurance = "Controls and evidence"
    case operation = "Operation"
    case improvement = "Audit and improvement"
  }

  /// All built-in kinds, in the order of the navigation.
  package static let all: [RecordKind] = [
    Policy.kind, ManagedDocument.kind, Role.kind, InterestedParty.kind, ContextIssue.kind, Objective.kind, Decision.kind,
    Programme.kind,
    AISystem.kind, Model.kind, Dataset.kind, Supplier.kind, LifecycleGate.kind, Disclosure.kind,
    Risk.kind, ImpactAssessment.kind,
    ControlImplementation.kind, Evidence.kind, Metric.kind, Exception.kind,
    OversightEvent.kind, Incident.kind, Concern.kind, Change.kind, Training.kind,
    Audit.kind, AuditFinding.kind, Nonconformity.kind, CorrectiveAction.kind, ManagementReview.kind,
  ]
}
