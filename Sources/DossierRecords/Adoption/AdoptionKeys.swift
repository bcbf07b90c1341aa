import DossierMarkup

/// The keys of an adoption that exist in covered files.
package struct AdoptionKeys: Sendable {
  /// The position of the adoption in the configuration.
  package let adoption: Int
  /// The keys that the adoption uses and that at least one file has.
  package private(set) var found: Set<String>
  /// All keys of the files. At most 2,000 keys are kept, because they are used only for suggestions.
  package private(set) var present: Set<String>

  init(adoption: Int, found: Set<String>, present: Set<String>) {
    (self.adoption, self.found, self.present) = (adoption, found, present)
  }

  /// The keys of all files, by the position of the adoption.
  static func merged(_ keys: some Sequence<AdoptionKeys>) -> [Int: AdoptionKeys] {
    var merged: [Int: AdoptionKeys] = [:]
    for one in keys {
      merged[one.adoption, default: AdoptionKeys(adoption: one.adoption, found: [], present: [])].add(one)
    }
    return merged
  }

  private mutating func add(_ other: AdoptionKeys) {
    found.formUnion(other.found)
    if present.count < 2_000 { present.formUnion(other.present) }
  }
}

extension Adoption {
  /// The keys that the adoption reads from the files.
  var keys: [String] {
    (having?.items ?? []) + (fields?.members ?? []).compactMap(\.value.text) + (language.map { [$0.value] } ?? [])
      + ((id.map { [$0] } ?? []) + (names?.items ?? [])).flatMap(\.keys)
  }
}
