package import DossierMarkup
import DossierText

/// A field of a struct: its YAML key, its key path and its meaning.
package struct Field<Root, Value: FieldValue>: Sendable {
  let name: String
  let keyPath: any KeyPath<Root, Value> & Sendable
  let meaning: String
  let isRequired: Bool
  /// Whether the field limits the effect of the struct `Root`. For example, `until` limits an acceptance to a last day.
  ///
  /// If the value of a limit cannot be read, the whole struct is rejected. Otherwise, the struct would look as if it had no
  /// limit.
  let isLimit: Bool
  let example: String?

  /// Makes a field. A required list needs at least one item. If `Value.absent` is nil, the field is always required.
  package init(
    _ name: String, _ keyPath: any KeyPath<Root, Value> & Sendable, _ meaning: String, required: Bool = false,
    isLimit: Bool = false, example: String? = nil
  ) {
    self.name = name
    self.keyPath = keyPath
    self.meaning = meaning
    self.isRequired = required || Value.absent == nil
    self.isLimit = isLimit
    self.example = example
  }

  var shape: FieldShape {
    FieldShape(name: name, shape: Value.shape, isRequired: isRequired, meaning: meaning, example: example)
  }
}

/// The list of the fields of a struct. Decoding, display, JSON Schema, scaffolds and reference pages all use this list.
package struct Schema<Root: Sendable>: Sendable {
  package let fields: [FieldShape]
  private let read: @Sendable (YAMLNode, inout Decoding, inout [FieldEntry]?) -> Root?
  private let show: @Sendable (Root) -> [FieldContent.Member]

  /// Makes a schema. `make` is the memberwise initialiser of the struct, so the compiler compares the fields with the struct.
  package init<each Value: FieldValue>(
    _ field: repeat Field<Root, each Value>, make: @escaping @Sendable (repeat each Value) -> Root
  ) {
    var fields: [FieldShape] = []
    for field in repeat each field { fields.append(field.shape) }
    self.fields = fields
    self.read = { node, decoding, entries in
      let values = (repeat Self.value(of: each field, in: node, &decoding, &entries))
      do throws(Incomplete) {
        return try make(repeat Self.unwrap(each values))
      } catch {
        return nil
      }
    }
    self.show = { root in
      var members: [FieldContent.Member] = []
      for field in repeat each field {
        if let content = root[keyPath: field.keyPath].content {
          members.append(FieldContent.Member(name: field.name, content: content))
        }
      }
      return members
    }
  }

  /// Decodes a mapping and reports all problems. Returns nil if a required field is missing or invalid.
  ///
  /// If `ownsAllKeys` is false, other code checks unknown keys, and this function ignores them.
  package func decode(
    _ node: YAMLNode, _ decoding: inout Decoding, ownsAllKeys: Bool = true, entries: inout [FieldEntry]
  ) -> Root? {
    var kept: [FieldEntry]? = entries
    defer { entries = kept ?? [] }
    return decode(node, &decoding, ownsAllKeys: ownsAllKeys, &kept)
  }

  /// Decodes a mapping like `decode(_:_:ownsAllKeys:entries:)`, but does not list its fields for display.
  package func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Root? {
    var none: [FieldEntry]?
    return decode(node, &decoding, ownsAllKeys: true, &none)
  }

  private func decode(
    _ node: YAMLNode, _ decoding: inout Decoding, ownsAllKeys: Bool, _ entries: inout [FieldEntry]?
  ) -> Root? {
    guard let members = node.members else {
      decoding.wrongType(node, .mapping(fields))
      return nil
    }
    if ownsAllKeys {
      for member in members where !fields.contains(where: { $0.name == member.key }) {
        decoding.unknownKey(member, of: node, among: fields.map(\.name))
      }
    }
    return read(node, &decoding, &entries)
  }

  package func members(of root: Root) -> [FieldContent.Member] { show(root) }

  private struct Incomplete: Error {}

  private static func unwrap<Value>(_ value: Value?) throws(Incomplete) -> Value {
    guard let value else { throw Incomplete() }
    return value
  }

  private static func value<Value: FieldValue>(
    of field: Field<Root, Value>, in node: YAMLNode, _ decoding: inout Decoding,
    _ entries: inout [FieldEntry]?
  ) -> Value? {
    decoding.enter(field.name, isRequired: field.isRequired)
    defer { decoding.leave() }
    guard let member = node.member(field.name) else {
      if field.isRequired { decoding.missing(field.shape, in: node) }
      return field.isRequired ? nil : Value.absent
    }
    if !field.isRequired, member.value.isNull {
      decoding.empty(member, Value.shape)
      return Value.absent
    }
    guard let value = Value.decode(member.value, &decoding), !field.isLimit || value.content != nil else { return nil }
    if field.isRequired, case .sequence(let items) = member.value.content, items.isEmpty {
      decoding.missing(field.shape, in: node)
      return nil
    }
    // Content takes time to make, and most nested values do not need it.
    if entries != nil, let content = value.content {
      entries?.append(FieldEntry(content, member, list: decoding.lastList))
    }
    return value
  }
}

extension Decoding {
  /// Reports an optional field whose key has no value.
  mutating func empty(_ member: YAMLNode.Member, _ shape: ValueShape) {
    report(
      .emptyValue, "`\(member.key)` of \(subject) is empty", member.keySpan,
      help: "write \(shape.described), or remove the key")
  }

  mutating func missing(_ field: FieldShape, in node: YAMLNode) {
    let anchor = node.member("kind") ?? node.member("id") ?? node.members?.first
    let span = anchor.map { Span(Int($0.keySpan.lower), Int($0.value.span.upper)) } ?? node.span
    // A list or mapping without content is not a value.
    if let written = node.member(field.name), !written.value.isNull {
      return report(
        .missingField, "`\(field.name)` of \(place(above: field.name)) is empty", written.value.span,
        help: "write \(field.shape.described) (\(field.meaning))")
    }
    report(
      .missingField, "\(place(above: field.name)) has no `\(field.name)`", span,
      help: "add `\(field.name):` with \(field.shape.described) (\(field.meaning))")
  }

  /// Reports an unknown key. `node` is the mapping that contains the key.
  mutating func unknownKey(_ member: YAMLNode.Member, of node: YAMLNode, among names: [String]) {
    let meant = self.meant(by: member.key, among: names, joinedBy: "_")
    // If the mapping has another key with the same letters, renaming this key could create a duplicate key.
    let isOnly = spellings(like: member.key, in: node) == 1
    let isCertain = isOnly && meant.map(Suggestion.letters) == Suggestion.letters(of: member.key)
    report(
      .unknownKey, "\(place) has no field `\(member.key.prefix(60))`", member.keySpan,
      label: meant.map { "did you mean `\($0)`?" } ?? "",
      help: meant == nil ? "remove it, or begin your own field with `x-`" : "correct the key, or begin your own field with `x-`",
      fixes: meant.map { [Diagnostic.Fix(source.path, member.keySpan, member.key, to: $0, isCertain ? .certain : .suggested)] }
        ?? [])
  }
}

/// The type of a mapping inside a record. The type declares its own schema.
package protocol MappingValue: FieldValue {
  static var schema: Schema<Self> { get }
}

extension MappingValue {
  package static var shape: ValueShape { .mapping(schema.fields) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> Self? {
    schema.decode(node, &decoding)
  }

  package var content: FieldContent? {
    let members = Self.schema.members(of: self)
    return members.isEmpty ? nil : .mapping(members)
  }
}
