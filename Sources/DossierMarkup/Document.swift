package import DossierText

/// A parsed file: its front matter and its text.
package struct Document: Sendable {
  package let source: SourceFile
  package let form: Form
  /// The front matter of a Markdown file, or the content of a YAML file. Nil if this YAML is missing, empty or unreadable.
  package let fields: YAMLNode?
  /// Whether the front matter or the YAML file could not be read. True for an empty YAML file, but false if a Markdown file has
  /// no front matter.
  package let isUnreadable: Bool
  /// The text of a Markdown file. Empty for YAML.
  package let body: MarkupTree

  package enum Form: Sendable { case markdown, yaml }

  package var path: SourcePath { source.path }
}
