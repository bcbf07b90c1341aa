package import DossierText

/// The common fields of all records.
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
    Field("kind", \RecordHead.kind, "the kind of this record"),
    Field("id", \RecordHead.id, "its id: letters, digits and hyphens; never changed and never reused"),
    Field("title", \RecordHead.title, "its name in a few words"),
    Field("owner", \RecordHead.owner, "the role that is accountable for it", example: "ROL-001"),
    Field("status", \RecordHead.status, "its status; by default `active`"),
    Field("version", \RecordHead.version, "its version, in quotes", example: "\"1.0\""),
    Field("approvals", \RecordHead.approvals, "its approvals, with role and date"),
    Field("supersedes", \RecordHead.supersedes, "the earlier record of the same kind that it replaces"),
    Field("retired", \RecordHead.retired, "the date when it was retired; its id stays reserved"),
    Field("audience", \RecordHead.audience, "the audience that may see it; by default `auditor`"),
    Field("tags", \RecordHead.tags, "keywords for the search", example: "[credit, europe]"),
    Field("review_cycle", \RecordHead.reviewCycle, "how often it is reviewed", example: "P1Y"),
    Field("reviewed", \RecordHead.reviewed, "the date of the last review"),
    Field(
      "next_review", \RecordHead.nextReview,
      "the due date of the next review; by default calculated from `reviewed` and `review_cycle`"),
    make: RecordHead.init)

  package enum Status: String, Vocabulary {
    case draft, proposed, accepted, active, closed, rejected, superseded, retired
  }

  package enum Audience: String, Vocabulary {
    case `internal`, auditor, `public`
  }
}

/// An approval of a record by a role.
package struct Approval: MappingValue {
  package let by: Reference<Role>
  package let date: CivilDate
  package let name: String?
  package let digest: Digest?
  package let until: CivilDate?
  package let note: String?

  package static let schema = Schema(
    Field("by", \Approval.by, "the role that approved it", example: "ROL-001"),
    Field("date", \Approval.date, "the date of the approval"),
    Field("name", \Approval.name, "the name of the person, as the organisation writes it"),
    Field("digest", \Approval.digest, "the digest of the approved content; `dossier approve` writes it", isLimit: true),
    Field("until", \Approval.until, "the last day on which it is effective; by default without end", isLimit: true),
    Field("note", \Approval.note, "a condition or note"),
    make: Approval.init)

  package init(
    by: Reference<Role>, date: CivilDate, name: String?, digest: Digest?, until: CivilDate?, note: String?
  ) {
    (self.by, self.date, self.name) = (by, date, name)
    (self.digest, self.until, self.note) = (digest, until, note)
  }
}
