import DossierTesting
import DossierText
import Testing

@testable import DossierRecords

/// Records that are tracked through commits in memory.
struct HistoryAssemblyTests {
  private static func id(_ text: String) -> ObjectID? {
    // The same bytes have the same id, as in git. Ids have 64 digits.
    ObjectID(Digest(of: Array(text.utf8)).description.utf8)
  }

  /// A commit: its files and the numbers of its parents, from 1. Nil means the previous commit.
  private struct Step {
    var files: [String: String]
    var parents: [Int]?

    init(_ files: [String: String], after parents: [Int]? = nil) { (self.files, self.parents) = (files, parents) }
  }

  /// `steps` are ordered from oldest to newest.
  private static func history(_ steps: [Step], isShallow: Bool = false, roots: [Int]? = nil) throws -> RecordHistory {
    var texts: [ObjectID: String] = [:]
    func object(_ text: String?) -> ObjectID? {
      guard let text, let object = id(text) else { return nil }
      texts[object] = text
      return object
    }
    let names = try steps.indices.map { try #require(id("commit \($0)")) }
    let changes = steps.enumerated().map { i, step in
      let parents = step.parents ?? (i == 0 ? [] : [i])
      let before = parents.first.map { steps[$0 - 1].files } ?? [:]
      let paths = Set(before.keys).union(step.files.keys).filter { before[$0] != step.files[$0] }
      return CommitChanges(
        commit: Commit(
          id: names[i], parents: parents.map { names[$0 - 1] }, author: "A", time: "2026-01-0\(i + 1)T00:00:00Z",
          subject: "\(i + 1)"),
        files: paths.sorted().map { path in
          .init(
            path: SourcePath(parts: path.split(separator: "/").map(String.init)), before: object(before[path]),
            after: object(step.files[path]))
        })
    }
    let assembly = HistoryAssembly(changes.reversed())
    let contents = zip(assembly.objects, assembly.paths).map { object, path -> HistoryAssembly.Content in
      switch texts[object] {
      case "absent"?, nil: .absent
      case let text?: .records(RecordExtents(Array(text.utf8), path: path))
      }
    }
    return assembly.history(contents, isShallow: isShallow, roots: roots.map { Set($0.map { names[$0 - 1] }) })
  }

  private static func md(_ text: String) -> String { "---\nkind: risk\nid: RSK-1\n---\n\(text)\n" }
  private static func register(_ items: String...) -> String { "records:\n" + items.map { "  - id: \($0)\n" }.joined() }
  /// What each commit did, newest first: "2 changed".
  private static func changes(_ id: String, _ history: RecordHistory) -> [String] {
    history.revisions(of: id).map { "\($0.commit.subject) \($0.change.words)" }
  }

  @Test func `a record keeps its history when its file is renamed`() throws {
    let history = try Self.history([
      .init(["a.md": Self.md("x")]), .init(["b/c.md": Self.md("x")]), .init(["b/c.md": Self.md("y")]), .init([:]),
    ])
    #expect(Self.changes("rsk-1", history) == ["4 removed", "3 changed", "2 moved from a.md", "1 added"])
  }

  @Test func `if an older text is absent, no record is reported as added or removed`() throws {
    let history = try Self.history([.init(["a.md": "absent"]), .init(["b.md": Self.md("x")]), .init(["b.md": "absent"])])
    #expect(history.revisions(of: "RSK-1").map(\.change) == [.firstKnown])
    #expect(history.extent == .damaged(absent: 1, isShallow: false))
    let shallow = try Self.history([.init(["a.md": "absent"])], isShallow: true)
    #expect(shallow.extent == .damaged(absent: 1, isShallow: true))
  }

  /// Equal files are one git object. A Markdown file and a register are scanned differently.
  @Test(arguments: [("a.md", "b.yaml"), ("b.md", "a.yaml"), ("b.md", "a.yml")])
  func `a copy with another extension does not change the history of a record`(page: String, register: String) throws {
    let (x, y) = (Self.md("x"), Self.register("A-1"))
    for (kept, copy, text, id) in [(page, register, x, "RSK-1"), (register, page, y, "A-1")] {
      let genuine = try Self.history([.init([kept: text]), .init([kept: text + "  # c\n"]), .init([kept: text])])
      #expect(genuine.revisions(of: id).map(\.commit.subject).last == "1")
      for steps in [
        [[kept: text], [kept: text, copy: text], [kept: text]], [[copy: text], [copy: text, kept: text], [kept: text]],
        [[kept: text, copy: text], [copy: text], [kept: text]],
      ] as [[[String: String]]] {
        let history = try Self.history(steps.map { .init($0) })
        let alone = try Self.history(steps.map { .init($0.filter { $0.key == kept }) })
        #expect(history.revisions(of: id) == alone.revisions(of: id))
        #expect(!history.revisions(of: id).isEmpty)
      }
    }
  }

  @Test func `only commits that change the record of a register count`() throws {
    let history = try Self.history([
      .init(["r.yaml": Self.register("A-1", "B-1")]), .init(["r.yaml": Self.register("B-1", "A-1")]),
      .init(["r.yaml": Self.register("B-1\n    title: x", "A-1")]),
    ])
    #expect(history.revisions(of: "A-1").map(\.change) == [.added])
    #expect(history.revisions(of: "B-1").map(\.change) == [.changed, .added])
  }

  @Test func `a merge counts only if it differs from both parents`() throws {
    let history = try Self.history([
      .init(["r.yaml": Self.register("A-1", "B-1")]), .init(["r.yaml": Self.register("A-1\n    t: 1", "B-1")]),
      .init(["r.yaml": Self.register("A-1", "B-1\n    t: 2")], after: [1]),
      .init(["r.yaml": Self.register("A-1\n    t: 1", "B-1\n    t: 3")], after: [2, 3]),
    ])
    #expect(Self.changes("A-1", history) == ["2 changed", "1 added"])
    #expect(Self.changes("B-1", history) == ["4 changed", "3 changed", "1 added"])
  }

  @Test func `a shallow clone does not report when a record was added`() throws {
    let history = try Self.history([.init(["a.md": Self.md("x")])], isShallow: true)
    #expect(history.revisions(of: "RSK-1").map(\.change) == [.firstKnown])
    #expect(history.extent == .shallow)
  }

  @Test func `a record in two files is removed with the last file`() throws {
    let (x, y) = (Self.md("x"), Self.md("y"))
    let copied = try Self.history([.init(["a.md": x]), .init(["a.md": x, "b.md": x]), .init(["b.md": x]), .init([:])])
    #expect(Self.changes("RSK-1", copied) == ["4 removed", "3 moved from a.md", "1 added"])
    let first = try Self.history([.init(["b.md": x]), .init(["a.md": x, "b.md": x]), .init(["a.md": x]), .init([:])])
    #expect(Self.changes("RSK-1", first) == ["4 removed", "3 moved from b.md", "1 added"])
    // The copy comes first by path. It counts, and nothing has moved while the other file still exists.
    let before = try Self.history([
      .init(["b.md": x]), .init(["a.md": x, "b.md": x]), .init(["a.md": y, "b.md": x]), .init(["b.md": x]),
    ])
    #expect(Self.changes("RSK-1", before) == ["4 the other text of this id, in a.md, removed", "3 changed", "1 added"])
    // If a register contains an id twice, the first item counts.
    let twice = try Self.history([
      .init(["r.yaml": Self.register("A-1\n    t: 1")]), .init(["r.yaml": Self.register("A-1\n    t: 1", "A-1\n    t: 2")]),
      .init(["r.yaml": Self.register("A-1\n    t: 2")]), .init(["r.yaml": Self.register("B-1")]),
    ])
    #expect(
      Self.changes("A-1", twice) == [
        "4 removed", "3 the other text of this id, in r.yaml, removed", "2 a second text of this id", "1 added",
      ])
  }

