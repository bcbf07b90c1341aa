/// The stable name of a rule, in lower-case words with hyphens. A name is never reused for another meaning.
///
/// Each module declares the ids of its rules next to the code that reports these rules. DossierRules contains the explanation
/// of every rule.
package struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }

  package var description: String { name }

  package static func < (a: RuleID, b: RuleID) -> Bool { a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
}

/// The ids of rules for which several independent parts of the program report diagnostics: the YAML and JSON readers, the
/// folder scan and the site plan.
extension RuleID {
  package static let duplicateKey = RuleID("duplicate-key")
  package static let missingConfiguration = RuleID("missing-configuration")
  package static let notUTF8 = RuleID("not-utf8")
  package static let pageCollision = RuleID("page-collision")
  package static let specialFile = RuleID("special-file")
  package static let symbolicLink = RuleID("symbolic-link")
  package static let unreadableFile = RuleID("unreadable-file")
}
