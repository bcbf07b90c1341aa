import DossierAssessment
package import DossierRecords
import DossierText

extension Rule {
  /// Whether an organisation declares it; then it has no examples.
  package var isDeclared: Bool { family == .own }

  /// A rule that an organisation declares. Nil where what it is about does not exist, which has been said where it is declared.
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
    self.init(
      RuleID(declaration.id.value), .own, severity, title: declaration.message, clauses: declaration.clauses.map(\.value),
      explanation: declaration.explanation ?? "\(declaration.sentence) Declared in \(path).",
      bad: RuleExample([:], isRunnable: false), good: RuleExample([:], isRunnable: false)
    ) { facts, reporter in
      let dossier = facts.dossier
      for position in dossier.positions(of: kind) {
        let entry = dossier.entries[position]
        guard facts.counts(position), declaration.conditions.allSatisfy({ $0.isTrue(of: entry, facts.asOf) }) else { continue }
        for requirement in declaration.requires {
          guard let failure = requirement.value.failure(of: position, facts) else { continue }
          reporter.report(
            "\(entry.named): \(declaration.message)", at: entry.path, failure.span ?? entry.idSpan, label: failure.words,
            others: [.init(path, requirement.span, "declared here")],
            help: declaration.help ?? "see what is asked with `dossier explain \(declaration.id.value)`")
        }
      }
    }
  }
}

extension Rules {
  /// The rules in force in a workspace: those of the program, then those it declares itself.
  package static func all(in dossier: Dossier) -> [Rule] { all + declared(in: dossier.configurationEntry) }

  /// The rules that a configuration declares, each id once.
  package static func declared(in configuration: ConfigurationEntry?) -> [Rule] {
    guard let configuration else { return [] }
    var ids: Set<String> = []
    return configuration.configuration.checks.compactMap { declaration in
      guard let rule = Rule(declaration, in: configuration), ids.insert(rule.id.name).inserted else { return nil }
      return rule
    }
  }
}
