import DossierText
import Testing

@testable import DossierRecords

/// Records followed through commits in memory.
struct HistoryAssemblyTests {
  private static func id(_ text: String) -> ObjectID? {
    // Of the same bytes the same id, as git has it; 64 digits.
    ObjectID(Digest(of: Array(text.utf8)).description.utf8)
  }

  private static func commit(_ number: Int, parents: Int = 1) throws -> Commit {
    Commit(
      id: try #require(id("commit \(number)")), parents: parents, author: "A", time: "2026-01-0\(number)T00:00:00Z", subject: "s")
  }

  /// `steps` are the changed files of each commit, oldest first: path, texts before, text after.
  private static func history(
    _ steps: [[(path: String, before: [String?], after: String?)]], isShallow: Bool = false
  ) throws -> RecordHistory {
    var texts: [ObjectID: String] = [:]
    func object(_ text: String?) -> ObjectID? {
      guard let text, let object = id(text) else { return nil }
      texts[object] = text
      return object
    }
    let changes = try steps.enumerated().map { i, files in
      CommitChanges(
        commit: try commit(i + 1, parents: i == 0 ? 0 : files.first?.before.count ?? 1),
        files: files.map { file in
          .init(
            path: SourcePath(parts: file.path.split(separator: "/").map(String.init)), before: file.before.map(object),
            after: object(file.after))
        })
    }
    let assembly = HistoryAssembly(changes.reversed())
    let contents = zip(assembly.objects, assembly.paths).map { object, path -> HistoryAssembly.Content in
      switch texts[object] {
      case "absent"?, nil: .absent
      case let text?: .records(RecordExtents(Array(text.utf8), path: path))
      }
    }
    return assembly.history(contents, isShallow: isShallow)
  }

  private static func md(_ text: String) -> String { "---\nkind: risk\nid: RSK-1\n---\n\(text)\n" }
  private static func register(_ items: String...) -> String { "records:\n" + items.map { "  - id: \($0)\n" }.joined() }

  @Test func `a record keeps its history when its file is renamed`() throws {
    let history = try Self.history([
      [("a.md", [nil], Self.md("x"))], [("a.md", [Self.md("x")], nil), ("b/c.md", [nil], Self.md("x"))],
      [("b/c.md", [Self.md("x")], Self.md("y"))], [("b/c.md", [Self.md("y")], nil)],
    ])
    #expect(history.revisions(of: "rsk-1").map(\.change.words) == ["removed", "changed", "moved from a.md", "added"])
  }

  @Test func `where an older text is absent nothing is said to be added or removed`() throws {
    let history = try Self.history([
      [("a.md", [nil], "absent")],
      [("a.md", ["absent"], nil), ("b.md", [nil], Self.md("x"))],
      [("b.md", [Self.md("x")], "absent")],
    ])
    #expect(history.revisions(of: "RSK-1").map(\.change) == [.firstKnown])
    #expect(history.extent == .damaged(absent: 1, isShallow: false))
    let shallow = try Self.history([[("a.md", [nil], "absent")]], isShallow: true)
    #expect(shallow.extent == .damaged(absent: 1, isShallow: true))
  }

  @Test func `of a register only the commits of that record count`() throws {
    let history = try Self.history([
      [("r.yaml", [nil], Self.register("A-1", "B-1"))],
      [("r.yaml", [Self.register("A-1", "B-1")], Self.register("B-1", "A-1"))],
      [("r.yaml", [Self.register("B-1", "A-1")], Self.register("B-1\n    title: x", "A-1"))],
    ])
    #expect(history.revisions(of: "A-1").map(\.change) == [.added])
    #expect(history.revisions(of: "B-1").map(\.change) == [.changed, .added])
  }

  @Test func `a merge counts only where it is like neither side`() throws {
    let (base, ours, theirs) = (
      Self.register("A-1", "B-1"), Self.register("A-1\n    t: 1", "B-1"), Self.register("A-1", "B-1\n    t: 2")
    )
    let merged = Self.register("A-1\n    t: 1", "B-1\n    t: 3")
    let history = try Self.history([[("r.yaml", [nil], base)], [("r.yaml", [ours, theirs], merged)]])
    #expect(history.revisions(of: "A-1").map(\.change) == [.added])
    #expect(history.revisions(of: "B-1").map(\.change) == [.changed, .added])
  }

  @Test func `a shallow clone does not say when a record was added`() throws {
    let history = try Self.history([[("a.md", [nil], Self.md("x"))]], isShallow: true)
    #expect(history.revisions(of: "RSK-1").map(\.change) == [.firstKnown])
    #expect(history.extent == .shallow)
  }
}
