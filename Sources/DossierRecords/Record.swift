/// A typed statement in a document's front matter. One file a kind: the struct, and its `kind` with every field named once.
package protocol Record: Sendable, Hashable {
  /// The kind's name as it is written: `ai-system`.
  static var name: String { get }
  static var kind: RecordKind { get }
}
