/// The stable name of a rule: lower-case words with hyphens, never reused for another meaning.
///
/// Each floor declares the ids it reports beside the code that reports them; DossierRules explains every one.
package struct RuleID: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let name: String

  package init(_ name: String) { self.name = name }

  package var description: String { name }

  package static func < (a: RuleID, b: RuleID) -> Bool { a.name.utf8.lexicographicallyPrecedes(b.name.utf8) }
}
