package import DossierText

extension Entry {
  package var traits: KindTraits { kind.traits }

  /// Whether the field that ends records of this kind has the value that ends them.
  package var isEnded: Bool {
    guard let ending = traits.endedBy else { return false }
    return field(ending.field)?.content == .word(ending.word)
  }

  /// The signature that the kind's own fields record. Approvals are not included.
  ///
  /// `date` is nil if the kind does not record the day, or the record does not state it.
  package var signature: (field: String, role: Reference<Role>, date: CivilDate?)? {
    guard let fields = traits.signature, case .record(let role)? = values(of: fields.role).first else { return nil }
    return (fields.role, Reference(id: role), fields.date.flatMap { values(of: $0).first?.day })
  }
}
