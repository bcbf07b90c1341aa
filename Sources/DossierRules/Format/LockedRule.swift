import DossierAssessment
import DossierRecords
import DossierText

extension RuleID {
  static let lockedRule = RuleID("locked-rule")
}

extension Rules {
  static let lockedRule = Rule(
    .lockedRule, .format, .error, title: "rules of format are neither lowered nor excepted", clauses: ["7.5.2", "7.5.3"],
    explanation: """
      A record that cannot be read is judged by no rule: switching off the message would let every other one fall silent \
      unnoticed. Therefore the rules of the family `format` keep at least their own level, whatever `dossier.yaml` says, \
      and no exception holds for those that are errors. Mend the file; what only this organisation writes goes into \
      fields that begin with `x-`.
      """,
    bad: example("⟦off⟧"),
    good: example("error")
  ) { facts, reporter in
    let dossier = facts.dossier
    if let path = dossier.configurationEntry?.path {
      for setting in dossier.configuration.rules?.levels?.settings ?? [] {
        let isFamily = setting.name == Rule.Family.format.rawValue
        let rules = Rules.all.filter { isFamily ? $0.family == .format : $0.id.name == setting.name }
        guard rules.contains(where: { Levels.isLocked($0, at: setting.level) }) else { continue }
        let change = setting.level == .off ? "switched off" : "lowered to `\(setting.level.rawValue)`"
        reporter.report(
          isFamily ? "the family `format` cannot be \(change)" : "`\(setting.name)` is a rule of format and cannot be \(change)",
          at: path, setting.levelSpan,
          help: isFamily ? "remove the line, and mend what it says of the files" : "remove the line, and mend what the rule says")
      }
    }
    for (position, entry, exception) in dossier.all(Exception.self) where facts.isCurrent(position) {
      guard let rule = Rules.rule(exception.rule), !rule.mayBeExcepted else { continue }
      reporter.report(
        "\(entry.named) is for `\(exception.rule)`, an error of format, which cannot be excepted", at: entry.path,
        entry.span(of: "rule"), help: "mend the records, and give the exception the status `closed`")
    }
  }

  private static func example(_ level: String) -> RuleExample {
    RuleExample([
      "dossier.yaml": """
      organisation: Example Ltd
      rules:
        levels:
          missing-field: \(level)
      """,
      "index.md": "# What we do",
    ])
  }
}
