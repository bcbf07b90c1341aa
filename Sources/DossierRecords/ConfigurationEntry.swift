package import DossierText

/// The configuration with the spans of its fields.
package struct ConfigurationEntry: Sendable {
  package let configuration: Configuration
  package let source: SourceFile
  package let fields: [FieldEntry]
  /// All record kinds: the built-in ones, then the declared ones.
  package let kinds: [RecordKind]
  /// The names of declared kinds with an invalid declaration.
  package let unreadKinds: Set<String>

  package var path: SourcePath { source.path }

  /// The span of a field or a part of it. If it is missing, the span of the nearest parent, or the start of the file.
  package func span(of field: String) -> Span { fields.span(of: field) ?? fields.first?.keySpan ?? .start }
}
