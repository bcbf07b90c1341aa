/// An id met in a block that may cite an item: what its own surroundings say of it.
struct CitationMention {
  let form: Citation.Form
  let id: String
  /// What is underlined.
  let range: Range<Int>
  let sentence: Int
  /// One number only: `A.2`, `clause 8`.
  let isSingle: Bool
  /// False for a clause without the word: `§ 8.5`, `ISO/IEC 42001 8.5`.
  var isWord = true
  var isReference = false
  var isCalledControl = false
  /// "Annex A.2.1", "Annex A control A.2.1": the annex of a standard, whichever.
  var namesAnnex = false
  /// Nothing stands before it in its block but words such as "clause".
  var isFirst = false
  /// Where the list of numbers it stands in begins.
  var groupStart: Int
  /// The end of the list of numbers it stands in, with their paragraphs.
  var groupEnd: Int
  var title: Title?

  struct Title {
    let range: Range<Int>
    let place: Citation.Title.Place
  }
}
