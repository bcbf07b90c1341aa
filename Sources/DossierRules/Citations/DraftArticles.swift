import DossierRecords

/// Articles of the EU AI Act that had another number in the drafts of 2021 to 2023.
///
/// Many public mappings still show the numbers of the drafts.
enum DraftArticles {
  /// The final id of the article that had the number `id` in the drafts. For example, Article 52 of the drafts is now Article 50.
  /// Nil for other ids.
  private static func current(_ id: String) -> String? {
    let numbers = [
      "Art. 29": "Art. 26", "Art. 29a": "Art. 27", "Art. 52": "Art. 50", "Art. 61": "Art. 72", "Art. 62": "Art. 73",
      "Art. 69": "Art. 95",
    ]
    return numbers[id]
  }

  /// The final article that had the number `id` in the drafts.
  static func successor(of id: String, in catalogue: Catalogue) -> Catalogue.Item? {
    guard catalogue.name == CitedFramework.euAIAct.rawValue else { return nil }
    return current(id).flatMap(catalogue.item)
  }
}
