import DossierRecords
package import DossierText

/// The diagnostics that differ between two versions. Both versions are evaluated on the same as-of date.
package struct DiagnosticChange: Sendable, Hashable {
  package let new: [SubjectDiagnostic]
  package let gone: [SubjectDiagnostic]
  /// Diagnostics of both versions whose severity changed.
  package let severityChanged: [SubjectDiagnostic]
  package let oldCounts: Counts
  package let newCounts: Counts

  /// One diagnostic with its subject.
  package struct SubjectDiagnostic: Sendable, Hashable {
    package let diagnostic: Diagnostic
    /// The id of a record, or the path of a file.
    package let subject: String
    /// If the severity changed, the old severity. If the diagnostic is new or gone, the reason why the other version suppresses
    /// the diagnostic. Nil if the other version does not suppress the diagnostic.
    package let remark: String?
  }

  package struct Counts: Sendable, Hashable {
    package let errors: Int
    package let warnings: Int
    package let notes: Int

    init(_ diagnostics: [Diagnostic]) {
      errors = diagnostics.count(of: .error)
      warnings = diagnostics.count(of: .warning)
      notes = diagnostics.count(of: .note)
    }
  }

  package init(_ old: Version, _ new: Version) {
    // A rule that was not evaluated for one version is ignored for both.
    let ignored = old.unevaluated.union(new.unevaluated)
    let oldDiagnostics = old.policyResult.diagnostics.filter { !ignored.contains($0.rule) }
    let newDiagnostics = new.policyResult.diagnostics.filter { !ignored.contains($0.rule) }
    let before = DiagnosticChange.keyed(oldDiagnostics, old.dossier)
    let after = DiagnosticChange.keyed(newDiagnostics, new.dossier)
    let (gone, _) = DiagnosticChange.rest(of: before, without: after)
    let (added, otherwise) = DiagnosticChange.rest(of: after, without: before)
    let reasonBefore = DiagnosticChange.suppressionReason(old)
    let reasonNow = DiagnosticChange.suppressionReason(new)
    self.new = added.map { key, diagnostic in
      SubjectDiagnostic(diagnostic: diagnostic, subject: key.subject, remark: reasonBefore(key).map { "before: \($0)" })
    }
    self.gone = gone.map { key, diagnostic in
      SubjectDiagnostic(diagnostic: diagnostic, subject: key.subject, remark: reasonNow(key).map { "now: \($0)" })
    }
    severityChanged = otherwise.map { key, diagnostic, severity in
      SubjectDiagnostic(diagnostic: diagnostic, subject: key.subject, remark: "was \(severity.rawValue)")
    }
    oldCounts = Counts(oldDiagnostics)
    newCounts = Counts(newDiagnostics)
  }

  package var isEmpty: Bool { new.isEmpty && gone.isEmpty && severityChanged.isEmpty }

  /// The identity of a diagnostic. It does not depend on line numbers.
  private struct Key: Hashable {
    let rule: RuleID
    let subject: String
    let headline: String
  }

  private static func keyed(_ diagnostics: [Diagnostic], _ dossier: Dossier) -> [(key: Key, diagnostic: Diagnostic)] {
    zip(diagnostics, dossier.subjects(of: diagnostics.map(\.primary))).map { diagnostic, subject in
      let named =
        switch subject {
        case .entry(let i)?: dossier.entries[i].id
        case .page(let i)?: dossier.pages[i].path.description
        case nil: diagnostic.primary.path.description
        }
      return (Key(rule: diagnostic.rule, subject: named, headline: withoutDigests(diagnostic.headline)), diagnostic)
    }
  }

  /// The headline with each digest replaced by `#`. If a record is changed, its digest changes too, but the diagnostic remains
  /// the same.
  private static func withoutDigests(_ headline: String) -> String {
    var out: [UInt8] = []
    var run: [UInt8] = []
    for byte in Array(headline.utf8) + [0] {
      if (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) {
        run.append(byte)
        continue
      }
      out += run.count >= 12 ? Array("#".utf8) : run
      run = []
      if byte != 0 { out.append(byte) }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Compares two lists of diagnostics by key. Each diagnostic of `other` matches at most one diagnostic of `list`.
  ///
  /// `rest` contains the diagnostics of `list` without a match. `otherwise` contains the matches with another severity, and the
  /// severity in `other`.
  private static func rest(
    of list: [(key: Key, diagnostic: Diagnostic)], without other: [(key: Key, diagnostic: Diagnostic)]
  ) -> (rest: [(Key, Diagnostic)], otherwise: [(Key, Diagnostic, Severity)]) {
    var known: [Key: [Severity]] = [:]
    for item in other { known[item.key, default: []].append(item.diagnostic.severity) }
    var rest: [(Key, Diagnostic)] = []
    var otherwise: [(Key, Diagnostic, Severity)] = []
    for item in list {
      var severities = known[item.key] ?? []
      guard !severities.isEmpty else {
        rest.append((item.key, item.diagnostic))
        continue
      }
      let match = severities.firstIndex(of: item.diagnostic.severity) ?? 0
      let severity = severities.remove(at: match)
      known[item.key] = severities
      if severity != item.diagnostic.severity { otherwise.append((item.key, item.diagnostic, severity)) }
    }
    return (rest, otherwise)
  }

  /// Returns a function that looks up the reason why the version suppresses a diagnostic: an exception, the baseline, or a rule
  /// that is switched off.
  ///
  /// The function returns nil if the version does not suppress the diagnostic.
  private static func suppressionReason(_ version: Version) -> (Key) -> String? {
    let suppressed = version.policyResult.suppressed
    var reasons: [Key: String] = [:]
    for (item, whole) in zip(keyed(suppressed.map(\.diagnostic), version.dossier), suppressed) {
      reasons[item.key] = whole.reason.described
    }
    var off: [RuleID: String] = [:]
    for change in version.policyResult.changes where change.to == nil { off[change.rule] = "switched off by \(change.reason)" }
    return { reasons[$0] ?? off[$0.rule] }
  }
}
