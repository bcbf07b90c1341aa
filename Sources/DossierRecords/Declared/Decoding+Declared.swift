import DossierText

extension Decoding {
  /// Reports an invalid declaration.
  mutating func reject<Value>(_ place: Placed<Value>, _ headline: String, first: Span? = nil, help: String) {
    report(
      .badDeclaration, headline, place.span,
      others: first.map { [.init(source.path, $0, "declared here")] } ?? [], help: help)
  }

  /// Returns the values that are in `names`. Every other value is reported as "is not `what`".
  mutating func known(_ values: [Placed<String>], among names: [String], _ what: String) -> [String] {
    values.filter { value in
      if names.contains(value.value) { return true }
      let meant = Suggestion.closest(to: value.value, among: names)
      report(
        .badDeclaration, "`\(value.value.prefix(60))` is not \(what)", value.span,
        label: meant.map { "did you mean `\($0)`?" } ?? "",
        help: meant == nil && !names.isEmpty && names.count <= 20
          ? "write one of " + names.map { "`\($0)`" }.joined(separator: ", ") : "correct it, or remove it",
        fixes: meant.map { [.init(source.path, value.span, value.value, to: $0)] } ?? [])
      return false
    }.map(\.value)
  }

  mutating func unknownKind(_ kind: Placed<String>, among names: [String]) {
    let meant = Suggestion.meant(by: kind.value, among: names, joinedBy: "-")
    report(
      .unknownKind, "there is no kind of record `\(kind.value.prefix(60))`", kind.span,
      label: meant.map { "did you mean `\($0)`?" } ?? "", help: "list the kinds with `dossier schema`",
      fixes: meant.map { [.init(source.path, kind.span, kind.value, to: $0)] } ?? [])
  }
}
