package import DossierText

/// The certification programme: stages, certificate and surveillance audits.
package struct Programme: Record {
  package let stages: [ProgrammeStage]
  package let certificate: Certificate?
  package let surveillance: [SurveillanceAudit]

  package static let name = "programme"

  package static let kind = RecordKind(
    name, prefix: "PRG", singular: "Programme", plural: "Programmes",
    meaning: "The plan for obtaining and keeping the certificate of the management system.",
    clauses: ["4.4"], section: .governance,
    columns: ["stages", "certificate", "surveillance"],
    traits: KindTraits(.document, date: nil, []),
    Schema(
      Field("stages", \.stages, "the stages up to certification"),
      Field("certificate", \.certificate, "the certificate, after it was issued"),
      Field("surveillance", \.surveillance, "the surveillance audits of the certification body"),
      make: Programme.init))
}

/// A stage of the certification programme.
package struct ProgrammeStage: MappingValue {
  package let name: String
  package let planned: CivilDate?
  package let actual: CivilDate?

  package static let schema = Schema(
    Field("name", \ProgrammeStage.name, "the name of the stage", example: "Stage 1 audit"),
    Field("planned", \ProgrammeStage.planned, "the planned date"),
    Field("actual", \ProgrammeStage.actual, "the actual date"),
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
    Field("issued", \Certificate.issued, "the date of issue"),
    Field("expires", \Certificate.expires, "the last day of its validity"),
    make: Certificate.init)
}

/// A surveillance audit by the certification body.
package struct SurveillanceAudit: MappingValue {
  package let planned: CivilDate
  package let actual: CivilDate?

  package static let schema = Schema(
    Field("planned", \SurveillanceAudit.planned, "the planned date"),
    Field("actual", \SurveillanceAudit.actual, "the actual date"),
    make: SurveillanceAudit.init)
}
