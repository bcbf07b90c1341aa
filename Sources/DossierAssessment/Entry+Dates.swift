package import DossierRecords
package import DossierText

extension Entry {
  /// The date on which the event of the record happened, or on which the document takes effect. `KindTraits.date` says which
  /// field contains this date.
  package var date: CivilDate? {
    guard let name = kind.traits.date else { return nil }
    return switch field(name)?.content {
    case .date(let date): date
    case .timestamp(let moment): moment.date
    default: nil
    }
  }

  /// Whether the record is about an event that happened once. Other records describe what is true now.
  package var isEvent: Bool { kind.traits.nature == .event }
}
