/// A diagnostic that is true and does not count, because somebody has decided so. It is shown apart, never lost.
package struct Suppressed: Hashable, Sendable {
  package let diagnostic: Diagnostic
  package let reason: Reason

  package init(_ diagnostic: Diagnostic, _ reason: Reason) {
    self.diagnostic = diagnostic
    self.reason = reason
  }

  package enum Reason: Hashable, Sendable {
    /// An exception record silences it, up to and including a day.
    case exception(id: String, until: CivilDate)
    /// It was there already when the baseline was written.
    case baseline

    /// "excepted by EXC-001 until 2026-12-31", for people.
    package var described: String {
      switch self {
      case .exception(let id, let until): "excepted by \(id) until \(until)"
      case .baseline: "known from the baseline"
      }
    }
  }
}

extension [Suppressed] {
  /// How many an exception silences.
  package var excepted: Int { count { $0.reason != .baseline } }

  /// How many the baseline knows.
  package var known: Int { count { $0.reason == .baseline } }

  /// In the order of their diagnostics.
  package func arranged() -> [Suppressed] { sorted { $0.diagnostic < $1.diagnostic } }
}
