/// A procedure, plan or other controlled text of the management system (clause 7.5).
package struct ManagedDocument: Record {
  package let type: Form?
  package let implements: [ItemReference]

  package static let name = "document"

  package static let kind = RecordKind(
    name, prefix: "DOC", singular: "Document", plural: "Documents",
    meaning: "A controlled text that says how something is done or planned: a methodology, a procedure, the scope.",
    clauses: ["4.3", "7.5.1", "7.5.2", "7.5.3"], section: .governance,
    columns: ["type", "implements"],
    traits: KindTraits(
      .document, date: nil, [.needsEffectiveReferences, .needsIndependentApproval, .audited, .controlledDocument]
    ),
    Schema(
      Field("type", \.type, "what sort of document it is"),
      Field("implements", \.implements, "the clauses and controls it puts into effect", example: "[6.1.2, A.5.2]"),
      make: ManagedDocument.init))

  /// What sort of document it is.
  package enum Form: String, Vocabulary {
    case methodology, procedure, plan, programme, guideline, scope, template, register, standard
  }
}
