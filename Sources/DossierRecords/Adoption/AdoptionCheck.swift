import DossierMarkup
import DossierText

/// Whether what adoptions name exists: the kind, its fields, and values of them that fit.
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
      for member in adoption.fields?.members ?? [] {
        let parts = Approval.schema.fields.map { "approvals." + $0.name }
        if known(member, among: shapes.map(\.name) + parts, &decoding) { _ = decoding.scalar(member.value, .text) }
      }
      for member in adoption.defaults?.members ?? [] where known(member, among: shapes.map(\.name), &decoding) {
        guard let shape = shapes.first(where: { $0.name == member.key })?.shape else { continue }
        decoding.enter(member.key)
        _ = shape.decode(member.value, &decoding)
        decoding.leave()
      }
      decoding.subject = "the configuration"
      for member in adoption.roles?.members ?? [] {
        guard let id = decoding.scalar(member.value, .record([Role.name])), !RecordID.isValid(id) else { continue }
        decoding.report(
          .badID, "`\(id.prefix(60))` cannot be an id", member.value.span, help: "write the id of a role, such as `ROL-001`")
      }
    }
  }

  private static func known(_ member: YAMLNode.Member, among names: [String], _ decoding: inout Decoding) -> Bool {
    if names.contains(member.key) || member.key.utf8.starts(with: "x-".utf8) { return true }
    decoding.unknownKey(member, among: names)
    return false
  }
}