  @Test func `a merge that discards a branch is recorded`() throws {
    let (x, y) = (["a.md": Self.md("x")], ["a.md": Self.md("y")])
    // As with `merge -s ours`: the revision of the branch is found, and also that it was discarded.
    #expect(
      Self.changes("RSK-1", try Self.history([.init(x), .init(y), .init(x, after: [1]), .init(x, after: [3, 2])]))
        == ["4 changed", "2 changed", "1 added"])
    #expect(
      Self.changes("RSK-1", try Self.history([.init(x), .init([:]), .init(x, after: [1]), .init(x, after: [3, 2])]))
        == ["4 added", "2 removed", "1 added"])
    #expect(
      Self.changes("RSK-1", try Self.history([.init([:]), .init(x), .init([:], after: [1]), .init([:], after: [3, 2])]))
        == ["4 removed", "2 added"])
    // A branch that did not change, removed or moved the record is reported correctly, whatever the direction of the merge.
    for parents in [[3, 2], [2, 3]] {
      #expect(
        Self.changes("RSK-1", try Self.history([.init(x), .init(y), .init(x, after: [1]), .init(y, after: parents)]))
          == ["2 changed", "1 added"])
      #expect(
        Self.changes("RSK-1", try Self.history([.init(x), .init([:]), .init(x, after: [1]), .init([:], after: parents)]))
          == ["2 removed", "1 added"])
      let moved = ["b.md": Self.md("x")]
      #expect(
        Self.changes("RSK-1", try Self.history([.init(x), .init(moved), .init(x, after: [1]), .init(moved, after: parents)]))
          == ["2 moved from a.md", "1 added"])
    }
  }

  @Test func `the newest revision equals the file after any merge`() throws {
    var seed: UInt64 = 42
    func number(_ count: Int) -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33) % count
    }
    for _ in 0..<400 {
      var steps: [Step] = [.init(["a.md": Self.md("0")])]
      for i in 1..<9 {
        let first = number(2) == 0 ? i : number(i) + 1
        let second = number(i) + 1
        let isMerge = number(2) == 0 && second != first
        var files = steps[(isMerge && number(2) == 0 ? second : first) - 1].files
        if number(3) > 0 {
          let name = ["a.md", "b.md", "c.md"][number(3)]
          files[name] = number(3) == 0 ? nil : Self.md("\(number(3))")
        }
        steps.append(.init(files, after: isMerge ? [first, second] : [first]))
      }
      // The last commit is a child of all commits that have no child.
      let ends = (1...steps.count).filter { i in !steps.contains { $0.parents?.contains(i) ?? false } }
      if ends.count > 1 { steps.append(.init(steps[ends[0] - 1].files, after: ends)) }
      let last = try Self.history(steps).current("RSK-1")
      let standing = steps.last?.files.sorted { $0.key < $1.key }.first
      if let standing {
        let digest = RecordExtents(Array(standing.value.utf8), path: SourcePath(parts: [standing.key])).records.first?.digest
        #expect(last?.change != .removed && last?.digest == digest, "\(steps)")
      } else {
        #expect(last?.change == .removed, "\(steps)")
      }
    }
  }

  @Test func `every text of every commit appears in the commit that wrote it or in one before it`() throws {
    var generator = Seeded(7)
    for _ in 0..<300 {
      var steps: [Step] = [.init(["b.md": Self.md("0")])]
      for i in 1..<8 {
        let first = Int.random(in: 1...i, using: &generator)
        let second = Int.random(in: 1...i, using: &generator)
        var files = steps[first - 1].files
        let name = ["a.md", "b.md", "c.md"].randomElement(using: &generator) ?? "a.md"
        files[name] = Bool.random(using: &generator) ? nil : Self.md("\(Int.random(in: 0..<4, using: &generator))")
        steps.append(.init(files, after: first == second ? [first] : [first, second]))
      }
      let ends = (1...steps.count).filter { i in !steps.contains { $0.parents?.contains(i) ?? false } }
      steps.append(.init(steps[(ends.first ?? 1) - 1].files, after: ends))
      let history = try Self.history(steps)
      for (i, step) in steps.enumerated() {
        let before = (step.parents ?? (i == 0 ? [] : [i])).map { steps[$0 - 1].files }
        let texts = Set(step.files.values)
        for text in texts where !before.contains(where: { $0.values.contains(text) }) {
          let digest = RecordExtents(Array(text.utf8), path: SourcePath(parts: ["a.md"])).records.first?.digest
          #expect(
            history.revisions(of: "RSK-1").contains { $0.commit.subject == "\(i + 1)" && $0.digest == digest }, "\(steps) \(i)")
        }
        for revision in history.revisions(of: "RSK-1") where revision.commit.subject == "\(i + 1)" {
          let isOnly = step.files.count <= 1 && before.allSatisfy { $0.count <= 1 }
          #expect(revision.isOnly == isOnly, "\(steps) \(i)")
        }
      }
    }
  }

  @Test func `an introduction is a first revision on its line`() throws {
    let (x, y) = (Self.md("x"), Self.md("y"))
    // y is written on two lines, removed on one of them, and written again after the merge.
    let history = try Self.history([
      .init(["a.md": x]), .init(["a.md": y]), .init(["a.md": y], after: [1]), .init(["a.md": x], after: [3]),
      .init(["a.md": x], after: [4, 2]), .init(["a.md": y], after: [5]),
    ])
    let digest = RecordExtents(Array(y.utf8), path: SourcePath(parts: ["a.md"])).records.first?.digest
    #expect(history.introductions(of: "RSK-1") { $0.digest == digest }.map(\.commit.subject) == ["2", "3"])
    #expect(history.introductions(of: "RSK-1") { _ in true }.map(\.commit.subject) == ["1"])
    #expect(history.introductions(of: "RSK-1") { _ in false }.isEmpty)
  }

  @Test func `the first commit of a folder is the first known revision`() throws {
    let steps: [Step] = [.init(["a.md": Self.md("x")]), .init(["a.md": Self.md("y")])]
    #expect(Self.changes("RSK-1", try Self.history(steps, roots: [])) == ["2 changed", "1 first known"])
    #expect(Self.changes("RSK-1", try Self.history(steps, roots: [1])) == ["2 changed", "1 added"])
    #expect(Self.changes("RSK-1", try Self.history(steps)) == ["2 changed", "1 added"])
    let later: [Step] = [.init(["dossier.yaml": "organisation: x"]), .init(["a.md": Self.md("x")])]
    #expect(Self.changes("RSK-1", try Self.history(later, roots: [])) == ["2 added"])
  }
}
