package import DossierText

/// A parsed file: its front matter and its text.
package struct Document: Sendable {
  package let source: SourceFile
  package let form: Form
  /// The front matter of a Markdown file, or the content of a YAML file. Nil if it is missing or unreadable.
  package let fields: YAMLNode?
  /// Whether the front matter exists but could not be read.
  package let isUnreadable: Bool
  /// The text of a Markdown file. Empty for YAML.
  package let body: MarkupTree

  package enum Form: Sendable { case markdown, yaml }

  package var path: SourcePath { source.path }
}
