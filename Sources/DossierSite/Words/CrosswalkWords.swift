import DossierAssessment
import DossierRecords

/// The wording of crosswalks and of relations between items.
enum CrosswalkWords {
  static let derived = "derived"
  static let derivedRelation = "may overlap with"
  static let derivedBasis = "no crosswalk in use here states this relation; both items are related to "
  static let unlisted = "Other derived relations are not listed."

  /// "EU AI Act mapped to ISO/IEC 42001".
  static func title(_ target: Catalogue, _ source: Catalogue) -> String { "\(target.short) mapped to \(source.short)" }

  /// The counts of a crosswalk as two sentences. The second sentence has no full stop.
  static func lead(_ site: Site, _ target: Catalogue, _ source: Catalogue, nouns: String) -> FigureText {
    let related = FigureName.related(catalogue: target.name, other: source.name)
    let covered = FigureName.relatedCovered(catalogue: target.name, other: source.name)
    let total = FigureName.coverageTotal(catalogue: target.name)
    return
      "\(related) of \(total) \(nouns) \(site.figures.count(related) == 1 ? "is" : "are") related to an item of \(source.short). "
      + "For \(covered) of these, a record covers at least one of the related items"
  }

  /// The relation, as words between the two items.
  static func words(_ relation: Crosswalk.Relation) -> String {
    switch relation {
    case .equal: "has the same requirements as"
    case .subset: "is part of"
    case .superset: "contains"
    case .intersects: "overlaps with"
    }
  }
}
