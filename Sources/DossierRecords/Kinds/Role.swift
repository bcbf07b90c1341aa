/// A role that is accountable for tasks in the management system. A role is not a person (clause 5.3, control A.3.2).
package struct Role: Record {
  package let accountableFor: [String]
  package let heldBy: String?
  package let approves: [String]
  package let deputies: [Reference<Role>]
  package let competences: [String]
  package let sshKeys: [String]

  package static let name = "role"

  package static let kind = RecordKind(
    name, prefix: "ROL", singular: "Role", plural: "Roles",
    meaning: "A function with accountability and the right to approve certain records: a post or team, not a person.",
    clauses: ["5.3", "7.2", "A.3.2", "A.4.6"], section: .governance,
    columns: ["held_by", "accountable_for", "approves", "deputies"],
    traits: KindTraits(.document, date: nil, [], mainReader: .everyone),
    Schema(
      Field(
        "accountable_for", \.accountableFor, "its areas of accountability",
        required: true, example: "[acceptance of residual risks]"),
      Field("held_by", \.heldBy, "the post or team that has this role", example: "Head of Data, Rotterdam"),
      Field(
        "approves", \.approves,
        "the kinds of record that it may approve; for risks, a number after a colon is the highest score that it may accept",
        example: "[policy, \"risk: residual up to 12\"]"),
      Field("deputies", \.deputies, "the deputy roles", example: "[ROL-002]"),
      Field(
        "competences", \.competences, "the required knowledge and skills",
        example: "[reading a fairness report]"),
      Field(
        "ssh_keys", \.sshKeys, "the public keys whose signatures count as its approval",
        example: "[\"ssh-ed25519 AAAAC3Nz... ai-governance\"]"),
      make: Role.init))
}
