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
  /// The YAML of the front matter, whether or not it could be read. Nil if the file has no front matter.
  package let frontMatter: Span?
  /// Fields at the top of a Markdown file that were not read as front matter.
  package let leading: LeadingFields?
  /// The text of a Markdown file. Empty for YAML.
  package let body: MarkupTree

  init(
    source: SourceFile, form: Form, fields: YAMLNode?, isUnreadable: Bool, frontMatter: Span? = nil,
    leading: LeadingFields? = nil, body: MarkupTree
  ) {
    (self.source, self.form, self.fields, self.isUnreadable) = (source, form, fields, isUnreadable)
    (self.frontMatter, self.leading, self.body) = (frontMatter, leading, body)
  }

  package enum Form: Sendable { case markdown, yaml }

  package var path: SourcePath { source.path }
}
