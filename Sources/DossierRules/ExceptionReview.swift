import DossierRecords
import DossierText

/// The diagnostics that each exception matches, including expired exceptions.
struct ExceptionReview {
  private let dossier: Dossier
  private let asOf: CivilDate
  private var matched: [Int: [Diagnostic]] = [:]

  init(_ dossier: Dossier, asOf: CivilDate) {
    self.dossier = dossier
    self.asOf = asOf
  }

  /// Records that the exceptions match a diagnostic.
  ///
  /// Returns the effective exception that ends last, as the reason to suppress the diagnostic. Nil if all have expired.
  mutating func consider(_ diagnostic: Diagnostic, _ exceptions: [Int]) -> Suppressed.Reason? {
    var longest: (position: Int, until: CivilDate)?
    for position in exceptions {
      matched[position, default: []].append(diagnostic)
      guard let until = (dossier.entries[position].record as? Exception)?.until, until >= asOf else { continue }
      if longest.map({ $0.until < until }) ?? true { longest = (position, until) }
    }
    return longest.map { .exception(id: dossier.entries[$0.position].id, until: $0.until) }
  }

  /// The diagnostics about the exceptions themselves.
  ///
  /// `run` contains the rules that were run. An exception for any other rule is not reported as unused.
  func diagnostics(of positions: [Int], run: Set<RuleID>) -> [Diagnostic] {
    var expired = Reporter(Rules.exceptionExpired)
    var unused = Reporter(Rules.exceptionUnused)
    for position in positions {
      let entry = dossier.entries[position]
      guard let exception = entry.record as? Exception else { continue }
      let silenced = matched[position] ?? []
      if exception.until < asOf {
        report(entry, exception, silenced, &expired)
      } else if silenced.isEmpty, Rules.rule(exception.rule)?.mayBeExcepted ?? true, run.contains(RuleID(exception.rule)) {
        unused.report(
          "\(entry.named) matches nothing: `\(exception.rule)` reports nothing for \(exception.records.map(\.id).listed(3))",
          at: entry.path, entry.span(of: "rule"), help: "give it the status `closed`, or correct the rule or the records")
      }
    }
    return expired.diagnostics + unused.diagnostics
  }

  private func report(_ entry: Entry, _ exception: Exception, _ silenced: [Diagnostic], _ reporter: inout Reporter) {
    let most = 4
    let others = silenced.prefix(most).map { Diagnostic.Label($0.primary.path, $0.primary.span, "reported again") }
    let (noun, verb) = silenced.count == 1 ? ("diagnostic", "is") : ("diagnostics", "are")
    reporter.report(
      "\(entry.named) expired on \(exception.until)"
        + (silenced.isEmpty
          ? "; no diagnostic matches it" : "; \(silenced.count) \(noun) of `\(exception.rule)` \(verb) reported again"),
      at: entry.path, entry.span(of: "until"), others: others,
      help: silenced.isEmpty
        ? "give it the status `closed`" : "fix what it allowed, or have it approved again until a later day")
  }
}
