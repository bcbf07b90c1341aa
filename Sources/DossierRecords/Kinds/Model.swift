package import DossierText

/// A model that AI systems use, made by the organisation or bought, with its use, quality and limitations.
package struct Model: Record {
  package let origin: Origin
  package let supplier: Reference<Supplier>?
  package let architecture: String?
  package let training: ModelTraining?
  package let intendedUse: [String]
  package let outOfScope: [String]
  package let limitations: [String]
  package let metrics: [ModelMetric]
  package let fairness: [FairnessResult]
  package let robustness: [String]
  package let securityTests: [TestResult]
  package let explainability: String?
  package let license: String?
  package let deploymentMode: String?
  package let state: State?
  package let weightsDisposal: String?

  package static let name = "model"

  package static let kind = RecordKind(
    name, prefix: "MDL", singular: "Model", plural: "Models",
    meaning: "A trained model that AI systems use, with its origin, intended use, measured quality and known limitations.",
    clauses: ["A.6.2.3", "A.6.2.4", "A.6.2.7"], section: .systems, requires: ["version"],
    columns: ["origin", "supplier", "architecture", "state"],
    traits: KindTraits(
      .document, date: nil, [.needsEffectiveReferences, .mustBeReferenced, .needsIndependentApproval],
      endedBy: .init("state", "retired"), mainReader: .everyone),
    Schema(
      Field("origin", \.origin, "whether it was made internally or by a supplier"),
      Field("supplier", \.supplier, "the supplier that made it, if any", example: "SUP-001"),
      Field("architecture", \.architecture, "its architecture", example: "gradient-boosted trees, 400 rounds"),
      Field("training", \.training, "how it was trained"),
      Field("intended_use", \.intendedUse, "its intended uses", example: "[score applications for instalment credit]"),
      Field("out_of_scope", \.outOfScope, "the uses for which it must not be used", example: "[pricing, collection]"),
      Field("limitations", \.limitations, "its known limitations", example: "[few cases of applicants under 21]"),
      Field("metrics", \.metrics, "its measured quality"),
      Field("fairness", \.fairness, "its results for groups of people"),
      Field(
        "robustness", \.robustness, "its known behaviour with unusual or hostile input",
        example: "[stable under 5 % missing fields]"),
      Field("security_tests", \.securityTests, "the attacks tested against it, with the results"),
      Field(
        "explainability", \.explainability, "how its results can be explained",
        example: "reason codes from the four largest contributions"),
      Field("license", \.license, "the licence terms"),
      Field("deployment_mode", \.deploymentMode, "how it is operated", example: "supplier's API, fixed snapshot"),
      Field("state", \.state, "whether it may still be used"),
      Field("weights_disposal", \.weightsDisposal, "the disposal of its weights after retirement"),
      make: Model.init))

  /// The maker of a model.
  package enum Origin: String, Vocabulary {
    case inHouse = "internal"
    case supplier
  }

  /// The state of a model.
  package enum State: String, Vocabulary {
    case registered, deprecated, retired
  }
}

/// How a model was trained.
package struct ModelTraining: MappingValue {
  package let approach: String?
  package let parameters: String?
  package let data: [Reference<Dataset>]
  package let compute: String?
  package let energy: String?

  package static let schema = Schema(
    Field("approach", \ModelTraining.approach, "the method of training"),
    Field("parameters", \ModelTraining.parameters, "the number of parameters and the important settings"),
    Field("data", \ModelTraining.data, "the training data sets", example: "[DTS-003]"),
    Field("compute", \ModelTraining.compute, "the computing used", example: "6 GPU hours"),
    Field("energy", \ModelTraining.energy, "the energy used", example: "about 4 kWh"),
    make: ModelTraining.init)
}

/// The measured value of a quality metric of a model.
package struct ModelMetric: MappingValue {
  package let name: String
  package let value: Decimal
  package let unit: String?
  package let slice: String?
  package let interval: String?
  package let threshold: String?
  package let dataset: Reference<Dataset>?
  package let date: CivilDate?

  package static let schema = Schema(
    Field("name", \ModelMetric.name, "the metric", example: "AUC"),
    Field("value", \ModelMetric.value, "the result", example: "0.81"),
    Field("unit", \ModelMetric.unit, "the unit of the result", example: "\"%\""),
    Field("slice", \ModelMetric.slice, "the part of the data used for the measurement", example: "applicants under 25"),
    Field("interval", \ModelMetric.interval, "the confidence interval of the result", example: "0.79 to 0.83 (95 %)"),
    Field("threshold", \ModelMetric.threshold, "the required value", example: "\">= 0.78\""),
    Field("dataset", \ModelMetric.dataset, "the data set used for the measurement", example: "DTS-004"),
    Field("date", \ModelMetric.date, "the date of the measurement"),
    make: ModelMetric.init)
}

/// The result of a model for one group of people.
package struct FairnessResult: MappingValue {
  package let group: String
  package let metric: String
  package let value: Decimal
  package let threshold: String?

  package static let schema = Schema(
    Field("group", \FairnessResult.group, "the group", example: "applicants aged 60 and over"),
    Field("metric", \FairnessResult.metric, "the metric", example: "approval-rate ratio"),
    Field("value", \FairnessResult.value, "the result", example: "0.93"),
    Field("threshold", \FairnessResult.threshold, "the required value", example: "\">= 0.90\""),
    make: FairnessResult.init)
}

/// A test of a model or data set, with its result.
package struct TestResult: MappingValue {
  package let test: String
  package let result: String
  package let date: CivilDate?

  package static let schema = Schema(
    Field("test", \TestResult.test, "the test"),
    Field("result", \TestResult.result, "the result"),
    Field("date", \TestResult.date, "the date of the test"),
    make: TestResult.init)
}
