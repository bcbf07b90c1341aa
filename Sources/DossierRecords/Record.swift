/// The content of a record: a Swift type for a built-in kind, or data for a declared kind.
package protocol RecordContent: Sendable, Hashable {}

/// The typed content of a record of a built-in kind.
///
/// Each kind has one file. The file contains the struct and `kind`, which declares each field once.
package protocol Record: RecordContent {
  /// The name of the kind as written: `ai-system`.
  static var name: String { get }
  static var kind: RecordKind { get }
}
