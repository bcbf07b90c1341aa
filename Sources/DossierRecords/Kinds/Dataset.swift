package import DossierText

/// Data for training, testing or running AI systems, with its source, rights and quality.
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
    meaning: "Data used to train, test or run AI systems, with its source, rights, quality and retention.",
    clauses: ["A.4.3", "A.7.2", "A.7.3", "A.7.4", "A.7.5", "A.7.6"], section: .systems,
    columns: ["source", "rights", "personal_data", "retention"],
    traits: KindTraits(.document, date: nil, [.mustBeReferenced, .needsIndependentApproval]),
    Schema(
      Field("source", \.source, "the source of the data", example: "credit applications in the shop"),
      Field("rights", \.rights, "the right to use it: a licence, a lawful basis or both"),
      Field("collection", \.collection, "how it was collected"),
      Field("preprocessing", \.preprocessing, "how it was preprocessed"),
      Field("quality", \.quality, "its measured quality"),
      Field("representativeness", \.representativeness, "how representative it is of the people and cases for which it is used"),
      Field("bias_tests", \.biasTests, "the tests for bias and their results"),
      Field("personal_data", \.personalData, "the personal data it contains"),
      Field("labels", \.labels, "how it was labelled"),
      Field("retention", \.retention, "how long it is kept", example: "five years after the contract ends"),
      Field("deletion_verified", \.deletionVerified, "the date when its deletion was verified"),
      Field("provenance", \.provenance, "the data sets from which it was made", example: "[DTS-003]"),
      make: Dataset.init))
}

/// The right to use the data: a licence, a lawful basis or both.
package struct DataRights: MappingValue {
  package let licence: String?
  package let lawfulBasis: String?

  package static let schema = Schema(
    Field("licence", \DataRights.licence, "the licence or contract"),
    Field(
      "lawful_basis", \DataRights.lawfulBasis, "the lawful basis for personal data",
      example: "performance of the credit contract"),
    make: DataRights.init)
}

/// The measured value of a quality metric of a data set.
package struct DataQuality: MappingValue {
  package let metric: String
  package let value: String
  package let date: CivilDate?

  package static let schema = Schema(
    Field("metric", \DataQuality.metric, "the metric", example: "share of missing values"),
    Field("value", \DataQuality.value, "the result", example: "0.4 % of rows"),
    Field("date", \DataQuality.date, "the date of the measurement"),
    make: DataQuality.init)
}

/// The personal data in a data set.
package struct PersonalData: MappingValue {
  package let categories: [String]
  package let minimisation: String?

  package static let schema = Schema(
    Field(
      "categories", \PersonalData.categories, "the categories of personal data",
      example: "[name, income, date of birth]"),
    Field(
      "minimisation", \PersonalData.minimisation, "the measures that limit it to what is needed",
      example: "names replaced by keys"),
    make: PersonalData.init)
}

/// How a data set was labelled.
package struct Labelling: MappingValue {
  package let who: String?
  package let quality: String?

  package static let schema = Schema(
    Field("who", \Labelling.who, "the people or companies that made the labels", example: "two annotators per photograph"),
    Field("quality", \Labelling.quality, "the quality of the labels", example: "agreement 0.87 (kappa)"),
    make: Labelling.init)
}
