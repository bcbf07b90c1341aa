package import DossierAssessment
import DossierRecords

/// The changes of one row of the Statement of Applicability.
package struct StatementChange: Sendable, Hashable {
  package let control: String
  package let title: String
  /// The state of the control in the older version: "planned", "excluded", "no record decides". `new` is the state in the newer
  /// version.
  package let old: String
  package let new: String
  package let evidenceAdded: [String]
  package let evidenceRemoved: [String]
  package let risksAdded: [String]
  package let risksRemoved: [String]
  /// The id of the record that says whether the control applies. Nil if the versions have different records or no record.
  let record: String?

  package static func all(_ old: Assessment, _ new: Assessment) -> [StatementChange] {
    let before = rows(old)
    let after = rows(new)
    let known = Dictionary(before.map { ($0.item, $0) }) { first, _ in first }
    return after.compactMap { row in
      guard let former = known[row.item] else { return nil }
      let change = StatementChange(
        control: row.item, title: row.title, old: former.state, new: row.state,
        evidenceAdded: row.evidence.filter { !former.evidence.contains($0) },
        evidenceRemoved: former.evidence.filter { !row.evidence.contains($0) },
        risksAdded: row.risks.filter { !former.risks.contains($0) },
        risksRemoved: former.risks.filter { !row.risks.contains($0) },
        record: row.record == former.record ? row.record : nil)
      return change.isEmpty ? nil : change
    }
  }

  private var isEmpty: Bool {
    old == new && evidenceAdded.isEmpty && evidenceRemoved.isEmpty && risksAdded.isEmpty && risksRemoved.isEmpty
  }

  private struct Row {
    let item: String
    let title: String
    let state: String
    let record: String?
    let evidence: [String]
    let risks: [String]
  }

  private static func rows(_ facts: Assessment) -> [Row] {
    let dossier = facts.dossier
    return facts.statement.rows.map { row in
      let item = dossier.catalogues[row.catalogue].items[row.item]
      let state =
        switch (row.implementation, row.record) {
        case (nil, _): "no record decides"
        case (_, nil): "the record cannot be read completely"
        case (_, let record?): record.applicable ? record.implementation.rawValue : "excluded"
        }
      return Row(
        item: item.id, title: item.title, state: state, record: row.implementation.map { dossier.entries[$0].id },
        evidence: row.evidence.items.map { dossier.entries[$0.position].id }, risks: row.risks.map { dossier.entries[$0].id })
    }
  }
}
