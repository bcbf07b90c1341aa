import DossierAssessment
package import DossierRecords
import DossierText

extension Rule {
  /// Whether an organisation declares the rule in its configuration. A declared rule has no examples.
  package var isDeclared: Bool { family == .own }

  /// The maximum number of diagnostics of one declared rule. Further failures are only counted: a diagnostic for each check,
  /// requirement and record could use too much memory. The maximum is lower if there are more than 20 checks.
  private static func mostOfOwnCheck(_ checks: Int) -> Int { min(1_000, max(1, 20_000 / max(1, checks))) }

  /// A rule from a declaration in the configuration.
  ///
  /// Nil if the id does not begin with `x-` or the kind does not exist. The stage that reads the configuration already reports
  /// these errors.
  init?(_ declaration: CheckDeclaration, in configuration: ConfigurationEntry) {
    let kinds = Set(configuration.kinds.map(\.name))
    let kind = declaration.kind.value
    guard declaration.id.value.utf8.starts(with: "x-".utf8), kinds.contains(kind) else { return nil }
    let severity: Severity =
      switch declaration.severity ?? .warning {
      case .note: .note
      case .warning: .warning
      case .error: .error
      }
    let path = configuration.path
    let most = Rule.mostOfOwnCheck(configuration.configuration.checks.count)
    self.init(
      RuleID(declaration.id.value), .own, severity, title: declaration.message, clauses: declaration.clauses.map(\.value),
      explanation: declaration.explanation ?? "\(declaration.sentence) Declared in \(path).",
      check: { facts, reporter in
        let dossier = facts.dossier
        var count = 0
        for position in dossier.positions(of: kind) {
          let entry = dossier.entries[position]
          guard facts.counts(position), declaration.conditions.allSatisfy({ $0.isTrue(of: entry, facts.asOf) }) else {
            continue
          }
          for requirement in declaration.requires {
            guard !requirement.value.isMet(by: entry, at: position, facts) else { continue }
            count += 1
            guard count <= most else { continue }
            let failure = requirement.value.failure(of: entry, at: position, facts)
            reporter.report(
              "\(entry.named): \(declaration.message)", at: entry.path, failure.span ?? entry.idSpan, label: failure.words,
              others: [.init(path, requirement.span, "declared here")],
              help: declaration.help ?? "run `dossier explain \(declaration.id.value)` to see the requirement")
          }
        }
        if count > most {
          reporter.report(
            "records of kind \(kind) fail this check \(count) times; \(count - most) of these failures are not listed", at: path,
            declaration.id.span, help: "fix the listed failures, and run the program again to see the others")
        }
      },
      bad: RuleExample([:], isRunnable: false), good: RuleExample([:], isRunnable: false))
  }
}

extension Rules {
  /// All rules of a workspace: the built-in rules, then the rules that its configuration declares.
  package static func all(in dossier: Dossier) -> [Rule] { all + declared(in: dossier.configurationEntry) }

  /// The rules that a configuration declares. If an id is repeated, only the first rule counts.
  package static func declared(in configuration: ConfigurationEntry?) -> [Rule] {
    guard let configuration else { return [] }
    var ids: Set<String> = []
    return configuration.configuration.checks.compactMap { declaration in
      guard let rule = Rule(declaration, in: configuration), ids.insert(rule.id.name).inserted else { return nil }
      return rule
    }
  }
}
