import DossierMarkup
package import DossierText

/// A rule in the configuration that treats plain Markdown files as records.
///
/// The rule selects files, sets their record kind and maps the keys of their front matter to fields. The files are not changed.
package struct Adoption: MappingValue {
  package let files: OneOrMany<PathPattern>
  package let except: OneOrMany<PathPattern>?
  /// Keys that a file must have to be adopted. Other files stay pages.
  package let having: OneOrMany<String>?
  package let kind: Placed<String>
  /// For each field of the record kind, the key that the files use in their front matter.
  package let fields: OpenMapping?
  /// For each field of the record kind, the value for files that do not have the field.
  package let defaults: OpenMapping?
  /// For each role name in the files, the id of the role.
  package let roles: OpenMapping?

  package static let schema = Schema(
    Field("files", \Adoption.files, "the files, such as `docs/**/*.md`", example: "docs/**/*.md"),
    Field("except", \Adoption.except, "files to exclude"),
    Field("having", \Adoption.having, "keys that the front matter must have; other files stay pages", example: "[next_review]"),
    Field("kind", \Adoption.kind, "the record kind of the files", example: "document"),
    Field(
      "fields", \Adoption.fields, "for each field of the record kind, the key in the files",
      example: "{reviewed: last_reviewed_on}"),
    Field("defaults", \Adoption.defaults, "for each field of the record kind, the value for files that do not have it"),
    Field("roles", \Adoption.roles, "for each role name in the files, the id of the role"),
    make: Adoption.init)

  package func covers(_ path: SourcePath) -> Bool {
    path.fileExtension == "md" && files.items.contains { $0.matches(path) }
      && !(except?.items.contains { $0.matches(path) } ?? false)
  }
}
