package import DossierText

/// Evidence that a control works: a file in the workspace or an item stored elsewhere.
package struct Evidence: Record {
  package let controls: [ItemReference]
  package let file: FilePath?
  package let location: String?
  package let seenBy: Reference<Role>?
  package let sha256: Digest?
  package let collected: CivilDate
  package let collectedBy: Reference<Role>
  package let method: String?
  package let period: EvidencePeriod?
  package let validUntil: CivilDate?
  package let automated: Bool?
  package let systems: [Reference<AISystem>]

  package static let name = "evidence"

  package static let kind = RecordKind(
    name, prefix: "EVD", singular: "Evidence", plural: "Evidence",
    meaning: "Evidence that a control is implemented and works, with the collecting role and the date.",
    clauses: ["7.5.3", "8.1"], section: .assurance,
    columns: ["controls", "collected", "collected_by", "valid_until"],
    traits: KindTraits(.event, date: "collected", [.observes], mainReader: .auditor),
    Schema(
      Field("controls", \.controls, "the controls and clauses that it supports", required: true, example: "[A.6.2.4]"),
      Field("file", \.file, "the file, relative to this one", example: "files/evd-019-validation-report.md"),
      Field(
        "location", \.location, "the storage place, if it is not in this workspace", example: "board archive, binder 2026-04"),
      Field("seen_by", \.seenBy, "the role that saw it at the storage place", example: "ROL-012"),
      Field("sha256", \.sha256, "the checksum of the file, as `sha256sum` prints it"),
      Field("collected", \.collected, "the date of collection"),
      Field("collected_by", \.collectedBy, "the role that collected it", example: "ROL-010"),
      Field("method", \.method, "how it was collected", example: "export from the monitoring dashboard"),
      Field("period", \.period, "the period it covers", isLimit: true),
      Field("valid_until", \.validUntil, "the last day on which it is valid", isLimit: true),
      Field("automated", \.automated, "whether it was collected automatically"),
      Field("systems", \.systems, "the AI systems concerned", example: "[AIS-002]"),
      make: Evidence.init))
}

/// The period that evidence covers.
package struct EvidencePeriod: MappingValue {
  package let from: CivilDate
  package let to: CivilDate

  package static let schema = Schema(
    Field("from", \EvidencePeriod.from, "the first day"),
    Field("to", \EvidencePeriod.to, "the last day"),
    make: EvidencePeriod.init)
}
