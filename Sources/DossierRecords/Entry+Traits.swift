package import DossierText

extension Entry {
  package var traits: KindTraits { kind.traits }

  /// Whether the record has the value that ends a record of its kind (`KindTraits.endedBy`), such as `state: retired` of a model.
  package var isEnded: Bool {
    guard let ending = traits.endedBy else { return false }
    return field(ending.field)?.content == .word(ending.word)
  }

  /// The signature in the fields of the kind (`KindTraits.signature`), such as `approved_by` of a life-cycle gate.
  ///
  /// Entries of `approvals` are not included. `date` is nil if the kind has no field for the date, or if that field has no value.
  package var signature: (field: String, role: Reference<Role>, date: CivilDate?)? {
    guard let fields = traits.signature, case .record(let role)? = values(of: fields.role).first else { return nil }
    return (fields.role, Reference(id: role), fields.date.flatMap { values(of: $0).first?.day })
  }
}
