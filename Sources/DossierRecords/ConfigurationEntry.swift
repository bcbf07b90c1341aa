package import DossierText

/// The configuration and where its fields were written.
package struct ConfigurationEntry: Sendable {
  package let configuration: Configuration
  package let source: SourceFile
  package let fields: [FieldEntry]
  /// Every kind there is: those of the program, then those declared here.
  package let kinds: [RecordKind]
  /// Names of kinds that are declared here, but not so that they can be used.
  package let unreadKinds: Set<String>

  package var path: SourcePath { source.path }

  /// Where a field or a part of it was written, else the nearest part above it that was, else the start of the file.
  package func span(of field: String) -> Span { fields.span(of: field) ?? fields.first?.keySpan ?? .start }
}
