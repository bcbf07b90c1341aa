import DossierMarkup
import DossierText

/// Checks that the kinds and fields in adoptions exist and that default values have the right type.
enum AdoptionCheck {
  static func check(_ adoptions: [Adoption], _ kinds: DeclaredKinds, _ decoding: inout Decoding) {
    for adoption in adoptions {
      guard let kind = kinds.all.first(where: { $0.name == adoption.kind.value }) else {
        if !kinds.unread.contains(adoption.kind.value) {
          decoding.unknownKind(adoption.kind, among: kinds.all.map(\.name).sorted())
        }
        continue
      }
      let shapes = (RecordHead.schema.fields + kind.fields).filter { $0.name != "kind" }
      decoding.subject = "the kind \(kind.name)"
      let names = shapes.map(\.name)
      let parts = Approval.schema.fields.map { "approvals." + $0.name }
      for (member, mapping) in adoption.fields?.pairs ?? [] where known(member, in: mapping, among: names + parts, &decoding) {
        _ = decoding.scalar(member.value, .text)
      }
      for (member, mapping) in adoption.defaults?.pairs ?? [] where known(member, in: mapping, among: names, &decoding) {
        guard let shape = shapes.first(where: { $0.name == member.key })?.shape else { continue }
        decoding.enter(member.key)
        _ = shape.decode(member.value, &decoding)
        decoding.leave()
      }
      for (member, mapping) in adoption.values?.pairs ?? [] where known(member, in: mapping, among: names, &decoding) {
        guard let shape = shapes.first(where: { $0.name == member.key })?.shape else { continue }
        check(words: member, shape, &decoding)
      }
      decoding.subject = "the configuration"
      for member in adoption.roles?.members ?? [] {
        guard let id = decoding.scalar(member.value, .record([Role.name])), !RecordID.isValid(id) else { continue }
        decoding.report(
          .badID, "`\(id.prefix(60))` cannot be an id", member.value.span, help: "write the id of a role, such as `ROL-001`")
      }
    }
  }

  /// Checks that each word of the files gets a value that the field can have.
  private static func check(words member: YAMLNode.Member, _ shape: ValueShape, _ decoding: inout Decoding) {
    guard let words = member.value.members else {
      decoding.enter(member.key)
      decoding.wrongType(member.value, .mapping([]))
      decoding.leave()
      return
    }
    for word in words {
      decoding.enter(member.key)
      let element = if case .list(let element) = shape { element } else { shape }
      _ = element.decode(word.value, &decoding)
      decoding.leave()
    }
  }

  private static func known(
    _ member: YAMLNode.Member, in mapping: OpenMapping, among names: [String], _ decoding: inout Decoding
  ) -> Bool {
    if names.contains(member.key) || member.key.utf8.starts(with: "x-".utf8) { return true }
    decoding.unknownKey(member, of: mapping.node, among: names)
    return false
  }
}
