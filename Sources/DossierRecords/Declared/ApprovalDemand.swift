import DossierText

/// The number of approvals that records of a kind need, and the roles whose approvals count.
package struct ApprovalDemand: MappingValue {
  package let kind: Placed<String>
  /// The number of roles that must approve each record. Nil means one role.
  package let quorum: Placed<Int>?
  /// The ids of roles. Empty if approvals of all roles count.
  package let roles: [Placed<String>]
  /// Authors whose approval of their own work does not count.
  package let excluded: [Author]

  package static let schema = Schema(
    Field("kind", \ApprovalDemand.kind, "the kind of record", example: "policy"),
    Field("quorum", \ApprovalDemand.quorum, "the number of roles that must approve each record; by default one", example: "2"),
    Field("roles", \ApprovalDemand.roles, "the roles whose approvals count; by default all roles", example: "[ROL-001, ROL-002]"),
    Field("not", \ApprovalDemand.excluded, "the authors whose approval of their own record does not count", example: "[owner]"),
    make: ApprovalDemand.init)

  /// The field of a record that contains the role of an author.
  package enum Author: String, Vocabulary {
    case owner, assessor
  }

  package var number: Int { max(1, quorum?.value ?? 1) }

  /// Checks that the kinds in the demands exist and that the demands can be fulfilled.
  static func check(_ demands: [ApprovalDemand], _ kinds: DeclaredKinds, _ decoding: inout Decoding) {
    var places: [String: Span] = [:]
    for demand in demands {
      let kind = demand.kind
      if !kinds.all.contains(where: { $0.name == kind.value }), !kinds.unread.contains(kind.value) {
        decoding.unknownKind(kind, among: kinds.all.map(\.name).sorted())
      } else if let first = places[kind.value] {
        decoding.reject(
          kind, "approvals of \(kind.value) are declared twice", first: first, help: "merge the two entries")
      }
      places[kind.value] = places[kind.value] ?? kind.span
      if let quorum = demand.quorum, quorum.value < 1 {
        decoding.reject(quorum, "a quorum of \(quorum.value) is always reached", help: "write 1 or more")
      }
      let roles = Set(demand.roles.map { RecordID.key($0.value) })
      if let quorum = demand.quorum, !roles.isEmpty, quorum.value > roles.count {
        decoding.reject(
          quorum, "\(quorum.value) roles must approve, but approvals of only \(roles.count) count",
          help: "add roles, or lower the quorum")
      }
    }
  }
}
