/// A diagnostic that an exception or the baseline suppresses. Suppressed diagnostics are listed separately and are not counted
/// with the other diagnostics.
package struct Suppressed: Hashable, Sendable {
  package let diagnostic: Diagnostic
  package let reason: Reason

  package init(_ diagnostic: Diagnostic, _ reason: Reason) {
    self.diagnostic = diagnostic
    self.reason = reason
  }

  package enum Reason: Hashable, Sendable {
    /// An exception record suppresses the diagnostic, up to and including this date.
    case exception(id: String, until: CivilDate)
    /// The diagnostic is listed in the baseline.
    case baseline

    /// The reason as text for people, such as "excepted by EXC-001 until 2026-12-31".
    package var described: String {
      switch self {
      case .exception(let id, let until): "excepted by \(id) until \(until)"
      case .baseline: "known from the baseline"
      }
    }
  }
}

extension [Suppressed] {
  /// The number of diagnostics suppressed by exceptions.
  package var excepted: Int { count { $0.reason != .baseline } }

  /// The number of diagnostics suppressed by the baseline.
  package var known: Int { count { $0.reason == .baseline } }

  /// The suppressed diagnostics, sorted in the order of `Diagnostic`.
  package func arranged() -> [Suppressed] { sorted { $0.diagnostic < $1.diagnostic } }
}
