import DossierAssessment
import DossierRecords
package import DossierText

/// An approval that is to be written into records.
package struct ApprovalRequest: Sendable {
  /// Of the records, as they were asked for.
  package let ids: [String]
  /// The role's id.
  package let by: String
  package let date: CivilDate
  package let name: String?
  package let until: CivilDate?
  package let note: String?

  package init(ids: [String], by: String, date: CivilDate, name: String?, until: CivilDate?, note: String?) {
    (self.ids, self.by, self.date) = (ids, by, date)
    (self.name, self.until, self.note) = (name, until, note)
  }

  /// Why it is not written.
  package struct Refusal: Error, Sendable, CustomStringConvertible {
    package let description: String
  }

  /// The records and what is to be written into each. Refuses where the approval would not be one.
  func approvals(in dossier: Dossier) throws(Refusal) -> [(entry: Entry, approval: Approval)] {
    let dated = DatedDossier(dossier, asOf: date)
    let role = try role(in: dated)
    if let until, until < date { throw Refusal(description: "it would hold until \(until), before its own day, \(date)") }
    let authorities = Authorities(dated)
    var seen: Set<String> = []
    var result: [(entry: Entry, approval: Approval)] = []
    for id in ids where seen.insert(RecordID.key(id)).inserted {
      let entry = try entry(id, in: dated)
      let reference = Reference<Role>(id: role.id)
      guard RecordID.key(entry.id) != RecordID.key(role.id) else {
        throw Refusal(description: "\(role.named) cannot approve itself; have another role approve it")
      }
      guard authorities.mayApprove(reference, entry.kind.name) else {
        let others = authorities.approvers(of: entry.kind.name)
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
    guard entry.kind.name == Role.name else { throw Refusal(description: "\(entry.named) is no role") }
    guard let role = entry.record as? Role, entry.head != nil else {
      throw Refusal(description: "\(entry.named) cannot be read whole; `dossier check` says what is wrong with it")
    }
    guard dated.counts(position) else { throw Refusal(description: "\(entry.named) is not in force on \(date)") }
    if role.heldBy == nil, dated.records(Role.self).contains(where: { $0.record.heldBy != nil }) {
      throw Refusal(description: "nobody holds \(entry.named); write the post or team under `held_by` first")
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
      throw Refusal(description: "two records have the id \(entry.id); give one of them another first")
    }
    if entry.isAdopted {
      throw Refusal(
        description: "\(entry.named) is adopted: its file \(entry.path) is not in the form of this program, and approvals of it"
          + " are kept where they are; to approve it here, give the file `kind` and `id`")
    }
    guard entry.head != nil, entry.record != nil else {
      throw Refusal(description: "\(entry.named) cannot be read whole; `dossier check` says what is wrong with it")
    }
    guard dated.isCurrent(position) else { throw Refusal(description: "\(entry.named) is out of use or was rejected") }
    return entry
  }
}
