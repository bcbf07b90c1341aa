import ArgumentParser
import DossierBuild
import DossierRecords
import DossierRules
import DossierText

/// Says why a rule exists, with an example that breaks it and one that does not.
struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Says why a rule exists, which clause it serves, and shows a bad and a good example.",
    discussion: "Without a rule, lists all of them. Beside a dossier.yaml it also says at which level the rule is judged there.")

  @Argument(help: "The rule's id, as it stands in brackets after a diagnostic.")
  var rule: String?

  @Option(
    help: "The folder of the dossier. Default: `content` when it holds a dossier.yaml, else the current folder.",
    completion: .directory)
  var directory: String?

  func run() throws {
    guard let rule else {
      Console.out(list())
      return
    }
    guard let found = Rules.rule(rule) else {
      let meant = Suggestion.closest(to: rule, among: Rules.all.map(\.id.name))
      throw UsageError(
        message: "there is no rule `\(rule)`" + (meant.map { "; did you mean `\($0)`?" } ?? "; list them with `dossier explain`"))
    }
    Console.out(text(of: found, level: level(of: found)))
  }

  private func list() -> String {
    let width = Rules.all.map(\.id.name.count).max() ?? 0
    return Rule.Family.allCases.map { family in
      "\(family.rawValue)\n"
        + Rules.all.filter { $0.family == family }.map { rule in
          "  \(rule.id.name)\(String(repeating: " ", count: width - rule.id.name.count))  \(rule.severity.rawValue.padded(to: 8)) \(rule.title)\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// What is in force in the workspace this was called in or for; nil where there is none.
  private func level(of rule: Rule) -> String? {
    let workspace = WorkspaceOptions.workspace(directory)
    guard let configuration = readConfiguration(of: workspace) else { return nil }
    let levels = Levels(configuration.rules)
    let place = "In \(workspace.prefix)\(Configuration.fileName)"
    guard let change = levels.change(of: rule.id) else {
      return "\(place), profile \(levels.profile.name.rawValue): judged at its own level, \(rule.severity.rawValue)."
    }
    let level = change.to.map { "judged as \($0.rawValue)" } ?? "switched off"
    return "\(place), profile \(levels.profile.name.rawValue): \(level), because of \(change.reason)."
  }

  private func text(of rule: Rule, level: String?) -> String {
    var out = "\(rule.id) (\(rule.severity.rawValue), \(rule.family.rawValue), since \(rule.since))\n\(rule.title)\n\n"
    out += wrapped(rule.explanation) + "\n"
    if let level { out += "\n" + wrapped(level) + "\n" }
    if !rule.clauses.isEmpty { out += "\nServes ISO/IEC 42001 \(rule.clauses.joined(separator: ", ")).\n" }
    out += "\nBad:\n\n" + example(rule.bad) + "\nGood:\n\n" + example(rule.good)
    return out
  }

  private func example(_ example: RuleExample) -> String {
    example.files.map { file in
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
