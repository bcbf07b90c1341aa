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
  /// The id of each record, made from its file. Nil if the id is the mapped key or is derived from the path.
  package let id: NameTemplate?
  /// Other names by which the files refer to each record.
  package let names: OneOrMany<NameTemplate>?
  /// The key with the language of a file. Files in several languages can have the same id.
  package let language: Placed<String>?
  /// For each field of the record kind, the key that the files use in their front matter.
  package let fields: OpenMapping?
  /// For each field of the record kind, the words of the files and the words of the kind.
  package let values: OpenMapping?
  /// For each field of the record kind, the value for files that do not have the field.
  package let defaults: OpenMapping?
  /// For each role name in the files, the id of the role.
  package let roles: OpenMapping?
  /// The name of the preset that supplies the keys that the adoption does not have.
  package let preset: Placed<String>?

  package static let schema = Schema(
    Field("files", \Adoption.files, "the files, such as `docs/**/*.md`", example: "docs/**/*.md"),
    Field("except", \Adoption.except, "files to exclude"),
    Field("having", \Adoption.having, "keys that the files must have; other files stay pages", example: "[next_review]"),
    Field("kind", \Adoption.kind, "the record kind of the files", example: "document"),
    Field("id", \Adoption.id, "the id, made from the file", example: "\"RI-{stem before _}\""),
    Field("names", \Adoption.names, "other names by which files refer to the records", example: "[\"{stem}\"]"),
    Field("language", \Adoption.language, "the key with the language, if files in several languages have the same id"),
    Field(
      "fields", \Adoption.fields, "for each field of the record kind, the key in the files",
      example: "{reviewed: last_reviewed_on}"),
    Field("values", \Adoption.values, "for each field with a list of words, the words in the files"),
    Field("defaults", \Adoption.defaults, "for each field of the record kind, the value for files that do not have it"),
    Field("roles", \Adoption.roles, "for each role name in the files, the id of the role"),
    Field("preset", \Adoption.preset, "the name of a common layout, which supplies the other keys", example: "govuk-tech-docs"),
    make: Adoption.init)

  /// Whether a path matches a pattern. A file that is not named `.md` must match a pattern that ends with its file extension, so
  /// that `docs/**` does not cover pictures and tables. A file in YAML or JSON is never covered.
  package func covers(_ path: SourcePath) -> Bool {
    files.items.contains { Adoption.covers(path, by: $0) } && !(except?.items.contains { $0.matches(path) } ?? false)
  }

  package static func covers(_ path: SourcePath, by pattern: PathPattern) -> Bool {
    let end = path.fileExtension
    if ["yaml", "yml", "json"].contains(end) { return false }
    return (end == "md" || pattern.ending.lowercased().hasSuffix("." + end)) && pattern.matches(path)
  }

  /// The name of a file without its extensions. For the pattern `*.html.md.erb`, the extensions are `.html.md.erb`.
  func stem(of path: SourcePath) -> String {
    let name = Array(path.name.utf8)
    let pattern = files.items.first { Adoption.covers(path, by: $0) && $0.ending.utf8.first == UInt8(ascii: ".") }
    let end = pattern.map { Array($0.ending.utf8) } ?? []
    let count = end.count < name.count && name.suffix(end.count).elementsEqual(end) ? end.count : 0
    return String(decoding: name.dropLast(count > 0 ? count : path.extensionLength), as: UTF8.self)
  }
}

extension PathPattern {
  /// The text after the last wildcard, if the last part of the pattern has a wildcard. Else the last part. `.html.md.erb` for
  /// `docs/**/*.html.md.erb`.
  fileprivate var ending: String {
    let last = description.split(separator: "/").last ?? ""
    let wildcard = last.utf8.lastIndex { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }
    return String(wildcard.map { last[last.utf8.index(after: $0)...] } ?? last)
  }
}

extension SourcePath {
  /// The length in bytes of the file extension with its dot. Zero if the name has no extension.
  var extensionLength: Int { fileExtension.isEmpty ? 0 : fileExtension.utf8.count + 1 }

  /// Whether a file of this name is read as Markdown and not as YAML.
  package var isMarkup: Bool { !["yaml", "yml", "json"].contains(fileExtension) }
}
