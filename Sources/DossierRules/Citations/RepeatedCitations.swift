import DossierRecords
import DossierText

/// The citations of all texts, without repetitions. A citation that the same paragraph, heading or table cell repeats is one
/// citation with several places.
struct RepeatedCitations {
  private(set) var first: [CitedCatalogues.Site] = []
  private var places: [Key: [Diagnostic.Label]] = [:]

  private struct Key: Hashable {
    let path: SourcePath
    let block: Int
    let id: String
    let form: Citation.Form
    let frameworks: [CitedFramework]

    init(_ citation: Citation) {
      (path, block, id, form) = (citation.path, citation.block, citation.id, citation.form)
      frameworks = citation.frameworks
    }
  }

  init(_ sites: [CitedCatalogues.Site]) {
    for site in sites {
      let key = Key(site.citation)
      if places[key] == nil { first.append(site) }
      places[key, default: []].append(.init(site.citation.path, site.citation.span, "cited again here"))
    }
  }

  /// The places where the same text repeats the citation.
  func repetitions(of citation: Citation) -> [Diagnostic.Label] { Array(places[Key(citation)]?.dropFirst() ?? []) }
}
