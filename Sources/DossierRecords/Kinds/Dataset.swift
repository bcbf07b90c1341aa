package import DossierText

/// Data that AI systems are trained, tested or run on: where it is from, by what right, and how good it is.
package struct Dataset: Record {
  package let source: String
  package let rights: DataRights
  package let collection: String?
  package let preprocessing: String?
  package let quality: [DataQuality]
  package let representativeness: String?
  package let biasTests: [TestResult]
  package let personalData: PersonalData?
  package let labels: Labelling?
  package let retention: String?
  package let deletionVerified: CivilDate?
  package let provenance: [Reference<Dataset>]

  package static let name = "dataset"

  package static let kind = RecordKind(
    name, prefix: "DTS", singular: "Data set", plural: "Data sets",
    meaning: "A body of data used to train, test or run AI systems, with its source, rights, quality and retention.",
    clauses: ["A.4.3", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"], section: .systems,
    columns: ["source", "rights", "personal_data", "retention"],
    traits: KindTraits(.document, date: nil, [.mustBeReferenced, .needsIndependentApproval]),
    Schema(
      Field("source", \.source, "where the data comes from", example: "credit applications in the shop"),
      Field("rights", \.rights, "by what right it is used: a licence, a lawful basis or both"),
      Field("collection", \.collection, "how it was collected"),
      Field("preprocessing", \.preprocessing, "how it was prepared"),
      Field("quality", \.quality, "its measured quality"),
      Field("representativeness", \.representativeness, "how well it stands for the people and cases it is used for"),
      Field("bias_tests", \.biasTests, "the tests for bias and their results"),
      Field("personal_data", \.personalData, "what it holds about people"),
      Field("labels", \.labels, "how its labels were made"),
      Field("retention", \.retention, "how long it is kept", example: "five years after the contract ends"),
      Field("deletion_verified", \.deletionVerified, "when its deletion was checked"),
      Field("provenance", \.provenance, "the data sets it was made from", example: "[DTS-003]"),
      make: Dataset.init))
}

/// By what right data is used; at least one of the two is given.
package struct DataRights: MappingValue {
  package let licence: String?
  package let lawfulBasis: String?

  package static let schema = Schema(
    Field("licence", \DataRights.licence, "the licence or contract it came under"),
    Field(
      "lawful_basis", \DataRights.lawfulBasis, "the lawful basis for personal data",
      example: "performance of the credit contract"),
    make: DataRights.init)
}

/// One measured quality of a data set.
package struct DataQuality: MappingValue {
  package let metric: String
  package let value: String
  package let date: CivilDate?

  package static let schema = Schema(
    Field("metric", \DataQuality.metric, "what was measured", example: "share of missing values"),
    Field("value", \DataQuality.value, "the result", example: "0.4 % of rows"),
    Field("date", \DataQuality.date, "when it was measured"),
    make: DataQuality.init)
}

/// What a data set holds about people.
package struct PersonalData: MappingValue {
  package let categories: [String]
  package let minimisation: String?

  package static let schema = Schema(
    Field(
      "categories", \PersonalData.categories, "the categories of personal data",
      example: "[name, income, date of birth]"),
    Field(
      "minimisation", \PersonalData.minimisation, "what is done to hold no more than needed",
      example: "names replaced by keys"),
    make: PersonalData.init)
}

/// How the labels of a data set were made.
package struct Labelling: MappingValue {
  package let who: String?
  package let quality: String?

  package static let schema = Schema(
    Field("who", \Labelling.who, "who made them", example: "two annotators per photograph"),
    Field("quality", \Labelling.quality, "how good they are", example: "agreement 0.87 (kappa)"),
    make: Labelling.init)
}
