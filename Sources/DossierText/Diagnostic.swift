/// A problem in the sources: what is wrong, where exactly, and how to fix it.
///
/// The headline is in lower case, has no full stop, and states the observed value. The help begins with a verb.
package struct Diagnostic: Hashable, Sendable {
  package let rule: RuleID
  package let severity: Severity
  package let headline: String
  /// The span that is underlined, with a few words about it.
  package let primary: Label
  /// Related spans ("also declared here").
  package let others: [Label]
  /// The next step for the user.
  package let help: String?
  /// Edits that fix the problem when applied together. Empty if the correct content is not known.
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

  /// A span of a file, with a few words about it.
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

  /// An edit that replaces the bytes of a span.
  ///
  /// An edit is applied only if the span contains exactly `expected`. So a wrong span cannot damage other text.
  package struct Fix: Hashable, Sendable {
    package let path: SourcePath
    package let span: Span
    /// The wrong value: the text that the edit replaces. Empty for an insertion.
    package let expected: String
    package let replacement: String
    package let applicability: Applicability

    package init(
      _ path: SourcePath, _ span: Span, _ expected: String, to replacement: String, _ applicability: Applicability = .suggested
    ) {
      self.path = path
      self.span = span
      self.expected = expected
      self.replacement = replacement
      self.applicability = applicability
    }

    /// Whether `bytes`, the content of the file, contain the wrong value at the span.
    package func matches(_ bytes: [UInt8]) -> Bool {
      Int(span.upper) <= bytes.count && bytes[span.range].elementsEqual(expected.utf8)
    }

    /// Whether a program may apply the edit without asking a person.
    package enum Applicability: String, Sendable {
      /// The correct content is known.
      case certain
      /// The content is a guess. A person decides.
      case suggested
    }
  }

  /// Whether the diagnostic has edits and all of them are certain.
  package var isCertainlyFixable: Bool { !fixes.isEmpty && fixes.allSatisfy { $0.applicability == .certain } }

  /// The same diagnostic, but without its fixes if a file does not contain the wrong value at the place of a fix.
  package func withVerifiedFixes(in sources: SourceTree) -> Diagnostic {
    if fixes.allSatisfy({ fix in sources.file(at: fix.path).map { fix.matches($0.bytes) } ?? false }) { return self }
    return Diagnostic(rule, severity, headline, at: primary, others: others, help: help)
  }

  /// The same diagnostic with another severity.
  package func at(_ severity: Severity) -> Diagnostic {
    Diagnostic(rule, severity, headline, at: primary, others: others, help: help, fixes: fixes)
  }
}

extension Diagnostic: Comparable {
  /// Orders by path, span, rule and headline, so that the order is the same on every run.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.primary.path != b.primary.path { return a.primary.path < b.primary.path }
    if a.primary.span != b.primary.span { return a.primary.span < b.primary.span }
    if a.rule != b.rule { return a.rule < b.rule }
    return a.headline.utf8.lexicographicallyPrecedes(b.headline.utf8)
  }
}

extension [Diagnostic] {
  /// The diagnostics in stable order, without duplicates.
  package func arranged() -> [Diagnostic] {
    var result: [Diagnostic] = []
    for diagnostic in sorted() where result.last != diagnostic { result.append(diagnostic) }
    return result
  }

  package func count(of severity: Severity) -> Int { count { $0.severity == severity } }
}
