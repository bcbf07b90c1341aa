import DossierAssessment
import DossierRecords
import DossierText

/// What each exception silences, or would if it had not ended.
struct ExceptionReview {
  private let facts: Assessment
  /// By the position of the exception.
  private var matched: [Int: [Diagnostic]] = [:]

  init(_ facts: Assessment) { self.facts = facts }

  /// The exceptions for a diagnostic about a record. Errors of the family `format` cannot be excepted.
  func exceptions(for diagnostic: Diagnostic, of subject: ReferenceGraph.Origin?) -> [Exceptions.State] {
    guard case .entry(let record)? = subject, Rules.rule(diagnostic.rule.name)?.mayBeExcepted ?? true else { return [] }
    return facts.exceptions.exceptions(from: diagnostic.rule.name, for: record)
  }

  /// Keeps in mind what the exceptions have to do with a diagnostic. The reason for its silence is the one that holds longest, nil
  /// where all have ended.
  mutating func consider(_ diagnostic: Diagnostic, _ exceptions: [Exceptions.State]) -> Suppressed.Reason? {
    var longest: (position: Int, until: CivilDate)?
    for state in exceptions {
      matched[state.position, default: []].append(diagnostic)
      guard !state.isExpired else { continue }
      let until = state.exception.until
      if longest.map({ $0.until < until }) ?? true { longest = (state.position, until) }
    }
    return longest.map { .exception(id: facts.dossier.entries[$0.position].id, until: $0.until) }
  }

  /// What is to be said of the exceptions themselves.
  ///
  /// `run` are the rules that had a chance to speak.
  func diagnostics(run: Set<RuleID>) -> [Diagnostic] {
    var expired = Reporter(Rules.exceptionExpired)
    var unused = Reporter(Rules.exceptionUnused)
    for state in facts.exceptions.all {
      let (entry, exception) = (facts.dossier.entries[state.position], state.exception)
      let silenced = matched[state.position] ?? []
      if state.isExpired {
        report(entry, exception, silenced, &expired)
      } else if silenced.isEmpty, Rules.rule(exception.rule)?.mayBeExcepted ?? true, run.contains(RuleID(exception.rule)) {
        unused.report(
          "\(entry.named) silences nothing: `\(exception.rule)` has nothing to say of \(exception.records.map(\.id).listed(3))",
          at: entry.path, entry.span(of: "rule"), help: "give it the status `closed`, or correct the rule or the records")
      }
    }
    return expired.diagnostics + unused.diagnostics
  }

  private func report(_ entry: Entry, _ exception: DossierRecords.Exception, _ silenced: [Diagnostic], _ reporter: inout Reporter)
  {
    let most = 4
    let others = silenced.prefix(most).map { Diagnostic.Label($0.primary.path, $0.primary.span, "no longer silenced") }
    let number = "\(silenced.count) \(silenced.count == 1 ? "message" : "messages") of `\(exception.rule)`"
    reporter.report(
      "\(entry.named) ended on \(exception.until)"
        + (silenced.isEmpty ? "; there is nothing that it would silence" : " and no longer silences \(number)"),
      at: entry.path, entry.span(of: "until"), others: others,
      help: silenced.isEmpty
        ? "give it the status `closed`" : "mend what it allowed, or have it approved again until a later day")
  }
}

extension Rule {
  /// Whether an exception or a baseline may apply to it. Errors of the family `format` make a file unreadable, so neither may.
  var mayBeExcepted: Bool { family != .format || severity != .error }
}
