import DossierAssessment
import DossierRecords

/// The records that cover a clause, control or article. Controlled documents and other records are listed separately.
struct Covering: ViewModel {
  let documents: HTML?
  let operation: HTML?
  /// For each kind of controlled document, the number of records that cover the item.
  let documentCounts: FigureSentence
  /// For each other kind, the number of records that cover the item.
  let operationCounts: FigureSentence
  /// The coverage state of the item, if no record covers the item, or if the item is planned or excluded. Nil for a covered item.
  let state: HTML?
  /// The heading: "Covered by", or "Referred to by" for a control that is planned or excluded. Such a control is not covered,
  /// even if records refer to it.
  let title: String
  /// A sentence that says whether other records refer to the item. Nil if `isDocumentedOnly` is false for the
  /// item.
  ///
  /// Controlled documents are policies, documents and records of declared kinds with the trait `isControlledDocument`.
  let documentedOnly: String?

  static let view = View<Covering>(
    .scope("documents", { $0.documents.map(DiagnosticView.Wrapped.init) }),
    .scope("operation", { $0.operation.map(DiagnosticView.Wrapped.init) }),
    .scope("document_counts", \.documentCounts), .scope("operation_counts", \.operationCounts),
    .scope("state", { $0.state.map(DiagnosticView.Wrapped.init) }), .text("title", \.title),
    .optional("documented_only", \.documentedOnly))

  /// The maximum number of records in this section. The list of references to the item contains all records.
  private static let most = 40

  init(_ linker: Linker, _ place: ItemPosition) {
    let site = linker.site
    let item = site.coverage.item(place)
    func isDocument(_ kind: RecordKind) -> Bool { kind.traits.isControlledDocument }
    func list(_ isWanted: (RecordKind) -> Bool) -> HTML? {
      Covering.list(
        linker, item.records.filter { isWanted(site.dossier.entries[$0].kind) },
        item.kinds.filter { isWanted(site.dossier.kinds[$0]) })
    }
    documents = list(isDocument)
    operation = list { !isDocument($0) }
    let counts = Covering.counts(linker, place, item)
    documentCounts = FigureSentence(linker, counts.filter { isDocument($0.kind) }.map(\.text).joined(", "))
    operationCounts = FigureSentence(linker, counts.filter { !isDocument($0.kind) }.map(\.text).joined(", "))
    let isDefault = site.dossier.catalogues[place.catalogue].name == CatalogueLibrary.defaultName
    let words = HTML.build { out in
      CoverageWords.write(item.state, mustBeAnswered: isDefault, &out)
      if item.state == .referredTo {
        out.element("span", "none", ItemWords.notCovered)
        out.put(" ")
        out += (Covering.list(linker, item.referring, []) ?? HTML.empty).bytes
      }
    }
    state = words.isEmpty ? nil : words
    title = item.state == .planned || item.state == .excluded ? Titles.referredToBy : Titles.coveredBy
    let others = item.referring.filter { !isDocument(site.dossier.entries[$0].kind) }
    documentedOnly = item.isDocumentedOnly ? ItemWords.documentedOnly(hasOthers: !others.isEmpty) : nil
  }

  /// The number of covering records of each kind: "Policies: 3", "Documents: 1".
  private static func counts(
    _ linker: Linker, _ place: ItemPosition, _ item: Coverage.Item
  ) -> [(kind: RecordKind, text: FigureText)] {
    let dossier = linker.site.dossier
    let catalogue = dossier.catalogues[place.catalogue]
    let kinds = Set(item.records.map { dossier.entries[$0].kind.name })
    return dossier.kinds.filter { kinds.contains($0.name) }.map { kind in
      let name = FigureName.covering(catalogue: catalogue.name, item: catalogue.items[place.item].id, kind: kind.name)
      return (kind, ItemWords.count(kind, name))
    }
  }

  /// Links to at most `most` records, then links to the registers of the kinds. Nil if both lists are empty.
  private static func list(_ linker: Linker, _ records: [Int], _ kinds: [Int]) -> HTML? {
    guard !records.isEmpty || !kinds.isEmpty else { return nil }
    return HTML.build { out in
      out += linker.short(Array(records.prefix(most))).bytes
      if records.count > most { out.element("span", "note", " \(SiteWords.andOthers)") }
      for (n, kind) in kinds.enumerated() {
        if n > 0 || !records.isEmpty { out.put(", ") }
        let entry = linker.site.dossier.kinds[kind]
        out.element("span", "note", ItemWords.register)
        out.put(" ")
        out.link(linker.href(linker.site.routes.kinds[kind]), "ref") { $0.text(entry.plural) }
      }
    }
  }
}
