import DossierAssessment
import DossierRecords
import DossierText

/// A related item of another framework. The relation is a row of a crosswalk, or is derived through a third framework.
struct RelatedItem: ViewModel {
  let item: HTML
  let relation: String
  let strength: String
  let tone: String
  /// The source of the relation. For a derived relation: the items through which the relation was derived. Nil if no source is
  /// shown.
  let basis: HTML?
  let note: String?
  /// The records that cover the item. Nil if no record covers it.
  let answers: HTML?
  /// The coverage state of the item. Nil if records cover the item.
  let state: HTML?

  static let view = View<RelatedItem>(
    .html("item", \.item), .text("relation", \.relation), .text("strength", \.strength), .text("tone", \.tone),
    .scope("basis", { $0.basis.map(DiagnosticView.Wrapped.init) }), .optional("note", \.note),
    .scope("answers", { $0.answers.map(DiagnosticView.Wrapped.init) }),
    .scope("state", { $0.state.map(DiagnosticView.Wrapped.init) }))

  /// The maximum number of derived relations on a page.
  private static let most = 20

  /// The relations from crosswalk rows, then the derived relations. Both lists are in the order of the other framework.
  ///
  /// `unlisted` says that some derived relations are not listed. `unlisted` is nil if all relations are listed.
  static func all(_ linker: Linker, _ position: ItemPosition, in catalogue: Int) -> (shown: [RelatedItem], unlisted: String?) {
    let mappings = linker.site.dossier.frameworks.mappings
    let derived = mappings.derived(from: position, in: catalogue)
    let rows = mappings.sides(of: position).filter { $0.other.catalogue == catalogue }
    return (
      rows.map { RelatedItem(linker, $0) } + derived.prefix(most).map { RelatedItem(linker, $0) },
      derived.count > most ? CrosswalkWords.unlisted : nil
    )
  }

  private init(_ linker: Linker, _ side: Mappings.Side) {
    let claims = side.row.claims
    self.init(
      linker, side.other, relation: CrosswalkWords.words(side.relation),
      strength: RelatedItem.unique(claims.map(\.shownStrength)).joined(separator: ", "),
      tone: (claims.first?.tone ?? .fair).rawValue,
      basis: RelatedItem.basis(claims), note: side.row.note)
  }

  private init(_ linker: Linker, _ derived: Mappings.Derived) {
    self.init(
      linker, derived.other, relation: CrosswalkWords.derivedRelation, strength: CrosswalkWords.derived, tone: "fair",
      basis: HTML.build { out in
        out.text(CrosswalkWords.derivedBasis)
        for (n, middle) in derived.through.enumerated() {
          if n > 0 { out.put(", ") }
          linker.writeItem(middle.catalogue, middle.item, isShort: true, &out)
        }
      }, note: nil)
  }

  private init(
    _ linker: Linker, _ other: ItemPosition, relation: String, strength: String, tone: String, basis: HTML?, note: String?
  ) {
    item = HTML.build { linker.writeItem(other.catalogue, other.item, isShort: false, &$0) }
    self.relation = relation
    self.strength = strength
    self.tone = tone
    self.basis = basis
    self.note = note
    let written = ItemRow.answers(linker, other)
    let isCovered = [.covered, .byKind].contains(linker.site.coverage.item(other).state)
    answers = isCovered ? written : nil
    state = isCovered || written.isEmpty ? nil : written
  }

  private static func basis(_ claims: [Crosswalk.Claim]) -> HTML? {
    let sources = unique(claims.compactMap(\.shownSource))
    return sources.isEmpty ? nil : HTML.build { $0.text(sources.joined(separator: "; ")) }
  }

  private static func unique(_ words: [String]) -> [String] {
    words.enumerated().filter { i, word in words.firstIndex(of: word) == i }.map(\.element)
  }
}
