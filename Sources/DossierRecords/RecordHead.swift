package import DossierText

/// What every record can say, whatever its kind.
package struct RecordHead: Sendable, Hashable {
  package let kind: String
  package let id: String
  package let title: String
  package let owner: Reference<Role>?
  package let status: Status?
  package let version: String?
  package let approvals: [Approval]
  package let supersedes: AnyReference?
  package let retired: CivilDate?
  package let audience: Audience?
  package let tags: [String]
  package let reviewCycle: CalendarDuration?
  package let reviewed: CivilDate?
  package let nextReview: CivilDate?

  package static let schema = Schema(
    Field("kind", \RecordHead.kind, "what this record is"),
    Field("id", \RecordHead.id, "its id: letters, digits and hyphens; never changed, never used again"),
    Field("title", \RecordHead.title, "its name in a few words"),
    Field("owner", \RecordHead.owner, "the role that answers for it", example: "ROL-001"),
    Field("status", \RecordHead.status, "where it stands; `active` when not written"),
    Field("version", \RecordHead.version, "its version, in quotes", example: "\"1.0\""),
    Field("approvals", \RecordHead.approvals, "who approved it, in which role, when"),
    Field("supersedes", \RecordHead.supersedes, "the earlier record of the same kind that it replaces"),
    Field("retired", \RecordHead.retired, "the day it went out of use; its id stays reserved"),
    Field("audience", \RecordHead.audience, "who may see it; `auditor` when not written"),
    Field("tags", \RecordHead.tags, "words to find it by", example: "[credit, europe]"),
    Field("review_cycle", \RecordHead.reviewCycle, "how often it is reviewed", example: "P1Y"),
    Field("reviewed", \RecordHead.reviewed, "the day it was last reviewed"),
    Field(
      "next_review", \RecordHead.nextReview,
      "the day by which it is reviewed next; when not written, `reviewed` and `review_cycle` give it"),
    make: RecordHead.init)

  package enum Status: String, Vocabulary {
    case draft, proposed, accepted, active, closed, rejected, superseded, retired
  }

  package enum Audience: String, Vocabulary {
    case `internal`, auditor, `public`
  }
}

/// Somebody's approval of a record in a role.
package struct Approval: MappingValue {
  package let by: Reference<Role>
  package let date: CivilDate
  package let name: String?
  package let digest: Digest?
  package let until: CivilDate?
  package let note: String?

  package static let schema = Schema(
    Field("by", \Approval.by, "the role that approved it", example: "ROL-001"),
    Field("date", \Approval.date, "when"),
    Field("name", \Approval.name, "who, as the organisation writes it"),
    Field("digest", \Approval.digest, "the digest of what was approved; `dossier approve` writes it"),
    Field("until", \Approval.until, "the last day on which it holds; no end when not written"),
    Field("note", \Approval.note, "a condition or remark"),
    make: Approval.init)

  package init(
    by: Reference<Role>, date: CivilDate, name: String?, digest: Digest?, until: CivilDate?, note: String?
  ) {
    (self.by, self.date, self.name) = (by, date, name)
    (self.digest, self.until, self.note) = (digest, until, note)
  }
}
