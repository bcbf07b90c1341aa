package import DossierText

/// One parsed file: what its front matter says, and its text.
package struct Document: Sendable {
  package let source: SourceFile
  package let form: Form
  /// The front matter of a Markdown file, or the whole of a YAML file; nil where there is none or it cannot be read.
  package let fields: YAMLNode?
  /// True when there is front matter that cannot be read: then nothing is known of what it says.
  package let isUnreadable: Bool
  /// The text of a Markdown file; empty for YAML.
  package let body: MarkupTree

  package enum Form: Sendable { case markdown, yaml }

  package var path: SourcePath { source.path }
}
