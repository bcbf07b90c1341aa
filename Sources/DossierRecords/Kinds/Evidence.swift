package import DossierText

/// Something that shows a control works: a file here, or a place elsewhere.
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
    meaning: "Something that shows a control is in place and works, with who collected it and when.",
    clauses: ["7.5.3", "8.1"], section: .assurance,
    columns: ["controls", "collected", "collected_by", "valid_until"],
    traits: KindTraits(.event, date: "collected", [.observes], mainReader: .auditor),
    Schema(
      Field("controls", \.controls, "the controls and clauses it shows", required: true, example: "[A.6.2.4]"),
      Field("file", \.file, "the file, relative to this one", example: "files/evd-019-validation-report.md"),
      Field("location", \.location, "where it is, when it is kept elsewhere", example: "board archive, binder 2026-04"),
      Field("seen_by", \.seenBy, "the role that saw it there", example: "ROL-012"),
      Field("sha256", \.sha256, "the checksum of the file, as `sha256sum` prints it"),
      Field("collected", \.collected, "when it was collected"),
      Field("collected_by", \.collectedBy, "the role that collected it", example: "ROL-010"),
      Field("method", \.method, "how it was collected", example: "export from the monitoring dashboard"),
      Field("period", \.period, "the time it speaks about"),
      Field("valid_until", \.validUntil, "the last day it counts"),
      Field("automated", \.automated, "whether a machine collected it"),
      Field("systems", \.systems, "the AI systems it is about", example: "[AIS-002]"),
      make: Evidence.init))
}

/// The time a piece of evidence speaks about.
package struct EvidencePeriod: MappingValue {
  package let from: CivilDate
  package let to: CivilDate

  package static let schema = Schema(
    Field("from", \EvidencePeriod.from, "its first day"),
    Field("to", \EvidencePeriod.to, "its last day"),
    make: EvidencePeriod.init)
}
