import DossierAnalysis
import DossierComparison
import DossierRecords
import DossierRules
import DossierText
import Foundation
import Testing

@testable import DossierBuild

/// Reading a commit gives the same records and diagnostics as reading a checkout of it.
struct RevisionTests {
  private static func git(_ folder: TemporaryFolder, _ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-C", folder.path, "-c", "user.name=A", "-c", "user.email=a@example.org"] + arguments
    process.standardOutput = Pipe()
    process.standardError = Pipe()
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  /// File contents for random workspaces. Each text changes how the workspace is read.
  private static let pieces: [(name: String, texts: [String])] = [
    (
      "dossier.yaml",
      [
        "organisation: A\n", "organisation: [\n",
        "organisation: B\nkinds:\n  - {name: drone, prefix: DRN, meaning: a camera, section: systems}\ncatalogues: [eu-ai-act]\n",
        "organisation: C\nadopt:\n  - files: notes/*.md\n    kind: document\n    having: [owner]\n    fields: {reviewed: seen}\n",
        "organisation: D\nrules:\n  levels: {orphan-record: off}\n",
      ]
    ),
    ("drones/a.md", ["---\nkind: drone\nid: DRN-001\ntitle: D\n---\nx\n"]),
    ("notes/a.md", ["---\ntitle: N\nowner: ROL-001\nseen: 2026-01-01\n---\n[x](../gone.md)\n", "# N\n"]),
    ("roles.yaml", ["kind: role\nrecords:\n  - {id: ROL-001, title: R, accountable_for: [a]}\n", "kind: role\nrecords: no\n"]),
    ("site/site.json", ["{\"dossier-site\": 1}", "{}", "{\"dossier-site\": 1, \"files\": [\"risks.md\", \"page.md\"]}"]),
    ("site/page.md", ["# P\n\n[x](gone.md)\n"]), ("site/README.md", ["# P\n", "---\nkind: risk\nid: RSK-004\n---\n"]),
    ("site/risks.md", ["---\nkind: risk\nid: RSK-001\n---\n"]),
    ("releases/1/manifest", ["# dossier manifest 1\n", "no manifest\n"]), ("releases/1/seal", ["x"]),
    ("releases/1/a.md", ["---\nkind: risk\nid: RSK-002\n---\n"]), ("releases/a.md", ["# Notes of releases\n"]),
    (".hidden/a.md", ["---\nkind: risk\nid: RSK-003\n---\n"]), ("data/m.csv", ["date,value\n2026-01-31,4\n", "broken"]),
    (
      "metrics.yaml",
      [
        "kind: metric\nrecords:\n  - id: MTR-001\n    title: M\n    unit: '%'\n    source: {file: data/m.csv, date_column: date, value_column: value}\n"
      ]
    ),
    ("dossier-baseline.json", ["{\"dossier-baseline\": 1, \"problems\": []}\n", "{"]), ("Upper/Ä.md", ["# Ä\n"]),
  ]

  @Test func `a commit and its checkout give the same result`() async throws {
    let folder = try TemporaryFolder()
    try Self.git(folder, "init", "-q", "-b", "main")
    var seed: UInt64 = 20_261_031
    func random(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    let day = try #require(CivilDate("2026-10-31"))
    var diagnosticCount = 0
    for _ in 0..<14 {
      for name in folder.names() where name != ".git" { try FileManager.default.removeItem(atPath: folder(name)) }
      for piece in Self.pieces where random(4) > 0 { try folder.write(piece.texts[random(piece.texts.count)], to: piece.name) }
      if random(2) == 0 { try folder.link("link.md", to: "roles.yaml") }
      if random(3) == 0 { try folder.link("releases-link", to: "releases") }
      try Self.git(folder, "add", "-A", "-f")
      try Self.git(folder, "commit", "-q", "--allow-empty", "-m", "state")
      let workspace = Workspace(folder.path)
      let reader = try StateReader(workspace: workspace, workers: 2)
      let commit = try #require(try reader.commit("HEAD"))
      let version = try await reader.version(reader.state(of: commit, called: "HEAD"), without: [], asOf: day).version
      let checkout = try await analyse(workspace, AnalysisOptions(asOf: day, workers: 2))
      #expect(version.policyResult.diagnostics == checkout.diagnostics)
      #expect(version.policyResult.suppressed.map(\.diagnostic) == checkout.policyResult.suppressed.map(\.diagnostic))
      #expect(version.dossier.digests == checkout.dossier.digests)
      #expect(version.dossier.entries.map(\.digest) == checkout.dossier.entries.map(\.digest))
      #expect(version.dossier.kinds.map(\.name) == checkout.dossier.kinds.map(\.name))
      #expect(version.unread == Set(checkout.unread.map { $0.lowercased() }) || checkout.unread.isEmpty)
      diagnosticCount += checkout.diagnostics.count
    }
    #expect(diagnosticCount > 50)
  }
}
