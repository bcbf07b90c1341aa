/// Who answers for what in the management system; a role, not a person (clause 5.3, control A.3.2).
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
    meaning: "A function that answers for something and may approve certain records: a post or team, not a person.",
    clauses: ["5.3", "7.2", "A.3.2", "A.4.6"], section: .governance,
    columns: ["held_by", "accountable_for", "approves", "deputies"],
    traits: KindTraits(.document, date: nil, [], mainReader: .everyone),
    Schema(
      Field(
        "accountable_for", \.accountableFor, "what it answers for",
        required: true, example: "[acceptance of residual risks]"),
      Field("held_by", \.heldBy, "the post or team that holds it", example: "Head of Data, Rotterdam"),
      Field(
        "approves", \.approves,
        "the kinds of record it may approve; for risks with one number after a colon, the highest score it may accept",
        example: "[policy, \"risk: residual up to 12\"]"),
      Field("deputies", \.deputies, "the roles that stand in for it", example: "[ROL-002]"),
      Field(
        "competences", \.competences, "what its holder must know or be able to do",
        example: "[reading a fairness report]"),
      Field(
        "ssh_keys", \.sshKeys, "public keys whose signatures count as its approval",
        example: "[\"ssh-ed25519 AAAAC3Nz... ai-governance\"]"),
      make: Role.init))
}
