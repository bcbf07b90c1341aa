package import DossierText

/// A model that AI systems run, own or bought: what it is for, how good it is and where it fails.
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
    meaning: "A trained model that AI systems run, with its origin, intended use, measured quality and known limits.",
    clauses: ["A.6.2.3", "A.6.2.4", "A.6.2.7"], section: .systems, requires: ["version"],
    columns: ["origin", "supplier", "architecture", "state"],
    traits: KindTraits(
      .document, date: nil, [.needsEffectiveReferences, .mustBeReferenced, .needsIndependentApproval],
      endedBy: .init("state", "retired"), mainReader: .everyone),
    Schema(
      Field("origin", \.origin, "whether it was made here or by a supplier"),
      Field("supplier", \.supplier, "who made it, when it is a supplier's", example: "SUP-001"),
      Field("architecture", \.architecture, "how it is built", example: "gradient-boosted trees, 400 rounds"),
      Field("training", \.training, "how it was trained"),
      Field("intended_use", \.intendedUse, "what it is meant for", example: "[score applications for instalment credit]"),
      Field("out_of_scope", \.outOfScope, "what it must not be used for", example: "[pricing, collection]"),
      Field("limitations", \.limitations, "where it is known to be weak", example: "[few cases of applicants under 21]"),
      Field("metrics", \.metrics, "its measured quality"),
      Field("fairness", \.fairness, "its results for groups of people"),
      Field(
        "robustness", \.robustness, "what is known of its behaviour under unusual or hostile input",
        example: "[stable under 5 % missing fields]"),
      Field("security_tests", \.securityTests, "the attacks tried on it and how it stood"),
      Field(
        "explainability", \.explainability, "how its results can be explained",
        example: "reason codes from the four largest contributions"),
      Field("license", \.license, "the terms it may be used under"),
      Field("deployment_mode", \.deploymentMode, "how it is run", example: "supplier's API, fixed snapshot"),
      Field("state", \.state, "whether it may be used"),
      Field("weights_disposal", \.weightsDisposal, "what became of its weights after retirement"),
      make: Model.init))

  /// Who made a model.
  package enum Origin: String, Vocabulary {
    case inHouse = "internal"
    case supplier
  }

  /// Whether a model may be used.
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
    Field("parameters", \ModelTraining.parameters, "number of parameters and settings that matter"),
    Field("data", \ModelTraining.data, "the data sets it was trained on", example: "[DTS-003]"),
    Field("compute", \ModelTraining.compute, "the computing it took", example: "6 GPU hours"),
    Field("energy", \ModelTraining.energy, "the energy it took", example: "about 4 kWh"),
    make: ModelTraining.init)
}

/// One measured quality of a model.
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
    Field("name", \ModelMetric.name, "what was measured", example: "AUC"),
    Field("value", \ModelMetric.value, "the result", example: "0.81"),
    Field("unit", \ModelMetric.unit, "the unit of the result", example: "\"%\""),
    Field("slice", \ModelMetric.slice, "the part of the data it was measured on", example: "applicants under 25"),
    Field("interval", \ModelMetric.interval, "how certain the result is", example: "0.79 to 0.83 (95 %)"),
    Field("threshold", \ModelMetric.threshold, "what was required", example: "\">= 0.78\""),
    Field("dataset", \ModelMetric.dataset, "the data set it was measured on", example: "DTS-004"),
    Field("date", \ModelMetric.date, "when it was measured"),
    make: ModelMetric.init)
}

/// How a model treats one group of people.
package struct FairnessResult: MappingValue {
  package let group: String
  package let metric: String
  package let value: Decimal
  package let threshold: String?

  package static let schema = Schema(
    Field("group", \FairnessResult.group, "the group", example: "applicants aged 60 and over"),
    Field("metric", \FairnessResult.metric, "what was measured", example: "approval-rate ratio"),
    Field("value", \FairnessResult.value, "the result", example: "0.93"),
    Field("threshold", \FairnessResult.threshold, "what was required", example: "\">= 0.90\""),
    make: FairnessResult.init)
}

/// A test of a model or data set and its outcome.
package struct TestResult: MappingValue {
  package let test: String
  package let result: String
  package let date: CivilDate?

  package static let schema = Schema(
    Field("test", \TestResult.test, "what was tried"),
    Field("result", \TestResult.result, "what came out"),
    Field("date", \TestResult.date, "when it was done"),
    make: TestResult.init)
}
