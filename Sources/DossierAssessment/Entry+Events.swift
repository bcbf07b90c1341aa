package import DossierRecords
import DossierText

extension AsOfDate {
  /// The assessment of a supplier. Nil if there is no assessment, or if its date is after the as-of date.
  package func assessment(of supplier: Supplier) -> SupplierAssessment? {
    supplier.assessment.flatMap { includes($0.date) ? $0 : nil }
  }

  /// The acceptance of a risk, even if the acceptance has expired. Nil if its date is after the as-of date.
  package func acceptance(of risk: Risk) -> Acceptance? {
    risk.acceptance.flatMap { includes($0.date) ? $0 : nil }
  }

  /// The check of the effect of an action. Nil if there is no check, or if the check took place after the as-of date.
  ///
  /// If the check has no date, the date on which the action was done is used.
  package func effectiveness(of action: CorrectiveAction) -> ActionEffectiveness? {
    action.effectiveness.flatMap { check in (check.date ?? action.done).map(includes) ?? true ? check : nil }
  }

  /// The test results that are dated on or before the as-of date, and the test results without a date.
  package func done(_ results: [TestResult]) -> [TestResult] { results.filter { $0.date.map(includes) ?? true } }

  /// The measurements of data quality that are dated on or before the as-of date, and the measurements without a date.
  package func measured(_ quality: [DataQuality]) -> [DataQuality] { quality.filter { $0.date.map(includes) ?? true } }
}
