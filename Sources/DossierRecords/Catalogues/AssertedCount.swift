/// How many of something a catalogue or crosswalk says it holds.
package struct AssertedCount: Sendable, Hashable {
  /// What is counted: `kind` or `level` of a catalogue's items; `rows`, `source_ids` or `target_ids` of a crosswalk.
  package let key: String
  /// The kind or level; nil for a crosswalk.
  package let word: String?
  package let number: Int
}
