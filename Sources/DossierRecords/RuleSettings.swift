package import DossierMarkup
package import DossierText

/// The `rules` in `dossier.yaml`: the profile and changed severity levels.
package struct RuleSettings: MappingValue {
  package let profile: ProfileName?
  package let levels: RuleLevels?

  package static let schema = Schema(
    Field(
      "profile", \RuleSettings.profile, "the profile; by default `certification`",
      example: "surveillance"),
    Field(
      "levels", \RuleSettings.levels, "severity levels of rules and families: off, note, warning or error",
      example: "{orphan-record: note, prose: off}"),
    make: RuleSettings.init)
}

/// The available profiles. The module DossierRules defines how each profile changes the severity levels.
package enum ProfileName: String, Vocabulary {
  case startup, certification, surveillance
}

/// The severity levels that `dossier.yaml` sets for rules or rule families, in the order of the file.
///
/// The module DossierRules checks that the names exist.
package struct RuleLevels: FieldValue {
  package let settings: [Setting]

  package struct Setting: Sendable, Hashable {
    /// The name of a rule or family.
    package let name: String
    package let level: Level
    package let nameSpan: Span
    package let levelSpan: Span
  }

  package enum Level: String, Vocabulary {
    case off, note, warning, error

    /// The severity of diagnostics at this level. Nil for `off`.
    package var severity: Severity? { Severity(rawValue: rawValue) }
  }

  package static var shape: ValueShape { .mapping([]) }

  package static func decode(_ node: YAMLNode, _ decoding: inout Decoding) -> RuleLevels? {
    guard let members = node.members else {
      decoding.wrongType(node, shape)
      return nil
    }
    var settings: [Setting] = []
    for member in members {
      decoding.enter(member.key)
      if let level = Level.decode(member.value, &decoding) {
        settings.append(Setting(name: member.key, level: level, nameSpan: member.keySpan, levelSpan: member.value.span))
      }
      decoding.leave()
    }
    return RuleLevels(settings: settings)
  }

  package var content: FieldContent? {
    settings.isEmpty ? nil : .mapping(settings.map { .init(name: $0.name, content: .word($0.level.rawValue)) })
  }
}
