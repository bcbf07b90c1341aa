import DossierAnalysis
import DossierBuild
import DossierRecords
import DossierText
import Foundation
import Testing

/// Reading never leaves the workspace, even if files change between listing and reading.
@Suite struct ReadingTests {
  private func reader(_ folder: TemporaryFolder) -> FileReader { FileReader(workspace: Workspace(folder.path)) }

  /// Lists the files, runs `change` and then reads the listed files.
  private func readAfter(_ names: [String], _ change: (TemporaryFolder, TemporaryFolder) throws -> Void) throws -> [ReadFile] {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    for name in names { try folder.write("# Mine\n", to: name) }
    for name in names { try outside.write("# Secret\n", to: name) }
    let listing = try scan(Workspace(folder.path), except: nil)
    try change(folder, outside)
    let reader = reader(folder)
    return try listing.files.map { try reader.read($0) }
  }

  private func expectNothingRead(_ files: [ReadFile]) {
    for file in files {
      #expect(file.source == nil)
      #expect(file.attachment == nil)
      #expect(file.diagnostic?.severity == .error)
    }
  }

  @Test(arguments: ["a.md", "a.txt", "b/a.md", "b/c/a.yaml"])
  func `a file that becomes a link is not read`(name: String) throws {
    let files = try readAfter([name]) { folder, outside in
      try FileManager.default.removeItem(atPath: folder(name))
      try folder.link(name, to: outside(name))
    }
    #expect(files.count == 1)
    expectNothingRead(files)
  }

  @Test(arguments: ["b", "b/c"])
  func `a folder that becomes a link is not entered`(name: String) throws {
    let files = try readAfter(["b/c/a.md", "b/c/a.bin"]) { folder, outside in
      try FileManager.default.removeItem(atPath: folder(name))
      try folder.link(name, to: outside(name))
    }
    #expect(files.count == 2)
    expectNothingRead(files)
  }

  @Test(arguments: ["a.md", "a.bin"])
  func `a file that becomes a pipe does not block`(name: String) throws {
    let files = try readAfter([name]) { folder, _ in
      try FileManager.default.removeItem(atPath: folder(name))
      try folder.makePipe(name)
    }
    expectNothingRead(files)
  }

  @Test func `a file that becomes a folder or disappears is reported`() throws {
    let files = try readAfter(["a.md", "b.bin"]) { folder, _ in
      try FileManager.default.removeItem(atPath: folder("a.md"))
      try FileManager.default.removeItem(atPath: folder("b.bin"))
      try folder.write("x", to: "a.md/x")
    }
    expectNothingRead(files)
  }

  @Test func `a file that grew is read completely`() throws {
    let files = try readAfter(["a.md"]) { folder, _ in try folder.write("# Mine, but longer than it was\n", to: "a.md") }
    #expect(files.first?.source?.bytes.count == 31)
  }

  @Test func `texts are parsed and other files are attachments`() throws {
    let folder = try TemporaryFolder()
    try folder.write("---\nkind: role\nid: ROL-001\ntitle: x\n---\n", to: "role.md")
    try folder.write("kind: role\nrecords:\n  - id: ROL-002\n    title: y\n", to: "roles.yaml")
    try folder.write("# Page\n", to: "page.MD")
    try folder.write("kind: Deployment\nspec: {a: b}\n", to: "k8s.yaml")
    try folder.write("a: &x 1\nb: *x\n", to: "stranger.yml")
    try folder.write("%PDF", to: "file.pdf")
    try folder.write("organisation: Ours\n", to: "dossier.yaml")
    let reader = reader(folder)
    let read = try scan(Workspace(folder.path), except: nil).files.map { try reader.read($0) }
    let parser = FileParser(nil)
    let files = read.compactMap(\.source).map(parser.parse)
    func named(_ name: String) throws -> ParsedFile { try #require(files.first { $0.source.path.description == name }) }
    #expect(try named("role.md").decoded?.entries.map(\.entry.id) == ["ROL-001"])
    #expect(try named("roles.yaml").decoded?.entries.map(\.entry.id) == ["ROL-002"])
    #expect(try named("page.MD").decoded?.page?.page.title == "Page")
    #expect(try named("dossier.yaml").decoded?.configuration?.configuration.organisation == "Ours")
    #expect(read.compactMap(\.attachment?.path.description) == ["file.pdf"])
    #expect(read.compactMap(\.attachment?.digest) == [Digest(of: Array("%PDF".utf8))])
    for stranger in ["k8s.yaml", "stranger.yml"] {
      #expect(try named(stranger).decoded?.entries.isEmpty ?? true)
      #expect(try named(stranger).diagnostics.isEmpty, "YAML that is not for dossier gives no diagnostics")
    }
  }

  @Test func `a text that is too large is an attachment`() async throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "x\n", count: (2 << 20) + 1), to: "big.md")
    let found = try #require(try scan(Workspace(folder.path), except: nil).files.first)
    let file = try reader(folder).read(found)
    #expect(file.source == nil)
    #expect(file.attachment?.size == (4 << 20) + 2)
    let day = try #require(CivilDate("2026-03-31"))
    let analysis = try await analyse(Workspace(folder.path), AnalysisOptions(asOf: day, rules: []))
    #expect(analysis.diagnostics.map(\.rule.name) == ["missing-configuration", "file-too-large"])
  }

  /// Attachments are copied from the workspace when the site is written. Links are not followed then either.
  @Test func `a copy does not follow links`() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "secret.txt")
    try folder.write("mine", to: "real.txt")
    try folder.link("link.txt", to: outside("secret.txt"))
    try folder.link("up", to: outside.path)
    try folder.makePipe("pipe.txt")
    let writer = try SiteWriter(folder("site"), workspace: Workspace(folder.path), force: false)
    let stage = writer.folder()
    try stage.copy(
      #require(SourcePath("real.txt")), from: Workspace(folder.path), to: ["files", "real.txt"],
      expecting: Digest(of: Array("mine".utf8)))
    for name in ["link.txt", "up/secret.txt", "pipe.txt", "gone.txt"] {
      #expect(throws: EnvironmentError.self) {
        try stage.copy(
          #require(SourcePath(name)), from: Workspace(folder.path), to: ["files", name],
          expecting: Digest(of: Array("secret".utf8)))
      }
    }
    try stage.write([0x7B, 0x7D], to: ["site.json"])
    try writer.commit()
    #expect(folder.read("site/files/real.txt") == "mine")
    #expect(!folder.contents.contains { folder.read($0) == "secret" && $0.hasPrefix("site") })
  }

  @Test func `one worker gives the same result as eight`() async throws {
    let folder = try TemporaryFolder()
    for i in 0..<60 {
      try folder.write(
        "---\nkind: role\nid: ROL-\(i % 50)\ntitle: Role \(i)\nownr: x\n---\n\n# \(i)\n\n[[ROL-\(i + 1)]] ~~x~~ <b>\n",
        to: "r\(i % 7)/r\(i).md")
    }
    let day = try #require(CivilDate("2026-03-31"))
    let one = try await analyse(Workspace(folder.path), AnalysisOptions(asOf: day, workers: 1))
    let eight = try await analyse(Workspace(folder.path), AnalysisOptions(asOf: day, workers: 8))
    #expect(one.diagnostics == eight.diagnostics)
    #expect(one.diagnostics.count > 100)
    #expect(one.dossier.entries.map(\.digest) == eight.dossier.entries.map(\.digest))
    #expect(one.dossier.entries.map(\.id) == eight.dossier.entries.map(\.id))
  }
}
