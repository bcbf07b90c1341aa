import DossierRecords

/// The page that states the sources of the frameworks and crosswalks in the program, in Markdown.
enum SourceReference {
  static func text() throws -> String {
    let library = try CatalogueLibrary.verified()
    var lines = [
      "# Sources of the frameworks", "",
      "<!-- Written by `make docs`; do not edit. -->", "",
      "The program contains identifiers, short titles and crosswalks of these frameworks. This page says where they come from, what was",
      "compared, and what to know before relying on them. `dossier catalogue verify NAME` prints the same. A site shows publisher, title,",
      "edition and the strength of each claim only.", "",
    ]
    for catalogue in library.catalogues { lines += section(catalogue) }
    for crosswalk in library.crosswalks { lines += section(crosswalk) }
    return lines.joined(separator: "\n")
  }

  private static func section(_ catalogue: Catalogue) -> [String] {
    let provenance = catalogue.provenance
    let sources = provenance.sources.map { source in
      "- " + [source.name, source.address, source.licence, source.gave].compactMap { $0 }.joined(separator: "; ")
    }
    let note = catalogue.note.map { [$0 + ".", ""] } ?? []
    let head = ["## \(catalogue.title)", "", "`\(catalogue.name)`. \(catalogue.publisher), \(catalogue.edition).", ""] + note
    return head + list("Sources", sources) + (provenance.verified.map { ["Compared: \($0)", ""] } ?? [])
      + list("Cautions", provenance.cautions.map { "- \($0)" })
  }

  private static func section(_ crosswalk: Crosswalk) -> [String] {
    let claims = crosswalk.claims.enumerated().map { i, claim in
      let rows = crosswalk.rows.count { $0.claims.contains(i) }
      return "- \(claim.strength.rawValue), \(rows) \(rows == 1 ? "row" : "rows"): \(claim.by)"
    }
    return ["## \(crosswalk.title)", "", "`\(crosswalk.name)`, \(crosswalk.rows.count) rows.", ""] + list("Claims", claims)
      + list("Cautions", crosswalk.cautions.map { "- \($0)" })
  }

  private static func list(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["\(title):", ""] + lines + [""]
  }
}
