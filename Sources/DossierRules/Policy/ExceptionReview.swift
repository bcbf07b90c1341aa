import DossierAssessment
import DossierRecords
import DossierText

/// The diagnostics that each exception matches. Expired exceptions are included.
struct ExceptionReview {
  private let facts: Assessment
  /// The matched diagnostics, by the position of the exception.
  private var matched: [Int: [Diagnostic]] = [:]

  init(_ facts: Assessment) { self.facts = facts }

  /// The exceptions for a diagnostic about a record. An exception cannot apply to an error of the family `format`.
  func exceptions(for diagnostic: Diagnostic, of subject: ReferenceGraph.Origin?) -> [Exceptions.State] {
    guard case .entry(let record)? = subject, Rules.rule(diagnostic.rule.name)?.mayBeExcepted ?? true else { return [] }
    return facts.exceptions.exceptions(from: diagnostic.rule.name, for: record)
  }

  /// Adds the diagnostic to `matched` for each of the exceptions, and returns the reason to suppress the diagnostic.
  ///
  /// The reason is the exception that ends last and has not expired. Nil if all exceptions have expired, or if there are none.
  mutating func consider(_ diagnostic: Diagnostic, _ exceptions: [Exceptions.State]) -> Suppressed.Reason? {
    var longest: (position: Int, lastDay: CivilDate)?
    for state in exceptions {
      matched[state.position, default: []].append(diagnostic)
      guard !state.isExpired else { continue }
      if longest.map({ $0.lastDay < state.lastDay }) ?? true { longest = (state.position, state.lastDay) }
    }
    return longest.map { .exception(id: facts.dossier.entries[$0.position].id, until: $0.lastDay) }
  }

  /// The diagnostics about the exceptions themselves.
  ///
  /// `run` contains the rules that were run. An exception is reported as unused only if its rule was run.
  func diagnostics(run: Set<RuleID>) -> [Diagnostic] {
    guard !facts.exceptions.all.isEmpty else { return [] }
    var expired = Reporter(Rules.exceptionExpired)
    var unused = Reporter(Rules.exceptionUnused)
    let filter = AbsenceFilter(facts)
    for state in facts.exceptions.all {
      let (entry, exception) = (facts.dossier.entries[state.position], state.exception)
      let silenced = matched[state.position] ?? []
      // Rules do not check a record that could not be decoded, so the exception may match again when the errors of the record are
      // fixed.
      let mayMatch =
        silenced.isEmpty && !filter.isEmpty
        && exception.records.contains { facts.dossier.position(of: $0.id).map(filter.mayHideDiagnostics) ?? true }
      if state.isExpired {
        report(entry, state, silenced, mayMatch: mayMatch, &expired)
      } else if silenced.isEmpty, !mayMatch, Rules.rule(exception.rule)?.mayBeExcepted ?? true,
        run.contains(RuleID(exception.rule))
      {
        unused.report(
          "\(entry.named) matches nothing: `\(exception.rule)` reports nothing for \(exception.records.map(\.id).listed(3))",
          at: entry.path, entry.span(of: "rule"),
          help: "give the exception the status `closed`, or correct its field `rule` or `records`")
      }
    }
    return expired.diagnostics + unused.diagnostics
  }

  private func report(
    _ entry: Entry, _ state: Exceptions.State, _ silenced: [Diagnostic], mayMatch: Bool, _ reporter: inout Reporter
  ) {
    let most = 4
    let others = silenced.prefix(most).map { Diagnostic.Label($0.primary.path, $0.primary.span, "reported again") }
    let (noun, verb) = silenced.count == 1 ? ("diagnostic", "is") : ("diagnostics", "are")
    let again = "; \(silenced.count) \(noun) of `\(state.exception.rule)` \(verb) reported again"
    reporter.report(
      "\(entry.named) expired on \(state.lastDay)"
        + (mayMatch ? "" : silenced.isEmpty ? "; no diagnostic matches it" : again),
      at: entry.path, entry.span(of: "until"), others: others,
      help: silenced.isEmpty && !mayMatch
        ? "give it the status `closed`" : "fix the issues that it covered, or have the exception approved again until a later day"
    )
  }
}

extension Rule {
  /// Whether an exception or the baseline may apply to diagnostics of the rule. False for errors of the family `format`, because
  /// they make a file unreadable.
  var mayBeExcepted: Bool { family != .format || severity != .error }
}
