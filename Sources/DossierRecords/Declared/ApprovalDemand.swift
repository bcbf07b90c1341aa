import DossierText

/// How many approvals records of a kind need in an organisation, and whose count.
package struct ApprovalDemand: MappingValue {
  package let kind: Placed<String>
  /// One where it is not written.
  package let quorum: Placed<Int>?
  /// Ids of roles; empty where those of any role count.
  package let roles: [Placed<String>]
  /// Whose approval does not count, because the record is their own work.
  package let excluded: [Author]

  package static let schema = Schema(
    Field("kind", \ApprovalDemand.kind, "the kind of record it is about", example: "policy"),
    Field("quorum", \ApprovalDemand.quorum, "how many roles must have approved each of them; one when not written", example: "2"),
    Field("roles", \ApprovalDemand.roles, "the roles whose approvals count; any when not written", example: "[ROL-001, ROL-002]"),
    Field("not", \ApprovalDemand.excluded, "whose approval of their own work does not count", example: "[owner]"),
    make: ApprovalDemand.init)

  /// Whose work a record is, by the field that names the role.
  package enum Author: String, Vocabulary {
    case owner, assessor
  }

  package var number: Int { max(1, quorum?.value ?? 1) }

  /// Whether what demands name exists and can be met.
  static func check(_ demands: [ApprovalDemand], _ kinds: DeclaredKinds, _ decoding: inout Decoding) {
    var places: [String: Span] = [:]
    for demand in demands {
      let kind = demand.kind
      if !kinds.all.contains(where: { $0.name == kind.value }), !kinds.unread.contains(kind.value) {
        decoding.unknownKind(kind, among: kinds.all.map(\.name).sorted())
      } else if let first = places[kind.value] {
        decoding.reject(
          kind, "approvals of \(kind.value) are demanded twice", first: first, help: "make one demand of the two")
      }
      places[kind.value] = places[kind.value] ?? kind.span
      if let quorum = demand.quorum, quorum.value < 1 {
        decoding.reject(quorum, "\(quorum.value) approvals are always there", help: "write 1 or more")
      }
      let roles = Set(demand.roles.map { RecordID.key($0.value) })
      if let quorum = demand.quorum, !roles.isEmpty, quorum.value > roles.count {
        decoding.reject(
          quorum, "\(quorum.value) roles must approve, but only \(roles.count) may", help: "name more roles, or lower the quorum")
      }
    }
  }
}
