/// The stable name of a rule: lower-case words with hyphens, never reused for another meaning.
///
/// Each floor declares the ids it reports beside the code that reports them; DossierRules explains every one.
package struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }

  package var description: String { name }

  package static func < (a: RuleID, b: RuleID) -> Bool { a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
}

/// What is reported by several parts that know nothing of each other: readers of YAML and of JSON, the scan of a folder, the plan of a site.
extension RuleID {
  package static let duplicateKey = RuleID("duplicate-key")
  package static let missingConfiguration = RuleID("missing-configuration")
  package static let notUTF8 = RuleID("not-utf8")
  package static let pageCollision = RuleID("page-collision")
  package static let specialFile = RuleID("special-file")
  package static let symbolicLink = RuleID("symbolic-link")
  package static let unreadableFile = RuleID("unreadable-file")
}
