package import DossierMarkup
package import DossierText

/// `rules` in `dossier.yaml`: which profile the workspace is judged by, and which rules it judges otherwise.
package struct RuleSettings: MappingValue {
  package let profile: ProfileName?
  package let levels: RuleLevels?

  package static let schema = Schema(
    Field(
      "profile", \RuleSettings.profile, "what the records are made ready for; `certification` when not written",
      example: "surveillance"),
    Field(
      "levels", \RuleSettings.levels, "levels of rules and families: off, note, warning or error",
      example: "{orphan-record: note, prose: off}"),
    make: RuleSettings.init)
}

/// The profiles there are. What each does to the levels is said where the rules are.
package enum ProfileName: String, Vocabulary {
  case startup, certification, surveillance
}

/// A level for each rule or family that is named, in the order written. Whether there is such a rule is for the rules to say.
package struct RuleLevels: FieldValue {
  package let settings: [Setting]

  package struct Setting: Sendable, Hashable {
    /// Of a rule or of a family.
    package let name: String
    package let level: Level
    package let nameSpan: Span
    package let levelSpan: Span
  }

  package enum Level: String, Vocabulary {
    case off, note, warning, error

    /// Nil for `off`.
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
