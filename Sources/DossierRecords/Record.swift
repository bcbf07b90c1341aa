/// What a record says: as a type of its own, or as data for a kind that an organisation declares.
package protocol RecordContent: Sendable, Hashable {}

/// A typed statement in a document's front matter. One file a kind: the struct, and its `kind` with every field named once.
package protocol Record: RecordContent {
  /// The kind's name as it is written: `ai-system`.
  static var name: String { get }
  static var kind: RecordKind { get }
}
