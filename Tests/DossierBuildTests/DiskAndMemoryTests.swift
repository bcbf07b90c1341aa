import DossierAnalysis
import DossierBuild
import DossierRecords
import DossierTesting
import DossierText
import Foundation
import Testing

/// The same bytes give the same analysis, whether they are in a folder or in memory, and with any number of workers.
struct DiskAndMemoryTests {
  /// All files of a folder but hidden ones, read without the code under test.
  private static func contents(of folder: String) throws -> [SourcePath: [UInt8]] {
    var contents: [SourcePath: [UInt8]] = [:]
    for name in try #require(FileManager.default.enumerator(atPath: folder)).compactMap({ $0 as? String }) {
      let type = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.type] as? FileAttributeType
      guard type == .typeRegular, !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { continue }
      contents[try #require(SourcePath(name))] = Array(try #require(FileManager.default.contents(atPath: "\(folder)/\(name)")))
    }
    return contents
  }

  /// Analyses from the disk with one worker and with three, and in memory; expects one result, and returns it.
  private static func expectOneResult(
    _ folder: String, library: (catalogues: [Catalogue], crosswalks: [Crosswalk])? = nil
  ) async throws -> Analysis {
    var options = AnalysisOptions(asOf: try #require(CivilDate("2026-10-31")), library: library)
    let first = try await analyse(Workspace(folder), options)
    expectSame(first, try await analyse(SourceFiles(contents: try contents(of: folder)), options), "in memory")
    options.workers = 3
    expectSame(first, try await analyse(Workspace(folder), options), "three workers")
    return first
  }

  private static func expectSame(_ one: Analysis, _ other: Analysis, _ comment: Comment) {
    #expect(one.diagnostics == other.diagnostics, comment)
    #expect(one.reported().arranged() == other.reported().arranged(), comment)
    #expect(one.policyResult.suppressed.map(\.diagnostic) == other.policyResult.suppressed.map(\.diagnostic), comment)
    #expect(one.policyResult.changes == other.policyResult.changes, comment)
    #expect(one.dossier.digests == other.dossier.digests, comment)
    #expect(one.dossier.entries.map(\.id) == other.dossier.entries.map(\.id), comment)
    #expect(one.dossier.entries.map(\.digest) == other.dossier.entries.map(\.digest), comment)
    #expect(one.dossier.kinds.map(\.name) == other.dossier.kinds.map(\.name), comment)
    #expect(one.dossier.pages.map(\.path) == other.dossier.pages.map(\.path), comment)
    #expect(one.dossier.catalogues.map(\.name) == other.dossier.catalogues.map(\.name), comment)
    #expect(one.sources.files.map(\.digest) == other.sources.files.map(\.digest), comment)
    #expect(one.sources.attachments == other.sources.attachments, comment)
    #expect(one.unread == other.unread, comment)
  }

  @Test func `the example`() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let analysis = try await Self.expectOneResult(root.appending(path: "content").path)
    #expect(analysis.dossier.entries.count > 300)
    #expect(analysis.sources.attachments.contains { $0.bytes != nil })
  }

  /// Contents that are read in different ways, under names that decide how.
  private static let pieces: [(name: String, bytes: [[UInt8]])] = [
    (
      "dossier.yaml",
      [
        Array("organisation: A\n".utf8), Array("organisation: [\n".utf8), [0xFF, 0xFE, 0x23, 0],
        Array(
          "organisation: B\nkinds:\n  - {name: drone, prefix: DRN, meaning: a camera, section: systems}\ncatalogues: [eu-ai-act]\n"
            .utf8),
        Array("organisation: C\nadopt:\n  - files: notes/*.md\n    kind: document\n    fields: {reviewed: seen}\n".utf8),
        Array("organisation: D\nrules:\n  levels: {orphan-record: off, raw-html: error}\n".utf8),
      ]
    ),
    ("drones/a.md", [Array("---\nkind: drone\nid: DRN-001\ntitle: D\n---\nx\n".utf8)]),
    ("notes/a.md", [Array("---\ntitle: N\nseen: 2026-01-01\n---\n[x](../gone.md) <b>\n".utf8), [0x23, 0x20, 0xE4, 0x0A], []]),
    (
      "roles.yaml",
      [
        Array("kind: role\r\nrecords:\r\n  - {id: ROL-001, title: R, accountable_for: [a]}\r\n".utf8),
        Array("kind: role\nrecords: no\n".utf8), Array("\u{FEFF}kind: role\nrecords:\n  - {id: ROL-001}\n".utf8),
      ]
    ),
    (
      "metrics.yaml",
      [Array("kind: metric\nrecords:\n  - {id: MTR-001, title: M, unit: x, source: {file: data/m.csv}, owner: ROL-001}\n".utf8)]
    ),
    ("data/m.csv", [Array("date,value\n2026-01-31,4\n".utf8), [0, 1, 2], [UInt8](repeating: 0x2C, count: (1 << 20) + 1)]),
    ("data/n.csv", [Array("date,value\n".utf8)]), ("files/log.pdf", [Array("%PDF".utf8), []]),
    ("deploy.yaml", [Array("kind: Deployment\nspec: {a: b}\n".utf8), Array("a: &x 1\nb: *x\n".utf8), [0xFF, 0xFE, 0x6B, 0]]),
    ("Upper/Ä b.MD", [Array("# Ä\n\n[[ROL-001]] [[ROL-009]]\n".utf8)]), ("releases/a.md", [Array("# Notes\n".utf8)]),
    ("big.md", [[UInt8](repeating: 0x0A, count: (4 << 20) + 1)]),
    (
      "dossier-baseline.json",
      [
        Array("{\"dossier-baseline\": 1, \"problems\": []}\n".utf8), Array("{".utf8),
        Array(
          "{\"dossier-baseline\": 1, \"problems\": [{\"rule\": \"dead-link\", \"path\": \"x.md\", \"fingerprint\": \"0123456789abcdef\", \"count\": 1}]}"
            .utf8),
      ]
    ),
  ]

  @Test func `random workspaces`() async throws {
    var random = Seeded(20_261_031)
    let library = (try ParsedCatalogues.named(["iso42001"]), [Crosswalk]())
    var rules: Set<String> = []
    for _ in 0..<(10 * Seeded.rounds) {
      let folder = try TemporaryFolder()
      for piece in Self.pieces where Int.random(in: 0..<4, using: &random) > 0 {
        let url = URL(filePath: folder(piece.name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(piece.bytes[Int.random(in: 0..<piece.bytes.count, using: &random)]).write(to: url)
      }
      rules.formUnion(try await Self.expectOneResult(folder.path, library: library).diagnostics.map(\.rule.name))
    }
    // The workspaces are worth comparing: they reach the parts that a folder and a text in memory could treat differently.
    #expect(
      rules.isSuperset(of: ["baseline-stale", "dead-link", "file-too-large", "missing-configuration", "not-utf8"]), "\(rules)")
  }
}
