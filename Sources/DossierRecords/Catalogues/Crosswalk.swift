package import DossierText

/// Rows that say which items of two frameworks meet, each with who says so.
package struct Crosswalk: Sendable {
  package let name: String
  package let title: String
  /// Names of the two catalogues.
  package let source: Located
  package let target: Located
  package let claims: [Claim]
  package let cautions: [String]
  /// Where it was read: nil for one inside the program.
  package let path: SourcePath?
  package let rows: [Row]
  /// How many rows and different ends its file says there are.
  package let asserted: [AssertedCount]

  /// Somebody who says so, and how much that is worth.
  package struct Claim: Sendable, Hashable {
    package let key: String
    package let strength: Strength
    package let by: String
  }

  package struct Row: Sendable, Hashable {
    package let from: Located
    package let to: Located
    package let relation: Relation
    /// Positions in `claims`.
    package let claims: [Int]
    package let note: String?
  }

  /// How much a claim is worth, the strongest first.
  package enum Strength: String, Vocabulary, Comparable {
    case structuralFact = "structural fact"
    case publishedMapping = "published mapping"
    case ourAnalysis = "our analysis"
    case article

    private var rank: Int { Strength.allCases.firstIndex(of: self) ?? 0 }

    /// A stronger claim is less: it comes first.
    package static func < (a: Strength, b: Strength) -> Bool { a.rank < b.rank }
  }

  /// How what two items ask for overlaps (the set-theory relationships of NIST IR 8477).
  package enum Relation: String, Vocabulary {
    case equal, subset, superset, intersects

    /// The same seen from the other end.
    package var reversed: Relation {
      switch self {
      case .subset: .superset
      case .superset: .subset
      case .equal, .intersects: self
      }
    }
  }
}
