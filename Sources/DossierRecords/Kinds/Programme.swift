package import DossierText

/// The way to a certificate and the years after it: stages, certificate, surveillance.
package struct Programme: Record {
  package let stages: [ProgrammeStage]
  package let certificate: Certificate?
  package let surveillance: [SurveillanceAudit]

  package static let name = "programme"

  package static let kind = RecordKind(
    name, prefix: "PRG", singular: "Programme", plural: "Programmes",
    meaning: "The plan by which the management system gets its certificate and keeps it.",
    clauses: ["4.4"], section: .governance,
    columns: ["stages", "certificate", "surveillance"],
    traits: KindTraits(.document, date: nil, []),
    Schema(
      Field("stages", \.stages, "the steps on the way"),
      Field("certificate", \.certificate, "the certificate, once there is one"),
      Field("surveillance", \.surveillance, "the audits of the certification body in the years after"),
      make: Programme.init))
}

/// A step on the way to a certificate.
package struct ProgrammeStage: MappingValue {
  package let name: String
  package let planned: CivilDate?
  package let actual: CivilDate?

  package static let schema = Schema(
    Field("name", \ProgrammeStage.name, "what it is called", example: "Stage 1 audit"),
    Field("planned", \ProgrammeStage.planned, "when it is planned"),
    Field("actual", \ProgrammeStage.actual, "when it took place"),
    make: ProgrammeStage.init)
}

/// A certificate for the management system.
package struct Certificate: MappingValue {
  package let body: String?
  package let number: String?
  package let issued: CivilDate?
  package let expires: CivilDate?

  package static let schema = Schema(
    Field("body", \Certificate.body, "the certification body"),
    Field("number", \Certificate.number, "its number", example: "NA-42-0417"),
    Field("issued", \Certificate.issued, "when it was issued"),
    Field("expires", \Certificate.expires, "its last day"),
    make: Certificate.init)
}

/// A certification body's audit while a certificate runs.
package struct SurveillanceAudit: MappingValue {
  package let planned: CivilDate
  package let actual: CivilDate?

  package static let schema = Schema(
    Field("planned", \SurveillanceAudit.planned, "when it is planned"),
    Field("actual", \SurveillanceAudit.actual, "when it took place"),
    make: SurveillanceAudit.init)
}
