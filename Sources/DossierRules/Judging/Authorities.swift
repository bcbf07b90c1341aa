import DossierRecords
import DossierText

/// Who may approve what, as the roles say in `approves`; a deputy may do what the role it stands in for may.
///
/// A role that has ended keeps what it could do then: its signatures of those days stay good. What it signed later is another rule's.
struct Authorities {
  /// By role: the highest score by kind, `Int.max` where no limit is written.
  private var limits: [Int: [String: Int]] = [:]
  private var kinds: Set<String> = []
  private let dossier: Dossier
  private let day: CivilDate

  init(_ dossier: Dossier, on day: CivilDate) {
    self.dossier = dossier
    self.day = day
    let roles = dossier.all(Role.self).filter { $0.entry.holds(on: day) || $0.entry.head?.retired != nil }
    var own: [Int: [String: Int]] = [:]
    for (position, entry, role) in roles {
      for text in role.approves {
        let (kind, limit) = Authorities.read(text)
        own[position, default: [:]][kind] = max(limit, own[position]?[kind] ?? 0)
        if entry.holds(on: day) { kinds.insert(kind) }
      }
    }
    limits = own
    for (position, _, role) in roles {
      for deputy in role.deputies.compactMap({ dossier.position(of: $0.id) }) {
        limits[deputy, default: [:]].merge(own[position] ?? [:]) { max($0, $1) }
      }
    }
  }

  /// Whether any role says that it may approve this kind: otherwise nothing can be said against anybody.
  func isSettled(_ kind: String) -> Bool { kinds.contains(kind) }

  /// Whether the role may approve records of this kind, up to this score where one counts. True where that cannot be known.
  func mayApprove(_ role: Reference<Role>, _ kind: String, score: Int = 0) -> Bool {
    guard isSettled(kind), let position = dossier.position(of: role.id) else { return true }
    return (limits[position]?[kind]).map { score <= $0 } ?? false
  }

  /// The roles that may do so on that day, themselves or as deputies.
  func approvers(of kind: String, score: Int = 0) -> [String] {
    limits.filter { ($0.value[kind]).map { score <= $0 } ?? false }.keys.sorted().map { dossier.entries[$0] }
      .filter { $0.holds(on: day) }.map(\.id)
  }

  /// `risk: residual up to 12` as the kind and its number. Without a colon there is no limit; words after one that hold no score,
  /// or more than one number, give no authority above 0, because nobody can say which was meant.
  private static func read(_ text: String) -> (kind: String, limit: Int) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = String((parts.first ?? "").lowercased().filter { $0 != " " })
    guard parts.count == 2 else { return (kind, Int.max) }
    let numbers = parts[1].split { !("0"..."9").contains($0) }
    guard numbers.count == 1, let limit = Int(numbers[0]), limit <= 25 else { return (kind, 0) }
    return (kind, limit)
  }
}
