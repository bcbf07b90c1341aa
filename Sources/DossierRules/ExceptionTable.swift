import DossierRecords
import DossierText

/// The exceptions of a dossier, by rule and record.
///
/// Exceptions that are drafts, proposed, rejected, closed, retired or superseded are left out. So are exceptions whose approvals
/// are all dated after the as-of date.
struct ExceptionTable {
  /// The positions of the exceptions that count, in order.
  let positions: [Int]
  private let dossier: Dossier
  private let byPlace: [Place: [Int]]

  private struct Place: Hashable {
    let rule: String
    let record: Int
  }

  init(_ dossier: Dossier, asOf: CivilDate) {
    var positions: [Int] = []
    var byPlace: [Place: [Int]] = [:]
    for (position, entry, exception) in dossier.all(Exception.self) where ExceptionTable.counts(entry, asOf) {
      positions.append(position)
      for record in Set(exception.records.compactMap { dossier.position(of: $0.id) }) {
        byPlace[Place(rule: exception.rule, record: record), default: []].append(position)
      }
    }
    self.dossier = dossier
    self.positions = positions
    self.byPlace = byPlace
  }

  /// The positions of the exceptions that match a diagnostic about a record.
  func exceptions(for diagnostic: Diagnostic, of subject: ReferenceGraph.Origin?) -> [Int] {
    guard case .entry(let record)? = subject, Rules.rule(diagnostic.rule.name)?.mayBeExcepted ?? true else { return [] }
    return byPlace[Place(rule: diagnostic.rule.name, record: record)] ?? []
  }

  private static func counts(_ entry: Entry, _ asOf: CivilDate) -> Bool {
    switch entry.head?.status {
    case .draft, .proposed, .rejected, .closed: return false
    default: break
    }
    let isUnapproved = entry.head?.approvals.isEmpty ?? true
    return !entry.isRetired && (isUnapproved || !entry.approvals(upTo: asOf).isEmpty)
  }
}

extension Rule {
  /// Whether an exception or a baseline may suppress diagnostics of the rule. False for format errors.
  var mayBeExcepted: Bool { family != .format || severity != .error }
}
