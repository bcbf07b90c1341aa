package import DossierRecords
package import DossierText

/// Which roles may approve which kinds of record, according to the field `approves` of the roles.
///
/// A deputy also has the authority of the role that it deputises for. A draft or rejected role gets no authority as a deputy. A
/// retired role keeps its authority, so that its earlier approvals remain valid.
package struct Authorities: Sendable {
  /// For each role: the highest score that the role may approve, by kind of record. `Int.max` if the role states no limit.
  private var limits: [Int: [String: Int]] = [:]
  /// For each role: the kinds of record that its own `approves` lists.
  private let listed: [Int: Set<String>]
  /// For each deputy: the roles that it deputises for.
  private var represented: [Int: [Int]] = [:]
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
    listed = own.mapValues { Set($0.keys) }
    for (position, _, role) in roles {
      for deputy in role.deputies.compactMap({ dossier.position(of: $0.id) })
      where dated.counts(deputy) || dated.isRetired(deputy) {
        limits[deputy, default: [:]].merge(own[position] ?? [:]) { max($0, $1) }
        represented[deputy, default: []].append(position)
      }
    }
  }

  /// Whether at least one effective role lists this kind of record in `approves`. If not, every role may approve the kind.
  package func isDefined(for kind: String) -> Bool { kinds.contains(kind) }

  /// Whether the role may approve records of this kind up to this score. Also true if `isDefined` is false for the kind, or if
  /// the role does not exist.
  package func mayApprove(_ role: Reference<Role>, _ kind: String, score: Int = 0) -> Bool {
    guard isDefined(for: kind), let position = dated.dossier.position(of: role.id) else { return true }
    return (limits[position]?[kind]).map { score <= $0 } ?? false
  }

  /// Whether the role had the authority for records of this kind on `date`, because `approves` of the role, or of a role that it
  /// deputises for, lists the kind. Roles that were retired later count. Also true if the role does not exist.
  ///
  /// A role that was itself retired on or before `date` is not excluded. `Signature.retiredBefore` states this error.
  package func listed(_ kind: String, for role: Reference<Role>, on date: CivilDate) -> Bool {
    guard let position = dated.dossier.position(of: role.id) else { return true }
    if listed[position]?.contains(kind) == true { return true }
    return (represented[position] ?? []).contains { other in
      guard listed[other]?.contains(kind) == true else { return false }
      return !dated.isRetired(other) || dated.retirement(of: other).map { $0 > date } ?? true
    }
  }

  /// The ids of the effective roles that may approve records of this kind up to this score, including deputies.
  package func approvers(of kind: String, score: Int = 0) -> [String] {
    limits.filter { ($0.value[kind]).map { score <= $0 } ?? false }.keys.sorted().filter(dated.counts)
      .map { dated.dossier.entries[$0].id }
  }

  /// The roles from `approvers` that neither own nor assessed the record.
  package func approvers(of entry: Entry) -> [String] {
    let authors = [entry.head?.owner, (entry.record as? ImpactAssessment)?.assessor].compactMap { $0.map { RecordID.key($0.id) } }
    return approvers(of: entry.kind.name).filter { !authors.contains(RecordID.key($0)) }
  }

  /// Whether the role is not effective for a reason other than its retirement: it is a draft, proposed, rejected, closed or
  /// unreadable.
  ///
  /// False if the role does not exist. Such a role has no authority, whatever its `approves` lists.
  package func isNotEffective(_ role: Reference<Role>) -> Bool {
    guard let position = dated.dossier.position(of: role.id), dated.dossier.entries[position].kind.name == Role.name else {
      return false
    }
    return !dated.counts(position) && !dated.isRetired(position)
  }

  /// Reads `risk: residual up to 12` as a kind and its limit.
  ///
  /// Without a colon there is no limit. After a colon, the text must contain exactly one number, at most 25. Otherwise the limit
  /// is 0, because the intended number is unknown.
  private static func read(_ text: String) -> (kind: String, limit: Int) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = String((parts.first ?? "").lowercased().filter { $0 != " " })
    guard parts.count == 2 else { return (kind, Int.max) }
    let numbers = parts[1].split { !("0"..."9").contains($0) }
    guard numbers.count == 1, let limit = Int(numbers[0]), limit <= 25 else { return (kind, 0) }
    return (kind, limit)
  }
}
