import DossierAssessment
import DossierRecords
package import DossierText

/// A request to write an approval into records.
package struct ApprovalRequest: Sendable {
  /// The ids of the records, as given in the request.
  package let ids: [String]
  /// The id of the approving role.
  package let by: String
  package let date: CivilDate
  /// The date on which the approval is written. The state of the record and the role is checked on `date` and on this date.
  /// Otherwise an approval could be written that has already lapsed.
  package let asOf: CivilDate
  package let name: String?
  package let until: CivilDate?
  package let note: String?

  package init(ids: [String], by: String, date: CivilDate, asOf: CivilDate, name: String?, until: CivilDate?, note: String?) {
    (self.ids, self.by, self.date, self.asOf) = (ids, by, date, asOf)
    (self.name, self.until, self.note) = (name, until, note)
  }

  /// The reason why the approval is not written.
  package struct Refusal: Error, Sendable, CustomStringConvertible {
    package let description: String

    package init(description: String) { self.description = description }
  }

  /// The records, each with the approval to write. Throws if an approval would not be valid.
  func approvals(in dossier: Dossier) throws(Refusal) -> [(entry: Entry, approval: Approval)] {
    let dated = DatedDossier(dossier, asOf: date)
    let today = DatedDossier(dossier, asOf: max(date, asOf))
    let role = try role(in: dated)
    _ = try self.role(in: today)
    if let until, until < date { throw Refusal(description: "the approval would end on \(until), before its own date \(date)") }
    let authorities = [Authorities(dated), Authorities(today)]
    var seen: Set<String> = []
    var result: [(entry: Entry, approval: Approval)] = []
    for id in ids where seen.insert(RecordID.key(id)).inserted {
      let entry = try entry(id, in: dated)
      _ = try self.entry(id, in: today)
      let reference = Reference<Role>(id: role.id)
      guard RecordID.key(entry.id) != RecordID.key(role.id) else {
        throw Refusal(description: "\(role.named) cannot approve itself; have another role approve it")
      }
      if let limits = authorities.first(where: { !$0.mayApprove(reference, entry.kind.name) }) {
        let others = limits.approvers(of: entry.kind.name)
        throw Refusal(
          description: "\(role.named) may not approve records of kind \(entry.kind.name)"
            + (others.isEmpty ? "" : "; \(others.listed(3)) may"))
      }
      let approval = Approval(by: reference, date: date, name: name, digest: entry.digest, until: until, note: note)
      result.append((entry, approval))
    }
    return result
  }

  private func role(in dated: DatedDossier) throws(Refusal) -> Entry {
    let dossier = dated.dossier
    let roles = dossier.entries(of: Role.name)
    guard let position = dossier.position(of: by) else {
      let meant = Suggestion.closest(to: by, among: roles.map(\.id))
      throw Refusal(
        description: "there is no role `\(TerminalText.visible(by))`" + (meant.map { "; did you mean `\($0)`?" } ?? ""))
    }
    let entry = dossier.entries[position]
    guard entry.kind.name == Role.name else { throw Refusal(description: "\(entry.named) is not a role") }
    guard let role = entry.record as? Role, entry.head != nil else {
      throw Refusal(description: "\(entry.named) cannot be read completely; run `dossier check` to see why")
    }
    guard dated.counts(position) else { throw Refusal(description: "\(entry.named) is not effective on \(dated.asOf)") }
    if role.heldBy == nil, dated.records(Role.self).contains(where: { $0.record.heldBy != nil }) {
      throw Refusal(description: "\(entry.named) has no holder; write the post or team under `held_by` first")
    }
    return entry
  }

  private func entry(_ id: String, in dated: DatedDossier) throws(Refusal) -> Entry {
    let dossier = dated.dossier
    guard let position = dossier.position(of: id) else {
      let meant = Suggestion.closest(to: id, among: dossier.entries.map(\.id))
      throw Refusal(
        description: "there is no record `\(TerminalText.visible(id))`" + (meant.map { "; did you mean `\($0)`?" } ?? ""))
    }
    let entry = dossier.entries[position]
    if dossier.duplicates.contains(where: { $0.first == position }) {
      throw Refusal(description: "two records have the id \(entry.id); give one of them another id first")
    }
    if entry.isAdopted {
      throw Refusal(
        description: "\(entry.named) is adopted: its file \(entry.path) is not in the format of dossier, and its approvals"
          + " are kept elsewhere; to approve it here, add `kind` and `id` to the file")
    }
    guard entry.head != nil, entry.record != nil else {
      throw Refusal(description: "\(entry.named) cannot be read completely; run `dossier check` to see why")
    }
    guard dated.isCurrent(position) else { throw Refusal(description: "\(entry.named) is retired, superseded or rejected") }
    return entry
  }
}
