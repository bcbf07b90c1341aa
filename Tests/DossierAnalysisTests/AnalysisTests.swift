import DossierAnalysis
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// The analysis of files in memory.
struct AnalysisTests {
  private static func contents(_ texts: KeyValuePairs<String, String>) throws -> [SourcePath: [UInt8]] {
    var contents: [SourcePath: [UInt8]] = [:]
    for (path, text) in texts { contents[try #require(SourcePath(path))] = Array(text.utf8) }
    return contents
  }

  private static func options(_ rules: [Rule]? = nil) throws -> AnalysisOptions {
    AnalysisOptions(asOf: try #require(CivilDate("2026-10-31")), rules: rules)
  }

  private static func names(_ analysis: Analysis) -> [String] { analysis.diagnostics.map(\.rule.name) }

  private static let role = "---\nkind: role\nid: ROL-001\ntitle: R\naccountable_for: [a]\n---\n"

  @Test func `an empty folder without a configuration is an error`() async throws {
    for contents in [
      [:], ["main.swift": "let a = 1"], ["deploy.yaml": "kind: Service"], ["content/dossier.yaml": "organisation: o"],
    ] {
      let files = Dictionary(uniqueKeysWithValues: try contents.map { (try #require(SourcePath($0)), Array($1.utf8)) })
      let found = try await analyse(SourceFiles(contents: files), Self.options()).reported()
      #expect(found.map(\.severity) == [.error])
      #expect(found.map(\.rule) == [.missingConfiguration])
      let help = found.first?.help ?? ""
      #expect(help.contains("`content`") == (contents["content/dossier.yaml"] != nil))
    }
    let configured = try Self.contents(["dossier.yaml": "organisation: o"])
    #expect(!Self.names(try await analyse(SourceFiles(contents: configured), Self.options([]))).contains("missing-configuration"))
  }

  @Test(arguments: [["a.md"], ["a.md", "b.yaml", "deep/dossier.yaml"]])
  func `a folder without a configuration gets one note about it`(paths: [String]) async throws {
    var contents: [SourcePath: [UInt8]] = [:]
    for path in paths { contents[try #require(SourcePath(path))] = Array("# Page\n".utf8) }
    let without = try await analyse(SourceFiles(contents: contents), Self.options())
    let notes = without.reported().filter { $0.rule == .missingConfiguration }
    #expect(notes.map(\.severity) == [.note])
    #expect(notes.map(\.primary) == [.init(.workspace, .start)])
    #expect(Self.names(without).count { $0 == "missing-configuration" } == 1)
    contents[SourcePath(parts: [Configuration.fileName])] = Array("organisation: Q\n".utf8)
    let with = try await analyse(SourceFiles(contents: contents), Self.options())
    #expect(!with.reported().contains { $0.rule == .missingConfiguration })
  }

  @Test func `a configuration that cannot be read is not reported as missing`() async throws {
    let path = SourcePath(parts: [Configuration.fileName])
    let link = Diagnostic(.symbolicLink, .warning, "a symbolic link is not followed", at: .init(path, .start))
    let linked = try await analyse(SourceFiles(contents: [:], diagnostics: [link]), Self.options([]))
    #expect(Self.names(linked) == ["symbolic-link"])
    let attachment = SourceTree.Attachment(path: path, size: 5_000_000, digest: Digest(of: []))
    let large = SourceFiles(SourceTree(files: [], attachments: [attachment]))
    #expect(Self.names(try await analyse(large, Self.options([]))) == ["file-too-large"])
  }

  @Test func `a text that is too large is an attachment with a diagnostic`() async throws {
    let path = SourcePath(parts: ["big.md"])
    for (size, isRead) in [(SourceFiles.largestText, true), (SourceFiles.largestText + 1, false)] {
      let sources = SourceFiles(contents: [path: [UInt8](repeating: 0x0A, count: size)])
      let analysis = try await analyse(sources, Self.options([]))
      #expect((analysis.sources.file(at: path) != nil) == isRead)
      #expect(analysis.sources.attachments.map(\.size) == (isRead ? [] : [size]))
      #expect(Self.names(analysis).contains("file-too-large") == !isRead)
      #expect(analysis.dossier.digests[path] == Digest(of: [UInt8](repeating: 0x0A, count: size)))
    }
  }

  @Test func `only tables that metrics name keep their bytes`() async throws {
    let metric = "kind: metric\nrecords:\n  - {id: MTR-001, title: m, unit: x, source: {file: data/m.csv}}\n"
    let analysis = try await analyse(
      SourceFiles(contents: Self.contents(["metrics.yaml": metric, "data/m.csv": "date,value\n", "data/n.csv": "date,value\n"])),
      Self.options())
    #expect(analysis.sources.attachments.map { $0.bytes?.count } == [11, nil])
    let position = try #require(analysis.dossier.position(of: "MTR-001"))
    #expect(analysis.dossier.readings(of: position)?.all.isEmpty == true)
  }

  @Test func `the configuration decides which catalogues are loaded`() async throws {
    for listed in [[], ["eu-ai-act"], ["nist-ai-rmf", "eu-ai-act"]] {
      let text = "organisation: Q\ncatalogues: [\(listed.joined(separator: ", "))]\n"
      let analysis = try await analyse(SourceFiles(contents: Self.contents(["dossier.yaml": text])), Self.options())
      #expect(analysis.dossier.catalogues.first?.name == "iso42001")
      #expect(Set(analysis.dossier.catalogues.map(\.name)) == Set(["iso42001"] + listed))
    }
  }

  /// A new text of the configuration changes what every other file means, so it is the hardest text to replace.
  @Test func `a replaced text gives the analysis of the new text`() async throws {
    let kind = """
      organisation: Q
      kinds:
        - {name: drone, prefix: DRN, meaning: a camera, fields: [{name: range, type: number, meaning: how far}]}
      """
    let drone = "---\nkind: drone\nid: DRN-001\ntitle: D\nowner: ROL-001\n---\n"
    let before: KeyValuePairs = ["dossier.yaml": "organisation: Q\n", "a.md": drone, "r.md": Self.role]
    let after: KeyValuePairs = ["dossier.yaml": kind, "a.md": drone, "r.md": Self.role]
    let texts = [SourceFile(path: SourcePath(parts: ["dossier.yaml"]), bytes: Array(kind.utf8))]
    let replaced = try await analyse(SourceFiles(contents: Self.contents(before)).replacing(texts), Self.options())
    let whole = try await analyse(SourceFiles(contents: Self.contents(after)), Self.options())
    #expect(replaced.dossier.entry("DRN-001") != nil)
    #expect(replaced.diagnostics == whole.diagnostics)
    #expect(replaced.dossier.digests == whole.dossier.digests)
    let unchanged = try await analyse(SourceFiles(contents: Self.contents(before)), Self.options())
    #expect(unchanged.dossier.entry("DRN-001") == nil)
  }

  @Test func `diagnostics of scanning are part of the result`() async throws {
    let path = SourcePath(parts: ["link.md"])
    let link = Diagnostic(.symbolicLink, .warning, "a symbolic link is not followed", at: .init(path, .start))
    let analysis = try await analyse(SourceFiles(contents: [:], diagnostics: [link]), Self.options([]))
    #expect(analysis.diagnostics.contains(link))
  }

  @Test func `the baseline is used only when it is wanted`() async throws {
    var options = try Self.options(Rules.all.filter { $0.id.name == "dead-link" })
    let text = "[x](gone.md)\n"
    let first = try await analyse(SourceFiles(contents: Self.contents(["n.md": text])), options)
    let baseline = Baseline(of: first.diagnostics, first.dossier, first.sources).text
    let sources = SourceFiles(contents: try Self.contents(["n.md": text, "dossier-baseline.json": baseline]))
    #expect(Self.names(try await analyse(sources, options)).isEmpty)
    options.usesBaseline = false
    #expect(Self.names(try await analyse(sources, options)) == ["missing-configuration", "dead-link"])
  }

  @Test func `nothing is measured without a clock`() async throws {
    let sources = SourceFiles(contents: try Self.contents(["r.md": Self.role]))
    #expect(try await analyse(sources, Self.options()).stages.stages.isEmpty)
    let measured = try await analyse(sources, Self.options(), stages: StageTimes(clock: { .now }))
    #expect(measured.stages.stages.map(\.name) == ["parse, decode", "assemble", "assess", "check", "policy"])
  }
}
