import DossierAssessment
import DossierRecords
import DossierRules
import DossierText

/// A record as JSON. The format has version 1, and users can rely on it.
///
/// The JSON contains the decoded fields of the record, the status of its approvals and its diagnostics. It also contains the
/// references from the record and to the record.
struct RecordJSON {
  let facts: Assessment
  let report: DiagnosticReport

  var dossier: Dossier { facts.dossier }

  func text(of position: Int) -> String {
    let entry = dossier.entries[position]
    // If the approvals could not be decoded, they are shown as a field, as written in the file.
    let head = ["kind", "id", "title"] + (entry.head == nil ? [] : ["approvals"])
    let fields = entry.fields.filter { !head.contains($0.name) }.map { JSON.Member($0.name, $0.content.json) }
    let approvals = entry.head?.approvals ?? []
    let lapses = facts.lapses(of: position)
    let suppressed = suppressed(of: position)
    let whole = JSON.object([
      "schema": .integer(1), "tool": .string(report.tool.name), "version": .string(report.tool.version),
      "as_of": .string(facts.asOf.description), "id": .string(entry.id), "kind": .string(entry.kind.name),
      "title": .string(entry.title), "status": .string(facts.status(of: position).rawValue),
      "lapses": lapses.isEmpty ? nil : .array(lapses.map { .string($0.reason.rawValue) }),
      "path": .string(report.shown(entry.path)), "digest": .string(entry.digest.description),
      "fields": .object(fields),
      "own_fields": entry.extras.isEmpty ? nil : .object(entry.extras.map { JSON.Member($0.name, $0.content.json) }),
      "approvals": .array(zip(approvals, facts.approvals.statuses(of: position)).map { RecordJSON.approval($0, $1) }),
      "suspect": .array(facts.approvals.suspicions(of: position).map(suspicion)),
      "refers_to": .array(dossier.graph.edges(from: .entry(position)).map(outgoing)),
      "referred_to_by": .array(dossier.graph.edges(to: .entry(position)).map(incoming)),
      "diagnostics": .array(diagnostics(of: position)),
      "suppressed": suppressed.isEmpty ? nil : .array(suppressed),
    ])
    return whole.pretty() + "\n"
  }

  // MARK: Approvals

  private static func approval(_ approval: Approval, _ state: ApprovalStatus) -> JSON {
    var (proof, changed, since): (JSON?, JSON?, JSON?)
    switch state {
    case .proved(let found):
      proof = RecordJSON.proof(found)
    case .stale(.differs(let commit, let fields, let found)):
      (changed, since, proof) = (.array(fields.map(JSON.string)), .string(commit.description), found.map(RecordJSON.proof))
    case .asserted, .stale, .lapsed, .superseded, .notYet: break
    }
    return .object([
      "by": .string(approval.by.id), "date": .string(approval.date.description), "name": approval.name.map(JSON.string),
      "digest": approval.digest.map { .string($0.description) } ?? .null,
      "until": approval.until.map { .string($0.description) }, "note": approval.note.map(JSON.string),
      "state": .string(state.kind.rawValue.split(separator: " ").joined(separator: "-")), "holds": .bool(state.isValid),
      "reason": .string(state.reason), "proof": proof, "changed": changed, "changed_since": since,
    ])
  }

  private static func proof(_ found: ApprovalProof) -> JSON {
    .object([
      "commit": .string(found.commit.description), "tag": found.tag.map(JSON.string), "fingerprint": .string(found.fingerprint),
      "key_since": found.keySince.map { .string($0.description) },
    ])
  }

  private func suspicion(_ suspicion: ApprovalStatuses.Suspicion) -> JSON {
    let (relation, field, control): (String, String?, String?) =
      switch suspicion.link {
      case .names(let field): ("names", field, nil)
      case .carriesOut(let field): ("carries-out", field, nil)
      case .control(let id): ("control", nil, id)
      }
    return .object([
      "record": .string(dossier.entries[suspicion.cause.position].id), "relation": .string(relation),
      "field": field.map(JSON.string), "control": control.map(JSON.string),
    ])
  }

  // MARK: References

  private func outgoing(_ edge: ReferenceGraph.Edge) -> JSON {
    .object([
      "field": .string(edge.site.field), "written": .string(edge.site.target), "to": edge.target.map(named) ?? .null,
    ])
  }

  private func incoming(_ edge: ReferenceGraph.Edge) -> JSON {
    switch edge.origin {
    case .entry(let i): .object(["field": .string(edge.site.field), "from": named(.entry(i))])
    case .page(let i): .object(["field": .string(edge.site.field), "from": named(.page(i))])
    }
  }

  private func named(_ target: ReferenceGraph.Target) -> JSON {
    switch target {
    case .entry(let i):
      .object(["type": .string("record"), "id": .string(dossier.entries[i].id), "title": .string(dossier.entries[i].title)])
    case .page(let i):
      .object([
        "type": .string("page"), "path": .string(report.shown(dossier.pages[i].path)), "title": .string(dossier.pages[i].title),
      ])
    case .item(let catalogue, let item):
      .object([
        "type": .string("item"),
        "id": .string(dossier.catalogues[catalogue].canonical(dossier.catalogues[catalogue].items[item])),
        "title": .string(dossier.catalogues[catalogue].items[item].title),
      ])
    case .register(let kind): .object(["type": .string("register"), "kind": .string(kind)])
    case .file(let path): .object(["type": .string("file"), "path": .string(report.shown(path))])
    case .folder: .object(["type": .string("folder")])
    }
  }

  // MARK: Diagnostics

  /// The diagnostics about this record, in the format of `check --format json`.
  private func diagnostics(of position: Int) -> [JSON] {
    let subjects = dossier.subjects(of: report.diagnostics.map(\.primary))
    return zip(JSONRenderer().diagnostics(of: report), subjects).filter { $1 == .entry(position) }.map(\.0)
  }

  /// The suppressed diagnostics about this record. Each has the exception or baseline that suppresses it.
  private func suppressed(of position: Int) -> [JSON] {
    let subjects = dossier.subjects(of: report.suppressed.map(\.diagnostic.primary))
    return zip(JSONRenderer().suppressed(of: report), subjects).filter { $1 == .entry(position) }.map(\.0)
  }
}
