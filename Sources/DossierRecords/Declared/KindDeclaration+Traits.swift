import DossierText

extension KindDeclaration {
  /// The traits of the declared kind. If a trait refers to a field that does not exist or has another type, reports the problem
  /// and continues without that field.
  ///
  /// The declaration can omit the date field. Then the date field is the field `date`, if its type is date or timestamp. The
  /// declaration can also omit the nature. Then the kind is an event if it has a date field, and a document otherwise.
  func traits(_ fields: [FieldShape], _ decoding: inout Decoding) -> KindTraits {
    let date =
      date.map { field($0, fields, "a day", ofType: "`date` or `timestamp`", &decoding) { $0.holdsDay } }
      ?? fields.first { $0.name == "date" && $0.shape.holdsDay }?.name
    return KindTraits(
      nature ?? (date == nil ? .document : .event), date: date, Set(flags ?? []), endedBy: ending(fields, &decoding),
      signature: signature(fields, &decoding), audience: audience ?? .auditor, mainReader: mainReader)
  }

  private func ending(_ fields: [FieldShape], _ decoding: inout Decoding) -> KindTraits.Ending? {
    guard let endedBy else { return nil }
    let name = field(endedBy.field, fields, "one of several words", ofType: "`word`", &decoding) {
      if case .word = $0 { true } else { false }
    }
    guard let name, case .word(let words)? = fields.first(where: { $0.name == name })?.shape else { return nil }
    return decoding.known([endedBy.word], among: words, "a word of the field `\(name)`").first.map { .init(name, $0) }
  }

  private func signature(_ fields: [FieldShape], _ decoding: inout Decoding) -> KindTraits.Signature? {
    guard let signedBy else { return nil }
    let role = field(signedBy.field, fields, "the id of a role", ofType: "`record` with `kinds: [role]`", &decoding) {
      if case .record(let kinds) = $0 { kinds == [Role.name] } else { false }
    }
    let date = signedBy.date.flatMap { field($0, fields, "a day", ofType: "`date` or `timestamp`", &decoding) { $0.holdsDay } }
    return role.map { .init($0, date: date) }
  }

  /// Checks that this kind has the field and that the type of the field fits. Returns the name of the field. If a check fails,
  /// reports the problem and returns nil.
  private func field(
    _ place: Placed<String>, _ fields: [FieldShape], _ content: String, ofType type: String, _ decoding: inout Decoding,
    _ fits: (ValueShape) -> Bool
  ) -> String? {
    let names = fields.map(\.name)
    guard let name = decoding.known([place], among: names, "a field of \(self.name.value)").first,
      let shape = fields.first(where: { $0.name == name })?.shape
    else { return nil }
    // The shape is `.anything` if the declaration of the field is invalid. That problem is reported at the declaration.
    if shape == .anything || fits(shape) { return name }
    decoding.reject(
      place, "`\(name)` of \(self.name.value) is \(shape.described), not \(content)", help: "choose a field of type \(type)")
    return nil
  }
}

extension ValueShape {
  /// Whether a value of this shape is a date, with or without a time of day.
  fileprivate var holdsDay: Bool { self == .date || self == .timestamp }
}

/// A field of a declared kind and a word. If the field of a record has this word, the record has ended.
package struct EndingDeclaration: MappingValue {
  package let field: Placed<String>
  package let word: Placed<String>

  package static let schema = Schema(
    Field("field", \EndingDeclaration.field, "a field of type `word`", example: "state"),
    Field("is", \EndingDeclaration.word, "the word that ends the record", example: "scrapped"),
    make: EndingDeclaration.init)
}

/// Two fields of a declared kind: the field with the role that signed the record, and the field with the date of the signature.
package struct SignatureDeclaration: MappingValue {
  package let field: Placed<String>
  package let date: Placed<String>?

  package static let schema = Schema(
    Field("field", \SignatureDeclaration.field, "the field with the role", example: "approved_by"),
    Field("date", \SignatureDeclaration.date, "the field with the day of the signature", example: "approved_on"),
    make: SignatureDeclaration.init)
}
