package import DossierText

/// The configuration with the spans of its fields.
package struct ConfigurationEntry: Sendable {
  package let configuration: Configuration
  package let source: SourceFile
  package let fields: [FieldEntry]
  /// All record kinds: first the built-in kinds, then the declared kinds.
  package let kinds: [RecordKind]
  /// The names of declared kinds with an invalid declaration.
  package let unreadKinds: Set<String>

  package var path: SourcePath { source.path }

  /// The span of a field or of a part of a field (`risk.acceptable`).
  ///
  /// If the part is missing, returns the span of its nearest parent. If the whole field is missing, returns the key of the first
  /// field, or the start of a file without fields.
  package func span(of field: String) -> Span { fields.span(of: field) ?? fields.first?.keySpan ?? .start }
}
