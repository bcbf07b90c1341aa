package import DossierText

/// A table of mappings between the items of two frameworks. Each row is one mapping and refers to the claims that support it.
package struct Crosswalk: Sendable {
  package let name: String
  package let title: String
  /// The names of the two catalogues.
  package let source: Located
  package let target: Located
  package let claims: [Claim]
  package let cautions: [String]
  /// The file that contains the crosswalk. Nil for an embedded crosswalk.
  package let path: SourcePath?
  package let rows: [Row]
  /// The totals that the file itself states: the number of rows, of distinct source ids and of distinct target ids. A total that
  /// the file does not state is left out.
  package let asserted: [AssertedCount]

  /// A source that claims a relation, with the strength of the claim.
  package struct Claim: Sendable, Hashable {
    package let key: String
    package let strength: Strength
    package let by: String
    /// Publisher, title and edition of an authoritative publication that makes the claim. Nil if there is no such publication.
    package let publication: String?
    /// Whether the crosswalk is part of the program.
    package let isBundled: Bool

    init(key: String, strength: Strength, by: String, publication: String?, isBundled: Bool = false) {
      (self.key, self.strength, self.by) = (key, strength, by)
      (self.publication, self.isBundled) = (publication, isBundled)
    }

    /// The source that a site shows: the publication or, if there is none, `by`. Nil for a claim without a publication in an
    /// embedded crosswalk. Only the documentation of the program describes the source of such a claim.
    package var shownSource: String? { publication ?? (isBundled ? nil : by) }

    func bundled() -> Claim { Claim(key: key, strength: strength, by: by, publication: publication, isBundled: true) }
  }

  package struct Row: Sendable, Hashable {
    package let from: Located
    package let to: Located
    package let relation: Relation
    /// Indexes into `claims`.
    package let claims: [Int]
    package let note: String?
  }

  /// The strength of a claim, strongest first.
  package enum Strength: String, Vocabulary, Comparable {
    case structuralFact = "structural fact"
    case publishedMapping = "published mapping"
    case ourAnalysis = "our analysis"
    case article

    private var rank: Int { Strength.allCases.firstIndex(of: self) ?? 0 }

    /// A stronger claim compares as less than a weaker claim, so stronger claims are sorted first.
    package static func < (a: Strength, b: Strength) -> Bool { a.rank < b.rank }
  }

  /// How the requirements of two items overlap (set-theory relationships of NIST IR 8477).
  package enum Relation: String, Vocabulary {
    case equal, subset, superset, intersects

    /// The relation in the other direction.
    package var reversed: Relation {
      switch self {
      case .subset: .superset
      case .superset: .subset
      case .equal, .intersects: self
      }
    }
  }
}
