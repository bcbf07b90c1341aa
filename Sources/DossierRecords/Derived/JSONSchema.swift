package import DossierText

/// A JSON Schema (draft 2020-12) for the front matter of a kind, derived from the fields of the kind. Editors and pipelines can
/// use the schema to check files.
package enum JSONSchema {
  package static func schema(of kind: RecordKind) -> JSON {
    let common = RecordHead.schema.fields.map { field in
      field.name == "kind" ? JSON.Member("kind", .object(["const": .string(kind.name)])) : member(field)
    }
    let required =
      RecordHead.schema.fields.filter { $0.isRequired }.map(\.name) + kind.requiredCommon
      + kind.fields.filter(\.isRequired).map(\.name)
    return .object([
      "$schema": .string("https://json-schema.org/draft/2020-12/schema"),
      "title": .string(kind.singular),
      "description": .string(kind.meaning),
      "type": .string("object"),
      "properties": .object(common + kind.fields.map(member)),
      "patternProperties": .object([.init("^x-", .bool(true))]),
      "required": .array(required.map(JSON.string)),
      "additionalProperties": .bool(false),
    ])
  }

  private static func member(_ field: FieldShape) -> JSON.Member {
    var schema = members(of: field.shape)
    if field.name == "id" { schema = [.init("type", .string("string")), .init("pattern", .string(idPattern))] }
    if field.isRequired, case .list = field.shape { schema.append(.init("minItems", .integer(1))) }
    schema.append(.init("description", .string(field.meaning)))
    return JSON.Member(field.name, .object(schema))
  }

  private static let idPattern = "^[A-Za-z]([A-Za-z0-9-]{0,62}[A-Za-z0-9])?$"

  private static func members(of shape: ValueShape) -> [JSON.Member] {
    switch shape {
    case .text, .markdown, .file:
      return [.init("type", .string("string")), .init("minLength", .integer(1))]
    case .date:
      return [
        .init("type", .string("string")), .init("format", .string("date")),
        .init("pattern", .string("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")),
      ]
    case .timestamp:
      let pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})$"
      return [.init("type", .string("string")), .init("pattern", .string(pattern))]
    case .duration:
      // Accept only lower-case words. A pattern that accepts both cases of each letter would be unreadable.
      let pattern =
        "^(P(?=[0-9])([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,4}D)?|[0-9]{1,4} (day|week|month|year)s?"
        + "|weekly|monthly|quarterly|half-yearly|semi-annually|yearly|annually)$"
      return [.init("type", .string("string")), .init("pattern", .string(pattern))]
    case .boolean: return [.init("type", .string("boolean"))]
    case .integer(let range):
      let bounds = range.map { [JSON.Member("minimum", .integer($0.lowerBound)), .init("maximum", .integer($0.upperBound))] }
      return [.init("type", .string("integer"))] + (bounds ?? [])
    case .number: return [.init("type", .string("number"))]
    case .digest: return [.init("type", .string("string")), .init("pattern", .string("^[0-9a-fA-F]{64}$"))]
    case .word(let words): return [.init("enum", .array(words.map(JSON.string)))]
    case .record: return [.init("type", .string("string")), .init("pattern", .string(idPattern))]
    // YAML reads an unquoted clause such as 10.1 as a number.
    case .item: return [.init("type", .array([.string("string"), .string("number")]))]
    case .list(let element): return [.init("type", .string("array")), .init("items", .object(members(of: element)))]
    case .mapping(let fields):
      let required = fields.filter(\.isRequired).map { JSON.string($0.name) }
      return [
        .init("type", .string("object")), .init("properties", .object(fields.map(member))),
        .init("required", .array(required)), .init("additionalProperties", .bool(false)),
      ]
    case .anything: return []
    }
  }
}
