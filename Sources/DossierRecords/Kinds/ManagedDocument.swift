/// A controlled document of the management system, such as a procedure or plan (clause 7.5).
package struct ManagedDocument: Record {
  package let type: Form?
  package let implements: [ItemReference]

  package static let name = "document"

  package static let kind = RecordKind(
    name, prefix: "DOC", singular: "Document", plural: "Documents",
    meaning:
      "A controlled document that describes how something is done or planned, such as a methodology, a procedure or the scope.",
    clauses: ["4.3", "7.5.1", "7.5.2", "7.5.3"], section: .governance,
    columns: ["type", "implements"],
    traits: KindTraits(
      .document, date: nil, [.needsEffectiveReferences, .needsIndependentApproval, .audited, .controlledDocument]
    ),
    Schema(
      Field("type", \.type, "the type of document"),
      Field("implements", \.implements, "the clauses and controls that it implements", example: "[6.1.2, A.5.2]"),
      make: ManagedDocument.init))

  /// The type of a document.
  package enum Form: String, Vocabulary {
    case methodology, procedure, plan, programme, guideline, scope, template, register, standard
  }
}
