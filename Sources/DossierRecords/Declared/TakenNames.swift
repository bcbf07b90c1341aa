import DossierText

/// The names in use by record kinds. Kinds must not share names, id prefixes or register names.
struct TakenNames {
  private var names: [String: Span?] = [:]
  private var prefixes: [String: (kind: String, place: Span?)] = [:]
  private var plurals: [String: (kind: String, place: Span?)] = [:]
  /// Folders of the site that are not registers.
  private static let folders = ["pages", "frameworks", "files", "assets", "figures", "modelcards", "since"]

  init() {
    // Files of catalogues, crosswalks and licensed texts use these words as their `kind`.
    for name in ["catalogue", "crosswalk", "texts"] { names[name] = .some(nil) }
    // The figure `records.NAME` is the number of records of the kind NAME. These names already belong to other figures, such as
    // `records.all`, so a kind must not use them.
    for name in ["all", "with-error", "with-warning", "without"] { names[name] = .some(nil) }
    for kind in RecordKind.all {
      names[kind.name] = .some(nil)
      prefixes[kind.prefix] = (kind.name, nil)
      plurals[TakenNames.folder(kind.plural)] = (kind.name, nil)
    }
  }

  /// Reserves the names of a declaration. If a name is invalid or already used, reports the reason and returns false.
  mutating func take(_ declaration: KindDeclaration, _ decoding: inout Decoding) -> Bool {
    let (name, prefix) = (declaration.name, declaration.prefix)
    guard name.value.isKey(joinedBy: "-"), name.value.utf8.count <= 40 else {
      decoding.reject(
        name, "`\(name.value.prefix(60))` cannot be the name of a kind", help: "use lower-case words with hyphens between them")
      return false
    }
    if let first = names[name.value] {
      decoding.reject(
        name,
        first == nil ? "the name `\(name.value)` is already used by the program" : "the kind `\(name.value)` is declared twice",
        first: first ?? nil, help: "choose another name, or remove the declaration")
      return false
    }
    let letters = prefix.value.utf8
    guard (2...8).contains(letters.count), letters.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      decoding.reject(
        prefix, "`\(prefix.value.prefix(60))` cannot be the id prefix of a kind",
        help: "use two to eight capital letters, such as `DRN`")
      return false
    }
    if let other = prefixes[prefix.value] {
      decoding.reject(
        prefix, "ids of the kind \(other.kind) already begin with `\(prefix.value)`", first: other.place,
        help: "choose other letters")
      return false
    }
    let plural = declaration.plural?.value ?? (declaration.singular ?? FieldShape.label(of: name.value)) + "s"
    let place = declaration.plural ?? name
    let folder = TakenNames.folder(plural)
    if folder.isEmpty {
      decoding.reject(
        place, "`\(plural.prefix(60))` cannot be the name of a register", help: "write a `plural` with letters in it")
      return false
    }
    if TakenNames.folders.contains(folder) || plurals[folder] != nil {
      let owner = plurals[folder].map { "the register of \($0.kind)" } ?? "another part of the site"
      decoding.reject(
        place, "\(owner) already has the name \(plural)", first: plurals[folder]?.place, help: "write another `plural`")
      return false
    }
    names[name.value] = .some(name.span)
    prefixes[prefix.value] = (name.value, prefix.span)
    plurals[folder] = (name.value, place.span)
    return true
  }

  /// The letters and digits of a name, which form the folder of a register.
  private static func folder(_ plural: String) -> String {
    let kept = plural.lowercased().utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 >= 0x80 }
    return String(decoding: kept, as: UTF8.self)
  }
}

extension String {
  /// Whether the text consists of words of lower-case ASCII letters and digits, with one `mark` between two words. The first
  /// character must be a letter.
  func isKey(joinedBy mark: Character) -> Bool {
    guard let first = utf8.first, (0x61...0x7A).contains(first) else { return false }
    return split(separator: mark, omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }
}
