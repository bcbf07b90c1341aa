import ArgumentParser
import DossierBuild
import DossierRecords
import DossierRules
import DossierText

/// Explains why a rule exists. Shows an example that breaks the rule, and an example that follows the rule.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains why a rule exists, with its clauses, a bad and a good example.",
    discussion: """
      Without a rule, lists all rules. If the folder has a dossier.yaml, includes the rules that it declares and shows the level \
      of the rule there.
      """)

  @Argument(help: "The rule's id, as shown in brackets after a diagnostic.")
  var rule: String?

  @Argument(
    help: "The folder to read. Default: `content` when it contains a dossier.yaml, else the current folder.",
    completion: .directory)
  var folder: String?

  @Option(help: "The folder to read, if no rule is given.", completion: .directory)
  var directory: String?

  func run() throws {
    let configuration = try readConfiguration(of: WorkspaceOptions.workspace(folder ?? directory))
    let rules = Rules.all + Rules.declared(in: configuration)
    guard let rule else {
      Console.out(list(rules))
      return
    }
    guard let found = rules.first(where: { $0.id.name == rule }) else {
      let meant = Suggestion.closest(to: rule, among: rules.map(\.id.name))
      throw UsageError(
        message: "there is no rule `\(rule)`" + (meant.map { "; did you mean `\($0)`?" } ?? "; list them with `dossier explain`"))
    }
    Console.out(text(of: found, level: level(of: found, rules, configuration)))
  }

  private func list(_ rules: [Rule]) -> String {
    let width = rules.map(\.id.name.count).max() ?? 0
    return Rule.Family.allCases.filter { family in rules.contains { $0.family == family } }.map { family in
      "\(family.rawValue)\n"
        + rules.filter { $0.family == family }.map { rule in
          "  \(rule.id.name)\(String(repeating: " ", count: width - rule.id.name.count))  \(rule.severity.rawValue.padded(to: 8)) \(rule.title)\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// The level of the rule in the workspace. Nil if the workspace has no configuration.
  private func level(of rule: Rule, _ rules: [Rule], _ configuration: ConfigurationEntry?) -> String? {
    guard let configuration else { return nil }
    let workspace = WorkspaceOptions.workspace(folder ?? directory)
    let levels = Levels(configuration.configuration.rules, rules: rules)
    let place = "In \(workspace.prefix)\(Configuration.fileName)"
    guard let change = levels.change(of: rule.id) else {
      return "\(place), profile \(levels.profile.name.rawValue): the rule has its own level, \(rule.severity.rawValue)."
    }
    let level = change.to.map { "the rule has the level \($0.rawValue)" } ?? "the rule is switched off"
    return "\(place), profile \(levels.profile.name.rawValue): \(level), because of \(change.reason)."
  }

  private func text(of rule: Rule, level: String?) -> String {
    let origin = rule.isDeclared ? "declared in \(Configuration.fileName)" : "since \(rule.since)"
    var out = "\(rule.id) (\(rule.severity.rawValue), \(rule.family.rawValue), \(origin))\n\(rule.title)\n\n"
    out += wrapped(rule.explanation) + "\n"
    if let level { out += "\n" + wrapped(level) + "\n" }
    if !rule.clauses.isEmpty { out += "\nRelates to ISO/IEC 42001 \(rule.clauses.joined(separator: ", ")).\n" }
    if rule.isDeclared { return out }
    out += "\nBad:\n\n" + example(rule.bad) + "\nGood:\n\n" + example(rule.good)
    return out
  }

  private func example(_ example: RuleExample) -> String {
    let now = shown(example.files)
    return example.before.isEmpty ? now : "  (in one commit)\n\(shown(example.before))\n  (in the next)\n\(now)"
  }

  private func shown(_ files: [RuleExample.File]) -> String {
    files.map { file in
      let lines = TerminalLines.of(file.text).map { "    \($0)\n" }.joined()
      return "  \(file.path)\n\(lines)"
    }.joined(separator: "\n")
  }

  private func wrapped(_ text: String) -> String {
    var lines: [String] = [""]
    for word in text.split(separator: " ") {
      if let last = lines.last, !last.isEmpty, last.count + word.count >= 88 { lines.append("") }
      let separator = lines[lines.count - 1].isEmpty ? "" : " "
      lines[lines.count - 1] += separator + word
    }
    return lines.joined(separator: "\n")
  }
}
