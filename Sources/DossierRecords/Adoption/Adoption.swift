import DossierMarkup
package import DossierText

/// Says that Markdown files which know nothing of this program are records: which files, of which kind, and which keys of their front
/// matter mean what. Nothing in the files is touched.
package struct Adoption: MappingValue {
  package let files: OneOrMany<PathPattern>
  package let except: OneOrMany<PathPattern>?
  /// Keys without which a file is left a page.
  package let having: OneOrMany<String>?
  package let kind: Placed<String>
  /// Our fields, and the keys that mean them.
  package let fields: OpenMapping?
  /// Our fields, and what they hold in files that do not say.
  package let defaults: OpenMapping?
  /// Names of roles as the files write them, and the ids of the roles.
  package let roles: OpenMapping?

  package static let schema = Schema(
    Field("files", \Adoption.files, "the files, such as `docs/**/*.md`", example: "docs/**/*.md"),
    Field("except", \Adoption.except, "which of them not"),
    Field("having", \Adoption.having, "keys of the front matter without which a file stays a page", example: "[next_review]"),
    Field("kind", \Adoption.kind, "the kind of record they are", example: "document"),
    Field("fields", \Adoption.fields, "for each of our fields the key that means it", example: "{reviewed: last_reviewed_on}"),
    Field("defaults", \Adoption.defaults, "for each of our fields what it holds where a file does not say"),
    Field("roles", \Adoption.roles, "for each name of a role in the files the id of the role"),
    make: Adoption.init)

  package func covers(_ path: SourcePath) -> Bool {
    path.fileExtension == "md" && files.items.contains { $0.matches(path) }
      && !(except?.items.contains { $0.matches(path) } ?? false)
  }
}
