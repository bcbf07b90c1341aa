package import DossierRecords
import DossierText

/// Who may approve what, according to `approves` of the roles. A deputy has the authority of the role it deputises for.
///
/// A draft or rejected role deputises for nobody. A retired role keeps the authority it had, so that its earlier approvals remain valid.
package struct Authorities: Sendable {
  /// By role: the highest score by kind; `Int.max` where no limit is written.
  private var limits: [Int: [String: Int]] = [:]
  private var kinds: Set<String> = []
  private let dated: DatedDossier

  package init(_ dated: DatedDossier) {
    self.dated = dated
    let dossier = dated.dossier
    let roles = dossier.all(Role.self).filter { dated.counts($0.position) || dated.isRetired($0.position) }
    var own: [Int: [String: Int]] = [:]
    for (position, _, role) in roles {
      for text in role.approves {
        let (kind, limit) = Authorities.read(text)
        own[position, default: [:]][kind] = max(limit, own[position]?[kind] ?? 0)
        if dated.counts(position) { kinds.insert(kind) }
      }
    }
    limits = own
    for (position, _, role) in roles {
      for deputy in role.deputies.compactMap({ dossier.position(of: $0.id) })
      where dated.counts(deputy) || dated.isRetired(deputy) {
        limits[deputy, default: [:]].merge(own[position] ?? [:]) { max($0, $1) }
      }
    }
  }

  /// Whether any effective role says that it may approve this kind. Without one, no approval can be called unauthorised.
  package func isDefined(for kind: String) -> Bool { kinds.contains(kind) }

  /// Whether the role may approve records of this kind up to this score. True where no role defines it.
  package func mayApprove(_ role: Reference<Role>, _ kind: String, score: Int = 0) -> Bool {
    guard isDefined(for: kind), let position = dated.dossier.position(of: role.id) else { return true }
    return (limits[position]?[kind]).map { score <= $0 } ?? false
  }

  /// The ids of the effective roles that may approve it, themselves or as deputies.
  package func approvers(of kind: String, score: Int = 0) -> [String] {
    limits.filter { ($0.value[kind]).map { score <= $0 } ?? false }.keys.sorted().filter(dated.counts)
      .map { dated.dossier.entries[$0].id }
  }

  /// Reads `risk: residual up to 12` as a kind and its limit.
  ///
  /// Without a colon there is no limit. After a colon exactly one number must follow; otherwise the limit is 0, because the
  /// intended number is unknown.
  private static func read(_ text: String) -> (kind: String, limit: Int) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = String((parts.first ?? "").lowercased().filter { $0 != " " })
    guard parts.count == 2 else { return (kind, Int.max) }
    let numbers = parts[1].split { !("0"..."9").contains($0) }
    guard numbers.count == 1, let limit = Int(numbers[0]), limit <= 25 else { return (kind, 0) }
    return (kind, limit)
  }
}
