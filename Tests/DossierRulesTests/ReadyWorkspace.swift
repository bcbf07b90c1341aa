import DossierAnalysis
import DossierAssessment
import DossierRecords
import DossierTesting
import DossierText
import Testing

@testable import DossierRules

/// The smallest workspace that has evidence for every question: one register for each kind.
struct ReadyWorkspace {
  /// The registers by kind. Each is the text below `records:`.
  var registers: [String: String]
  var configuration = """
    organisation: Quay Ltd
    risk:
      likelihood: [rare, unlikely, possible, likely, certain]
      impact: [none, minor, moderate, major, severe]
      acceptable: 6
      tolerable: 12
    """

  init() throws {
    let catalogue = try #require(try ParsedCatalogues.named(["iso42001"]).first)
    let controls = catalogue.items.filter { $0.kind == .control }.map(\.id)
    registers = ReadyWorkspace.registers
    registers["control-implementation"] = controls.map { id in
      """
        - id: SOA-\(id.split(separator: ".").joined(separator: "-"))
          control: \(id)
          applicable: true
          justification: asked for by a risk
          implementation: implemented
          evidence: [EVD-001]
      """
    }.joined(separator: "\n")
  }

  /// The readiness of the workspace with only these rules run.
  func readiness(_ rules: [String] = []) async throws -> Readiness {
    let asOf = try #require(CivilDate("2026-10-31"))
    let files = registers.map { kind, records in
      // Every record needs a title, but titles do not matter here.
      let titled = records.replacing("- {id: ", with: "- {title: t, id: ").replacing("- id: ", with: "- title: t\n    id: ")
      return ("\(kind).yaml", "kind: \(kind)\nrecords:\n\(titled)\n")
    }
    let sources = try (files + [("dossier.yaml", configuration)]).map { path, text in
      SourceFile(path: try #require(SourcePath(path)), bytes: Array(text.utf8))
    }
    let readings = Array("date,value\n2026-09-30,1\n".utf8)
    let table = SourceTree.Attachment(
      path: try #require(SourcePath("m.csv")), size: readings.count, digest: Digest(of: readings), bytes: readings)
    let analysis = try await analyse(
      SourceTree(files: sources, attachments: [table]), catalogues: ["iso42001"], asOf: asOf,
      rules: Rules.all.filter { rules.contains($0.id.name) })
    return Readiness(analysis.facts, analysis.policyResult)
  }

  func without(_ kinds: [String]) -> ReadyWorkspace {
    var rest = self
    for kind in kinds { rest.registers[kind] = nil }
    return rest
  }

  private static let registers = [
    "ai-system": """
      - id: AIS-001
        purpose: ranks applications
        owner: ROL-001
        role: [developer]
        lifecycle: operation
        risk_class: high
        models: [MDL-001]
        suppliers: [SUP-001]
        deployed: 2025-03-03
        oversight: {triggers: [refusal], reviewer: ROL-001, can: [override], escalation: ROL-001}
    """,
    "audit": "  - {id: AUD-001, date: 2026-05-05, scope: [\"9.1\"], auditors: [ROL-001]}",
    "audit-finding": "  - {id: FND-001, audit: AUD-001, type: minor, nonconformity: NCR-001}",
    "context-issue": "  - {id: CTX-001, origin: external}\n  - {id: CTX-002, origin: internal}",
    "corrective-action": """
      - {id: CAR-001, owner: ROL-001, due: 2026-07-01, done: 2026-06-20, effectiveness: {effective: true, date: 2026-08-20}}
    """,
    "dataset": "  - {id: DTS-001, source: own applications, rights: {lawful_basis: contract}}",
    "disclosure": "  - {id: DSC-001, to: customers, systems: [AIS-001], wording: A program ranks it, live_since: 2025-03-03}",
    "document": "  - {id: DOC-001, type: scope, implements: [\"6.1.2\", \"6.1.4\", \"9.2.2\"]}",
    "evidence": "  - {id: EVD-001, controls: [A.2.2], location: vault, collected: 2026-09-01, collected_by: ROL-001}",
    "impact-assessment": "  - {id: AIA-001, system: AIS-001, date: 2026-02-02, assessor: ROL-001}",
    "interested-party": "  - {id: INP-001, needs: [a person to talk to]}",
    "lifecycle-gate": "  - {id: GTE-001, system: AIS-001, stage: deployment, date: 2025-03-01, decision: go}",
    "management-review": """
      - {id: MRV-001, date: 2026-06-06, attended: [ROL-001], outputs: {improvements: a second reviewer}}
    """,
    "metric": "  - {id: MTR-001, unit: days, systems: [AIS-001], source: {file: m.csv}}",
    "model": "  - {id: MDL-001, origin: internal, version: \"1\", training: {data: [DTS-001]}}",
    "nonconformity": "  - {id: NCR-001, found: 2026-05-05, cause: nobody looked, actions: [CAR-001]}",
    "objective": """
      - {id: OBJ-001, measure: days, target: {comparison: at-most, value: 2, unit: days}, owner: ROL-001, metric: MTR-001}
    """,
    "oversight-event": "  - {id: OVS-001, system: AIS-001, date: 2026-09-09, reviewer: ROL-001}",
    "policy": """
      - {id: POL-001, effective: 2026-01-01, implements: ["5.2"], approvals: [{by: ROL-001, date: 2025-12-01}]}
    """,
    "risk": """
      - id: RSK-001
        systems: [AIS-001]
        category: operational
        inherent: {likelihood: 2, impact: 2}
        treatment: accept
        residual: {likelihood: 2, impact: 2}
    """,
    "role": "  - {id: ROL-001, accountable_for: [credit], held_by: \"J. Quay\"}",
    "supplier": """
      - id: SUP-001
        service: a bureau
        assessment: {date: 2026-01-05, by: ROL-001, result: accepted}
        responsibilities: [{control: A.10.3, party: shared}]
    """,
    "training": "  - {id: TRN-001, roles: [ROL-001], date: 2026-02-02}",
  ]
}
