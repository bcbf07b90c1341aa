import DossierAssessment
import DossierRecords
import DossierText

extension Rules {
  static let lockedRule = Rule(
    RuleID("locked-rule"), .format, .error, title: "format rules are not lowered, and format errors have no exceptions",
    clauses: ["7.5.2", "7.5.3"],
    explanation: """
      If dossier cannot read a record, no rule can check it. Without the format error, nobody would notice that all \
      other checks of that record are missing. For this reason, `dossier.yaml` cannot lower the level of a rule of the \
      family `format`, and cannot switch off such a rule. Exceptions do not apply to format rules with the severity \
      `error`. Remove the level from `dossier.yaml` or close the exception, and fix the file that the format rule \
      reports. If a field that only your organisation uses is reported, begin its name with `x-`.
      """,
    check: { facts, reporter in
      let dossier = facts.dossier
      if let path = dossier.configurationEntry?.path {
        for setting in dossier.configuration.rules?.levels?.settings ?? [] {
          let isFamily = setting.name == Rule.Family.format.rawValue
          let rules = Rules.all.filter { isFamily ? $0.family == .format : $0.id.name == setting.name }
          guard rules.contains(where: { Levels.isLocked($0, at: setting.level) }) else { continue }
          let change = setting.level == .off ? "switched off" : "lowered to `\(setting.level.rawValue)`"
          reporter.report(
            isFamily ? "the family `format` cannot be \(change)" : "`\(setting.name)` is a format rule and cannot be \(change)",
            at: path, setting.levelSpan,
            help: isFamily ? "remove the line and fix the format issues" : "remove the line and fix what the rule reports")
        }
      }
      for (position, entry, exception) in dossier.all(Exception.self) where facts.isCurrent(position) {
        guard let rule = Rules.rule(exception.rule), !rule.mayBeExcepted else { continue }
        reporter.report(
          "\(entry.named) is for `\(exception.rule)`, a format error, which cannot have an exception", at: entry.path,
          entry.span(of: "rule"), help: "fix the records and give the exception the status `closed`")
      }
    },
    bad: example("⟦off⟧"),
    good: example("error"))

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
