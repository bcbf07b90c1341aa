import DossierRecords
import DossierText

/// What has run out or changed about a record that is still in use, so that its status alone would look too healthy.
struct Lapse: Sendable {
  /// The field it stands in.
  let field: String
  let words: String

  static func all(_ site: Site, _ position: Int) -> [Lapse] {
    let entry = site.dossier.entries[position]
    guard !entry.isRetired else { return [] }
    var lapses: [Lapse] = []
    switch entry.kind.name {
    case Evidence.name:
      if case .date(let end)? = entry.field("valid_until")?.content, end < site.asOf {
        lapses.append(Lapse(field: "valid_until", words: "expired"))
      }
      if let day = entry.occasion, !day.hasCome(by: site.asOf) {
        lapses.append(Lapse(field: "collected", words: "not collected yet"))
      }
      if EvidenceState.fileMatches(site.dossier, position) == false {
        lapses.append(Lapse(field: "file", words: "file differs"))
      }
    case Risk.name:
      guard case .mapping(let members)? = entry.field("acceptance")?.content else { break }
      if case .date(let date)? = members.first(where: { $0.name == "date" })?.content, !date.hasCome(by: site.asOf) {
        lapses.append(Lapse(field: "acceptance", words: "not accepted yet"))
      } else if case .date(let until)? = members.first(where: { $0.name == "until" })?.content, until < site.asOf {
        lapses.append(Lapse(field: "acceptance", words: "acceptance expired"))
      }
    default: break
    }
    return lapses
  }
}
