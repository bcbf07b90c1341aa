import DossierAnalysis
import DossierRecords
import DossierTesting
import DossierText
import Testing

/// The targets of references, and the problems of references without target.
@Suite struct ReferenceTests {
  private static let files: KeyValuePairs<String, String> = [
    "systems/ais-001.md": "---\nkind: ai-system\nid: AIS-001\ntitle: One\nowner: ROL-001\n---\n\n# First part\n\n## Second é\n",
    "roles.yaml":
      "kind: role\nrecords:\n  - id: ROL-001\n    title: Officer\n  - id: ROL-002\n    title: Other\n    supersedes: ROL-001\n",
    "one.yaml": "kind: policy\nrecords:\n  - id: POL-001\n    title: Only one\n",
    "handbook/index.md": "# Handbook\n\n## Part two\n",
    "handbook/deep/page.md": "# Deep\n",
    "guides/readme.txt": "x",
    "notes/a b.pdf": "x",
  ]

  private func dossier(_ text: String, at path: String = "pages/page.md") async throws -> Dossier {
    var sources: [SourceFile] = []
    var attachments: [SourceTree.Attachment] = []
    for (name, content) in Array(Self.files) + [(key: path, value: text)] {
      let source = try SourceFile(path: #require(SourcePath(name)), bytes: Array(content.utf8))
      if ["md", "yaml"].contains(source.path.fileExtension) {
        sources.append(source)
      } else {
        attachments.append(.init(path: source.path, size: source.bytes.count, digest: source.digest))
      }
    }
    return try await analyse(
      SourceTree(files: sources, attachments: attachments), asOf: today, rules: []
    ).dossier
  }

  /// The only edge of a page with this text.
  private func edge(_ text: String) async throws -> (edge: ReferenceGraph.Edge, dossier: Dossier) {
    let dossier = try await dossier(text)
    let page = try #require(dossier.pages.firstIndex { $0.path.description == "pages/page.md" })
    let edges = dossier.graph.edges(from: .page(page))
    #expect(edges.count == 1, "\(edges.map(\.site.target))")
    return (try #require(edges.first), dossier)
  }

  /// The target of an edge, in words.
  private func reached(_ edge: ReferenceGraph.Edge, _ dossier: Dossier) -> String {
    switch edge.target {
    case .entry(let i): dossier.entries[i].id
    case .page(let i): dossier.pages[i].path.description
    case .item(let catalogue, let item): dossier.catalogues[catalogue].canonical(dossier.catalogues[catalogue].items[item])
    case .register(let kind): "register \(kind)"
    case .file(let path): "file \(path)"
    case .folder: "folder"
    case nil: "nothing"
    }
  }

  @Test(
    arguments: [
      // Records and items.
      ("[[AIS-001]]", "AIS-001", nil),
      ("[[ais-001]]", "AIS-001", .alias(canonical: "AIS-001")),
      ("[[AIS-001|the first]]", "AIS-001", nil),
      ("[[AIS-9]]", "nothing", .unknownRecord),
      ("[[A.6.2.4]]", "iso42001:A.6.2.4", nil),
      ("[[iso42001:A.6.2.4]]", "iso42001:A.6.2.4", nil),
      ("[[iso42001: A.6.2.4]]", "iso42001:A.6.2.4", nil),
      ("[[6.1.2]]", "iso42001:6.1.2", nil),
      ("[[eu-ai-act:Art. 14]]", "eu-ai-act:Art. 14", nil),
      ("[[A.6.2.99]]", "nothing", .unknownItem(catalogue: 0)),
      ("[[iso9001:4.1]]", "nothing", .unknownCatalogue("iso9001")),
      // Links to pages, headings, registers, files, folders.
      ("[x](../handbook/index.md)", "handbook/index.md", nil),
      ("[x](../handbook/index.md#part-two)", "handbook/index.md", nil),
      ("[x](../handbook/index.md#nowhere)", "handbook/index.md", .missingHeading),
      ("[x](../systems/ais-001.md#second-%C3%A9)", "AIS-001", nil),
      ("[x](../systems/ais-001.md#Second)", "AIS-001", .missingHeading),
      ("[x](../roles.yaml)", "register role", nil),
      ("[x](../one.yaml)", "register policy", nil),
      ("[x](../notes/a%20b.pdf)", "file notes/a b.pdf", nil),
      ("[x](<../notes/a b.pdf>)", "file notes/a b.pdf", nil),
      ("![x](../notes/a%20b.pdf)", "file notes/a b.pdf", nil),
      ("[x](../handbook)", "handbook/index.md", nil),
      ("[x](../handbook/)", "handbook/index.md", nil),
      ("[x](../guides/)", "folder", nil),
      ("[x](..)", "folder", nil),
      ("[x](./)", "folder", nil),
      ("[x](../handbook/deep/../index.md)", "handbook/index.md", nil),
      ("[x](nowhere.md)", "nothing", .missingFile(SourcePath(parts: ["pages", "nowhere.md"]))),
      ("[x](../Handbook/index.md)", "nothing", .missingFile(SourcePath(parts: ["Handbook", "index.md"]))),
      ("[x](../../secret.md)", "nothing", .outside),
      ("[x](../..)", "nothing", .outside),
      ("[x](../x/../../y.md)", "nothing", .outside),
      ("[x](/handbook/index.md)", "handbook/index.md", nil),
      ("[x](/nowhere/index.md)", "nothing", .absolute),
      ("# Here\n\n[x](#here)", "pages/page.md", nil),
      ("[x](#nowhere)", "pages/page.md", .missingHeading),
      ("[x](page.md)", "pages/page.md", nil),
    ] as [(String, String, ReferenceGraph.Problem?)])
  func `a reference is resolved`(text: String, target: String, problem: ReferenceGraph.Problem?) async throws {
    let (edge, dossier) = try await edge(text)
    #expect(reached(edge, dossier) == target)
    if case .unknownItem(let catalogue)? = edge.problem {
      #expect(dossier.catalogues[catalogue].name == "iso42001")
      guard case .unknownItem? = problem else { return #expect(edge.problem == problem) }
    } else {
      #expect(edge.problem == problem)
    }
  }

  @Test(arguments: [
    "A-6-2-4", "A_6_2_4", "a.6.2.4", "A6.2.4", "B.6.2.4", "ISO 42001 A.6.2.4", "ISO/IEC 42001:2023 A.6.2.4", "ISO42001 A.6.2.4",
    "Annex A.6.2.4", "Control A.6.2.4",
  ])
  func `an alias of a control is resolved`(alias: String) async throws {
    let dossier = try await dossier("---\nkind: policy\nid: POL-002\ntitle: x\nimplements: [\"\(alias)\"]\n---\n")
    let policy = try #require(dossier.position(of: "POL-002"))
    let edge = try #require(dossier.graph.edges(from: .entry(policy)).first)
    #expect(reached(edge, dossier) == "iso42001:A.6.2.4")
    #expect(edge.problem == .alias(canonical: "A.6.2.4"))
  }

  @Test(arguments: ["Article 14", "Art 14", "art. 14", "Art.14", "eu-ai-act:Article 14"])
  func `an alias of an article is resolved`(alias: String) async throws {
    let dossier = try await dossier("---\nkind: policy\nid: POL-002\ntitle: x\nimplements: [\"\(alias)\"]\n---\n")
    let policy = try #require(dossier.position(of: "POL-002"))
    let edge = try #require(dossier.graph.edges(from: .entry(policy)).first)
    #expect(reached(edge, dossier) == "eu-ai-act:Art. 14")
    #expect(edge.problem == .alias(canonical: "eu-ai-act:Art. 14"))
  }

  @Test(arguments: ["A.6.2", "A.6.2.44", "A", "6", "Z.1.2", "Article", "A.6.2.4.1"])
  func `an item that does not exist is not resolved`(text: String) async throws {
    let dossier = try await dossier("---\nkind: policy\nid: POL-002\ntitle: x\nimplements: [\"\(text)\"]\n---\n")
    let policy = try #require(dossier.position(of: "POL-002"))
    let edge = try #require(dossier.graph.edges(from: .entry(policy)).first)
    let exists = try #require(dossier.catalogue("iso42001")).item(text) != nil
    #expect((edge.target != nil) == exists, "\(reached(edge, dossier))")
    #expect((edge.problem == nil) == exists)
  }

  @Test func `a field can refer only to records of its kind`() async throws {
    let dossier = try await dossier("---\nkind: policy\nid: POL-002\ntitle: x\nowner: AIS-001\n---\n")
    let policy = try #require(dossier.position(of: "POL-002"))
    let edge = try #require(dossier.graph.edges(from: .entry(policy)).first)
    #expect(reached(edge, dossier) == "AIS-001")
    #expect(edge.problem == .wrongKind)
    #expect(edge.site.field == "owner")
    #expect(edge.site.expectation == .record(["role"]))
  }

  @Test func `all references to a record are found`() async throws {
    let dossier = try await dossier("[[AIS-001]] and again [[AIS-001]], [x](../systems/ais-001.md#first-part), [[ROL-001]]\n")
    let system = try #require(dossier.position(of: "AIS-001"))
    let page = try #require(dossier.pages.firstIndex { $0.path.description == "pages/page.md" })
    let back = dossier.graph.edges(to: .entry(system))
    #expect(back.map(\.origin) == [.page(page), .page(page), .page(page)])
    #expect(back.map(\.fragment) == [nil, nil, "first-part"])
    #expect(back.map(\.site.span) == back.map(\.site.span).sorted())
    let role = try #require(dossier.position(of: "ROL-001"))
    let other = try #require(dossier.position(of: "ROL-002"))
    #expect(dossier.graph.edges(to: .entry(role)).map(\.origin) == [.entry(other), .entry(system), .page(page)])
    #expect(dossier.graph.edges(to: .entry(role)).map(\.site.field) == ["supersedes", "owner", "text"])
  }

  @Test func `an edge is found by its span`() async throws {
    let text = "[[AIS-001]] [[AIS-001]] [[ROL-001]]\n"
    let dossier = try await dossier(text)
    let page = try #require(dossier.pages.firstIndex { $0.path.description == "pages/page.md" })
    for (span, target) in [(Span(2, 9), "AIS-001"), (Span(14, 21), "AIS-001"), (Span(26, 33), "ROL-001")] {
      let edge = dossier.graph.edge(from: .page(page), at: span, target: target)
      #expect(edge?.site.span == span)
      #expect(edge?.site.target == target)
    }
    #expect(dossier.graph.edge(from: .page(page), at: Span(2, 9), target: "ROL-001") == nil)
    #expect(dossier.graph.edge(from: .page(page), at: Span(3, 9), target: "AIS-001") == nil)
  }

  @Test func `spans of references in fields are exact`() async throws {
    let text = "---\nkind: policy\nid: POL-002\ntitle: x\nowner: \"ROL-001\"\nimplements:\n  - A.6.2.4\n  - 'A.2.2'\n---\n"
    let dossier = try await dossier(text)
    let policy = try #require(dossier.position(of: "POL-002"))
    let written = dossier.graph.edges(from: .entry(policy)).map { dossier.entries[policy].source.text($0.site.span) }
    #expect(written.sorted() == ["A.2.2", "A.6.2.4", "ROL-001"])
  }

  @Test func `records are ordered by kind, then by number`() async throws {
    var register = "kind: risk\nrecords:\n"
    for id in ["RSK-10", "RSK-9", "RSK-100", "RSK-1"] { register += "  - id: \(id)\n    title: x\n" }
    let dossier = try await dossier(register, at: "risks.yaml")
    #expect(dossier.entries(of: "risk").map(\.id) == ["RSK-1", "RSK-9", "RSK-10", "RSK-100"])
    let order = Dictionary(uniqueKeysWithValues: dossier.kinds.enumerated().map { ($1.name, $0) })
    let kinds = dossier.entries.compactMap { order[$0.kind.name] }
    #expect(kinds == kinds.sorted())
  }

  @Test func `if two records have one id, the one in the first file is kept`() async throws {
    let dossier = try await dossier("---\nkind: role\nid: rol-001\ntitle: Second\n---\n", at: "zz.md")
    #expect(dossier.entry("ROL-001")?.title == "Officer")
    #expect(dossier.duplicates.map(\.entry.title) == ["Second"])
    #expect(dossier.duplicates.map(\.first) == [dossier.position(of: "ROL-001")])
  }
}
