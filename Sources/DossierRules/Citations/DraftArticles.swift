import DossierRecords

/// Articles of the EU AI Act that had another number in the drafts of 2021 to 2023, which many public mappings still show.
enum DraftArticles {
  /// The article in force of a number of the drafts: 52 is 50 today.
  private static func current(_ id: String) -> String? {
    let numbers = [
      "Art. 29": "Art. 26", "Art. 29a": "Art. 27", "Art. 52": "Art. 50", "Art. 61": "Art. 72", "Art. 62": "Art. 73",
      "Art. 69": "Art. 95",
    ]
    return numbers[id]
  }

  /// The article in force whose number in the drafts was `id`.
  static func successor(of id: String, in catalogue: Catalogue) -> Catalogue.Item? {
    guard catalogue.name == CitedFramework.euAIAct.rawValue else { return nil }
    return current(id).flatMap(catalogue.item)
  }
}
