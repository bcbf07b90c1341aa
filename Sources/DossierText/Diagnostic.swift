/// One thing said about the sources: what is wrong, where exactly, and what to do.
///
/// The headline is in lower case without a full stop and names what was understood; the help begins with a verb.
package struct Diagnostic: Hashable, Sendable {
  package let rule: RuleID
  package let severity: Severity
  package let headline: String
  /// What is underlined, with at most a few words beside it.
  package let primary: Label
  /// Other places that belong to the story ("also declared here").
  package let others: [Label]
  /// The next action.
  package let help: String?
  /// Edits that mend it, all of them together; empty where nobody can know what is right.
  package let fixes: [Fix]

  package init(
    _ rule: RuleID, _ severity: Severity, _ headline: String, at primary: Label,
    others: [Label] = [], help: String? = nil, fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.headline = headline
    self.primary = primary
    self.others = others
    self.help = help
    self.fixes = fixes
  }

  /// A span of a file and a few words about it.
  package struct Label: Hashable, Sendable {
    package let path: SourcePath
    package let span: Span
    package let text: String

    package init(_ path: SourcePath, _ span: Span, _ text: String = "") {
      self.path = path
      self.span = span
      self.text = text
    }
  }

  /// Replaces the bytes of a span.
  package struct Fix: Hashable, Sendable {
    package let path: SourcePath
    package let span: Span
    package let replacement: String
    package let applicability: Applicability

    package init(_ path: SourcePath, _ span: Span, _ replacement: String, _ applicability: Applicability = .suggested) {
      self.path = path
      self.span = span
      self.replacement = replacement
      self.applicability = applicability
    }

    /// Whether a program may apply it without asking.
    package enum Applicability: String, Sendable {
      /// There is exactly one right answer, and this is it.
      case certain
      /// Something like it was probably meant; a person decides.
      case suggested
    }
  }

  /// Whether all that mends it has exactly one right answer.
  package var isCertainlyFixable: Bool { !fixes.isEmpty && fixes.allSatisfy { $0.applicability == .certain } }

  /// The same, judged at another severity.
  package func at(_ severity: Severity) -> Diagnostic {
    Diagnostic(rule, severity, headline, at: primary, others: others, help: help, fixes: fixes)
  }
}

extension Diagnostic: Comparable {
  /// By path, place, rule and headline: the same order on every run.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.primary.path != b.primary.path { return a.primary.path < b.primary.path }
    if a.primary.span != b.primary.span { return a.primary.span < b.primary.span }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.headline.utf8.lexicographicallyPrecedes(b.headline.utf8)
  }
}

extension [Diagnostic] {
  /// In stable order, each said once.
  package func arranged() -> [Diagnostic] {
    var result: [Diagnostic] = []
    for diagnostic in sorted() where result.last != diagnostic { result.append(diagnostic) }
    return result
  }

  package func count(of severity: Severity) -> Int { count { $0.severity == severity } }
}
