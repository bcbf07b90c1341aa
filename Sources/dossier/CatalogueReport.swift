import DossierBuild
import DossierRecords
import DossierText

/// The counts and the provenance of a catalogue or crosswalk, as lines for a terminal.
enum CatalogueReport {
  static func text(of file: CatalogueVerification.VerifiedFile, prefix: String) -> [String] {
    let place = prefix + file.path.description
    switch file.framework {
    case .catalogue(let catalogue): return text(of: catalogue, place)
    case .crosswalk(let crosswalk): return text(of: crosswalk, place)
    case .texts(let texts):
      return [
        "texts of \(texts.catalogue.text)", "  file      \(place)", "  passages  \(texts.passages.count)",
        "  licence   \(texts.licence)",
      ]
    case nil: return [place, "  cannot be read"]
    }
  }

  static func text(of catalogue: Catalogue, _ place: String = "inside the program") -> [String] {
    let kinds = counted("kind", catalogue.items.map(\.kind.rawValue), catalogue.asserted)
    let levels = counted("level", catalogue.items.map(\.level), catalogue.asserted)
    var lines = ["\(catalogue.name)  \(catalogue.title)", "  file      \(place)", "  edition   \(catalogue.edition)"]
    lines += ["  publisher \(catalogue.publisher)", "  items     \(catalogue.items.count)"]
    lines += ["  kinds     \(kinds)", "  levels    \(levels)"]
    let withdrawn = catalogue.items.count { $0.withdrawn != nil }
    if withdrawn > 0 { lines.append("  withdrawn \(withdrawn)") }
    for source in catalogue.provenance.sources {
      let details = [source.address, source.licence, source.gave].compactMap(\.self)
      lines.append("  source    " + ([source.name] + details).joined(separator: "; "))
    }
    if catalogue.provenance.sources.isEmpty { lines.append("  source    not stated") }
    lines.append("  verified  \(catalogue.provenance.verified ?? "not stated")")
    return lines + catalogue.provenance.cautions.map { "  caution   \($0)" }
  }

  static func text(of crosswalk: Crosswalk, _ place: String = "inside the program") -> [String] {
    func assertion(_ key: String) -> String {
      crosswalk.asserted.first { $0.key == key }.map { " (\($0.number) asserted)" } ?? ""
    }
    let (from, to) = (Set(crosswalk.rows.map(\.from.text)).count, Set(crosswalk.rows.map(\.to.text)).count)
    var lines = ["\(crosswalk.name)  \(crosswalk.title)", "  file      \(place)"]
    lines.append("  rows      \(crosswalk.rows.count)\(assertion("rows"))")
    lines.append("  from      \(from) items of \(crosswalk.source.text)\(assertion("source_ids"))")
    lines.append("  to        \(to) items of \(crosswalk.target.text)\(assertion("target_ids"))")
    for (i, claim) in crosswalk.claims.enumerated() {
      let rows = crosswalk.rows.count { $0.claims.contains(i) }
      lines.append("  claim     \(claim.strength.rawValue), \(rows) row\(rows == 1 ? "" : "s"): \(claim.by)")
    }
    return lines + crosswalk.cautions.map { "  caution   \($0)" }
  }

  /// How often each word occurs, in the order of the first occurrence: `clause 36 (36 asserted), control 38`.
  ///
  /// "36 asserted" is the count that the catalogue file itself states.
  private static func counted(_ key: String, _ words: [String], _ asserted: [AssertedCount]) -> String {
    let own = asserted.filter { $0.key == key }
    var order: [String] = []
    for word in words + own.compactMap(\.word) where !order.contains(word) { order.append(word) }
    return order.map { word in
      let assertion = own.first { $0.word == word }.map { " (\($0.number) asserted)" } ?? ""
      return "\(word) \(words.count { $0 == word })\(assertion)"
    }.joined(separator: ", ")
  }
}

extension DecodedDocument.DecodedFramework {
  /// The name by which a user selects this framework on the command line.
  var name: String {
    switch self {
    case .catalogue(let catalogue): catalogue.name
    case .crosswalk(let crosswalk): crosswalk.name
    case .texts(let texts): "texts of \(texts.catalogue.text)"
    }
  }
}
