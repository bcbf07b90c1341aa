/// How many items or rows a catalogue or crosswalk declares.
package struct AssertedCount: Sendable, Hashable {
  /// What is counted: `kind` or `level` for a catalogue; `rows`, `source_ids` or `target_ids` for a crosswalk.
  package let key: String
  /// The kind or level. Nil for a crosswalk.
  package let word: String?
  package let number: Int
}
