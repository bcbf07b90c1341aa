import DossierRecords
import DossierText
import Testing

@Suite struct LinkTests {
  private static let register =
    "kind: concern\nrecords:\n  - {id: CNC-001, title: t, raised: 2026-05-04}\n"
    + "  - {id: CNC-002, title: t, raised: 2026-05-04, text: \"# Part\\n\\n[a](#part) [b](#CNC-001) [c](#no)\"}"

  @Test func `a link to a register item leads to the record`() async throws {
    let dossier = try await Reading([
      "concerns.yaml": Self.register,
      "index.md": "[a](concerns.yaml#CNC-002) [b](concerns.yaml#CNC-009) [c](concerns.yaml) [d](concerns.yaml#SUP-001)",
      "suppliers.yaml": "kind: supplier\nrecords:\n  - {id: SUP-001, title: t, service: s}",
    ]).dossier
    let edges = dossier.graph.edges(from: .page(0))
    let position = try #require(dossier.position(of: "CNC-002"))
    #expect(edges.map(\.target) == [.entry(position), .register("concern"), .register("concern"), .register("concern")])
    #expect(edges.map(\.problem) == [nil, .missingHeading, nil, .missingHeading])
  }

  @Test func `a record in a register has its own headings`() async throws {
    let dossier = try await Reading(["concerns.yaml": Self.register]).dossier
    let first = try #require(dossier.position(of: "CNC-001"))
    let second = try #require(dossier.position(of: "CNC-002"))
    let edges = dossier.graph.edges(from: .entry(second))
    #expect(edges.map(\.target) == [.entry(second), .entry(first), .register("concern")])
    #expect(edges.map(\.fragment) == ["part", nil, nil])
    #expect(edges.map(\.problem) == [nil, nil, .missingHeading])
  }

  @Test func `a file is not a folder`() async throws {
    let dossier = try await Reading(["index.md": "[a](a.md/) [b](a.md)", "a.md": "# A"]).dossier
    let index = try #require(dossier.pages.firstIndex { $0.path.description == "index.md" })
    let path = try #require(SourcePath("a.md"))
    #expect(dossier.graph.edges(from: .page(index)).map(\.problem) == [.missingFile(path), nil])
  }
}
