/// An id in a block that may cite a framework item, with facts about the text around the id.
struct CitationMention {
  let form: Citation.Form
  let id: String
  /// The range to underline.
  let range: Range<Int>
  let sentence: Int
  /// Whether the id has only one number: `A.2`, `clause 8`.
  let isSingle: Bool
  /// False for a clause without the word "clause": `§ 8.5`, `ISO/IEC 42001 8.5`.
  var isWord = true
  var isReference = false
  var isCalledControl = false
  /// Whether the words before the id, or before its list of ids, show that the id belongs to the annex of a standard. Examples:
  /// "Annex A.2.1", "control A.2.1".
  var namesAnnex = false
  /// Whether the word directly before or after an article is a name that dossier does not know, as in "Swiss CO Art. 337".
  var isOfUnknownLaw = false
  /// Whether only words such as "clause" come before the id in its block.
  var isFirst = false
  /// The start of the list of numbers that contains the id.
  var groupStart: Int
  /// The end of the list of numbers that contains the id. Paragraph numbers after the last number belong to the list.
  var groupEnd: Int
  var title: Title?

  struct Title {
    let range: Range<Int>
    let place: Citation.Title.Place
  }
}
