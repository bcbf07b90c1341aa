import DossierAssessment
import DossierRecords
import DossierText

/// One clause, control, article or group as a table row, with its title and the records that cover it.
struct ItemRow: ViewModel {
  let id: String
  let title: String
  let href: Href
  let level: String
  let isGroup: Bool
  let appliesFrom: String?
  let answers: HTML
  let state: HTML

  static let view = View<ItemRow>(
    .text("id", \.id), .text("title", \.title), .link("href", \.href), .text("level", \.level), .flag("is_group", \.isGroup),
    .optional("applies_from", \.appliesFrom), .html("answers", \.answers), .html("state", \.state))

  /// The maximum number of records in the row. The page of the item lists the other records.
  private static let most = 6

  init(_ linker: Linker, _ position: ItemPosition, depth: Int) {
    let site = linker.site
    let item = site.dossier.catalogues[position.catalogue].items[position.item]
    id = item.id
    title = item.title
    href = linker.href(site.routes.items[position.catalogue][position.item])
    level = "level-\(min(depth, 5))"
    isGroup = item.kind == .group
    appliesFrom = item.application.map(ItemWords.dates)
    answers = ItemRow.answers(linker, position)
    state = ItemRow.state(site, position)
  }

  /// Links to the first records that cover the item. If no record covers the item, the result states the coverage of the item.
  static func answers(_ linker: Linker, _ position: ItemPosition) -> HTML {
    let site = linker.site
    let answer = site.coverage.item(position)
    return HTML.build { out in
      if answer.state == .planned || answer.state == .excluded {
        let isDefault = site.dossier.catalogues[position.catalogue].name == CatalogueLibrary.defaultName
        CoverageWords.write(answer.state, mustBeAnswered: isDefault, &out)
        guard !answer.records.isEmpty else { return }
        out.put(" ")
        out.element("span", "none", ItemWords.referredToBy)
        return list(answer.records, &out)
      }
      list(answer.records, &out)
      if answer.state == .byKind {
        out.element("span", "note", ItemWords.registers)
        for (n, kind) in answer.kinds.enumerated() {
          if n > 0 { out.put(", ") }
          out.link(linker.href(site.routes.kinds[kind]), "ref") { $0.text(site.dossier.kinds[kind].plural) }
        }
      } else if answer.records.isEmpty {
        let isDefault = site.dossier.catalogues[position.catalogue].name == CatalogueLibrary.defaultName
        let isHeading = site.dossier.catalogues[position.catalogue].items[position.item].kind == .group
        if isHeading { out.element("span", "note", CoverageWords.seeParts) }
        CoverageWords.write(answer.state, mustBeAnswered: isDefault, &out)
      }
      if answer.state == .referredTo {
        out.element("span", "none", "\(ItemWords.notCovered) ")
        list(answer.referring, &out)
      }
    }
    func list(_ records: [Int], _ out: inout [UInt8]) {
      out += linker.short(Array(records.prefix(most))).bytes
      guard records.count > most else { return }
      out.put(" ")
      out.link(linker.href(site.routes.items[position.catalogue][position.item]), "note") {
        $0.text(SiteWords.andOthers)
      }
    }
  }

  /// The implementation status of a control in the Statement of Applicability. Empty for other items.
  private static func state(_ site: Site, _ position: ItemPosition) -> HTML {
    guard let row = site.row(catalogue: position.catalogue, item: position.item) else { return HTML.empty }
    return HTML.build { out in
      guard let record = row.record else {
        return out.element("span", "badge poor", row.implementation == nil ? ItemWords.noRecord : SiteWords.recordWithErrors)
      }
      if record.applicable {
        out.badge(record.implementation.rawValue)
      } else {
        out.element("span", "badge plain", SiteWords.excluded)
      }
    }
  }
}
