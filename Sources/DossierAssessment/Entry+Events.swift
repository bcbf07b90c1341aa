package import DossierRecords
import DossierText

extension AsOfDate {
  /// The assessment of a supplier, if it is dated on or before the as-of date.
  package func assessment(of supplier: Supplier) -> SupplierAssessment? {
    supplier.assessment.flatMap { includes($0.date) ? $0 : nil }
  }

  /// The acceptance of a risk, if it is dated on or before the as-of date. It may have expired.
  package func acceptance(of risk: Risk) -> Acceptance? {
    risk.acceptance.flatMap { includes($0.date) ? $0 : nil }
  }

  /// The check of an action's effect, if it took place on or before the as-of date. Without a date, the date of the action is used.
  package func effectiveness(of action: CorrectiveAction) -> ActionEffectiveness? {
    action.effectiveness.flatMap { check in (check.date ?? action.done).map(includes) ?? true ? check : nil }
  }

  /// The test results dated on or before the as-of date, and those without a date.
  package func done(_ results: [TestResult]) -> [TestResult] { results.filter { $0.date.map(includes) ?? true } }

  /// The measurements of data quality dated on or before the as-of date, and those without a date.
  package func measured(_ quality: [DataQuality]) -> [DataQuality] { quality.filter { $0.date.map(includes) ?? true } }
}
