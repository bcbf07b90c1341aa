import DossierAnalysis
import DossierMarkup
import DossierRecords
import DossierRules
import DossierTesting
import DossierText
import Testing

/// What `--fix` changes in files, and what it does not change.
@Suite struct MendingTests {
  @Test(arguments: [
    ("Raised: 2026-05-04", "raised: 2026-05-04"), ("raised: 2026-5-4  # when", "raised: 2026-05-04  # when"),
    ("raised: \"25.05.2026\"", "raised: \"2026-05-25\""), ("raised: 4 May 2026", "raised: 2026-05-04"),
    ("raised: 2026-05-04\nStatus: 'Active'", "raised: 2026-05-04\nstatus: 'active'"),
    ("raised: 2026-05-04\nhandled-by: rol_001", "raised: 2026-05-04\nhandled_by: ROL-001"),
    ("raised: 2026-05-04\ntags:   chat   # one", "raised: 2026-05-04\ntags:   [chat]   # one"),
    ("Raised: 2026/5/4\nabout: [rol-001, ROL_001]", "raised: 2026-05-04\nabout: [ROL-001, ROL-001]"),
  ])
  func `values with one possible correction are fixed`(_ before: String, _ after: String) async throws {
    for end in ["\n", "\r\n"] {
      func file(_ lines: String) -> String {
        "---\n# ä 🎈\nkind: concern\nid: CNC-001\ntitle:  t\n\(lines)\n---\nText [[CNC-001]].\n"
          .split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
      }
      let fixed = try await fix(["c.md": "\u{FEFF}" + file(before), "roles.yaml": Self.roles])
      #expect(fixed["c.md"] == "\u{FEFF}" + file(after))
      #expect(fixed["roles.yaml"] == Self.roles)
    }
  }

  @Test(arguments: [
    "raised: 04/05/2026", "raised: 04.05.2026", "raised: 2026-13-45", "raised: soon", "raisd: 2026-05-04",
    "raised: 2026-05-04\nstatus: actve", "raised: 2026-05-04\nstatus: active\nStatus: draft",
    "raised: 2026-05-04\nhandled_by: ROL-01",
    "Raised: 2026-05-04\nRAISED: 2026-05-05", "raised: 2026-05-04\ntags: a, b", "raised: |\n  2026-5-4",
  ])
  func `ambiguous values are not fixed`(_ lines: String) async throws {
    let text = "---\nkind: concern\nid: CNC-001\ntitle: t\n\(lines)\n---\n[x](readme.md) [y](c/rules.md)\n"
    let files: KeyValuePairs = ["c.md": text, "roles.yaml": Self.roles, "a/rules.md": "", "b/rules.md": "", "d/README.md": ""]
    #expect(try await fix(files)["c.md"] == text)
  }

  @Test func `a link is fixed only if its file differs in capitals`() async throws {
    let files: KeyValuePairs = [
      "c.md": "[x](The%20Rules.md#a \"t\"), [y](the_rules2.md), [z](old/moved.md), [q][s]\n\n[s]: SECURITY.md\n",
      "the rules.md": "# A",
      "the-rules2.md": "", "new/moved.md": "", "templates/SECURITY.md": "",
    ]
    #expect(
      try await fix(files)["c.md"]
        == "[x](the%20rules.md#a \"t\"), [y](the_rules2.md), [z](old/moved.md), [q][s]\n\n[s]: SECURITY.md\n")
  }

  @Test(arguments: [
    (
      "Join the other [mailing lists]. We meet weekly.\n\n[mailing lists]: b.md#ListsABCDE\n",
      "Join the other [mailing lists]. We meet weekly.\n\n[mailing lists]: b.md#listsabcde\n"
    ),
    ("[x][a] and [y][a]\n\n[a]: b.md#ListsABCDE\n", "[x][a] and [y][a]\n\n[a]: b.md#listsabcde\n"),
    ("[B.md]\n\n[B.md]: B.md\n", "[B.md]\n\n[B.md]: b.md\n"),
    ("`[x](b.md#ListsABCDE)` [x](b.md#ListsABCDE)\n", "`[x](b.md#ListsABCDE)` [x](b.md#listsabcde)\n"),
  ])
  func `a reference link is fixed in its definition`(_ before: String, _ after: String) async throws {
    #expect(try await fix(["c.md": before, "b.md": "## listsabcde\n"])["c.md"] == after)
  }

  @Test func `an edit is applied only where the wrong value is`() async throws {
    let path = SourcePath(parts: ["n.md"])
    let sources = SourceTree(files: [SourceFile(path: path, bytes: Array("one two".utf8))], attachments: [])
    let dossier = try await analyse(sources, asOf: try #require(CivilDate("2026-06-30"))).dossier
    func round(_ span: Span, _ expected: String) -> [String] {
      let fix = Diagnostic.Fix(path, span, expected, to: "x", .certain)
      let found = Diagnostic(RuleID("a"), .error, "a", at: .init(path, .start), fixes: [fix])
      return FixPass(of: [found], dossier, in: sources).files.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(round(Span(4, 7), "two") == ["one x"])
    #expect(round(Span(7, 7), "") == ["one twox"])
    for (span, expected) in [
      (Span(3, 6), "two"), (Span(4, 7), "One"), (Span(4, 7), ""), (Span(6, 9), "o  "), (Span(4, 6), "two"),
    ] {
      #expect(round(span, expected).isEmpty)
    }
  }

  @Test func `the missing side of a link is added in the style of the file`() async throws {
    func disclosures(_ systems: String, _ eol: String = "\n") -> String {
      "kind: disclosure\nrecords:\n  - id: DSC-001\n    title: t\n    to: users\n\(systems)".replacing("\n", with: eol)
    }
    let pairs = [
      ("    systems: []\n    wording: w\n", "    systems: []\n    wording: w\n"),
      ("    systems: [AIS-002 ] # x\n    wording: w\n", "    systems: [AIS-002, AIS-001 ] # x\n    wording: w\n"),
      (
        "    wording: w\n    systems:\n      - AIS-002 # x\n",
        "    wording: w\n    systems:\n      - AIS-002 # x\n      - AIS-001\n"
      ),
      ("    wording: w\n    systems:\n    -  \"AIS-002\"", "    wording: w\n    systems:\n    -  \"AIS-002\"\n    -  AIS-001"),
      ("    wording: w\n", "    wording: w\n    systems: [AIS-001]\n"),
      ("    wording: w", "    wording: w\n    systems: [AIS-001]"),
    ]
    for (before, after) in pairs {
      let files: KeyValuePairs = ["a.yaml": Self.systems, "d.yaml": disclosures(before)]
      #expect(try await fix(files)["d.yaml"] == disclosures(after), "\(before)")
    }
    let crlf: KeyValuePairs = ["a.yaml": Self.systems, "d.yaml": disclosures("    wording: w\n", "\r\n")]
    #expect(try await fix(crlf)["d.yaml"] == disclosures("    wording: w\n    systems: [AIS-001]\n", "\r\n"))
    for before in ["    wording: w\n    systems:\n      - AIS-002", "    wording: w"] {
      let added = before == "    wording: w" ? "\n    systems: [AIS-001]" : "\n      - AIS-001"
      let unended: KeyValuePairs = ["a.yaml": Self.systems, "d.yaml": disclosures(before, "\r\n")]
      #expect(try await fix(unended)["d.yaml"] == disclosures(before + added, "\r\n"), "\(before)")
    }
    let flow: KeyValuePairs = [
      "a.yaml": Self.systems, "d.yaml": "kind: disclosure\nrecords: [{id: \"DSC-001\", title: t, to: users, wording: w}]",
    ]
    #expect(
      try await fix(flow)["d.yaml"]
        == "kind: disclosure\nrecords: [{id: \"DSC-001\", title: t, to: users, wording: w, systems: [AIS-001]}]")
    let open: KeyValuePairs = ["a.yaml": Self.systems, "d.yaml": disclosures("    wording: w\n    systems: [\n      AIS-002]\n")]
    #expect(try await fix(open)["d.yaml"] == disclosures("    wording: w\n    systems: [\n      AIS-002]\n"))
  }

  @Test(arguments: [
    ("systems: [ais_001]", "systems: [AIS-001]"), ("Systems: [AIS-001]", "systems: [AIS-001]"),
    ("systems: AIS-001", "systems: [AIS-001]"),
  ])
  func `a side of a link that is only misspelt is not added again`(_ before: String, _ after: String) async throws {
    let head = "kind: disclosure\nrecords:\n  - id: DSC-001\n    title: t\n    to: users\n    wording: w\n    "
    #expect(try await fix(["a.yaml": Self.systems, "d.yaml": head + before])["d.yaml"] == head + after)
  }

  @Test func `content with a recorded digest is not fixed`() async throws {
    let page = "[x](A-b.md)\n"
    let digest = Digest(of: Array(page.utf8))
    let evidence = """
      kind: evidence
      records:
        - {id: EVD-001, title: t, controls: [A-6-2-4], file: e.md, sha256: \(digest), collected: 2026-05-04, collected_by: ROL-001}
      """
    let fixed = try await fix(["e.md": page, "a-b.md": "", "evidence.yaml": evidence, "roles.yaml": Self.roles])
    #expect(fixed["e.md"] == page)
    #expect(fixed["evidence.yaml"] == evidence.replacing("A-6-2-4", with: "A.6.2.4"))
  }

  @Test func `the first of two edits of the same bytes wins`() async throws {
    let path = SourcePath(parts: ["n.md"])
    let bytes = Array("0123456789".utf8)
    let sources = SourceTree(files: [SourceFile(path: path, bytes: bytes)], attachments: [])
    func reported(_ name: String, _ edits: (Int, Int, String)...) -> Diagnostic {
      Diagnostic(
        RuleID(name), .error, name, at: .init(path, Span(0, 1)),
        fixes: edits.map {
          let expected = bytes.indices.contains($0.1 - 1) ? String(decoding: bytes[$0.0..<$0.1], as: UTF8.self) : "?"
          return .init(path, Span($0.0, $0.1), expected, to: $0.2, .certain)
        })
    }
    let all = [
      reported("a", (2, 4, "x")), reported("b", (3, 5, "y")), reported("c", (4, 5, "z"), (3, 4, "w")), reported("d", (4, 6, "")),
      reported("e", (2, 2, "i")),
      reported("f", (9, 10, "j")), reported("g", (20, 21, "k")), reported("h", (7, 7, "l")), reported("i", (7, 7, "m")),
    ]
    let dossier = try await analyse(
      sources, catalogues: ["iso42001"], asOf: try #require(CivilDate("2026-06-30"))
    ).dossier
    let round = FixPass(of: all, dossier, in: sources)
    #expect(round.fixed.map(\.rule.name) == ["a", "d", "f", "h"])
    #expect(round.files.map { String(decoding: $0.bytes, as: UTF8.self) } == ["01x6l78j"])
  }

  /// For every rule with certain fixes: after the fixes, its example needs no further fix. No byte outside the edits changes.
  @Test(arguments: Mutation.allCases)
  func `fixes correct the examples of rules and change nothing else`(_ mutation: Mutation) async throws {
    var seen: Set<String> = []
    for rule in Rules.all where rule.bad.isRunnable {
      let (tree, _) = mutation.apply(to: rule.bad)
      let before = try await run(tree)
      let round = FixPass(of: before.diagnostics, before.dossier, in: tree)
      guard !round.files.isEmpty else { continue }
      for diagnostic in round.fixed { seen.insert(diagnostic.rule.name) }
      let files = tree.files.map { old in round.files.first { $0.path == old.path } ?? old }
      let after = try await run(SourceTree(files: files, attachments: tree.attachments))
      #expect(FixPass(of: after.diagnostics, after.dossier, in: SourceTree(files: files, attachments: [])).fixed.isEmpty)
      for diagnostic in round.fixed { #expect(!after.diagnostics.contains { $0.headline == diagnostic.headline }, "\(rule.id)") }
      try expectUntouched(tree, files, round.fixed.flatMap(\.fixes))
    }
    #expect(seen.isSuperset(of: ["reference-spelling", "one-sided-link"]))
  }

  /// For every rule: an edit is at the place of the wrong value, even if it is only a suggestion.
  @Test(arguments: Mutation.allCases)
  func `every edit is at the place of the wrong value`(_ mutation: Mutation) async throws {
    var count = 0
    for rule in Rules.all where rule.bad.isRunnable {
      let (tree, _) = mutation.apply(to: rule.bad)
      for diagnostic in try await run(tree).reported() where diagnostic.isCertainlyFixable {
        for fix in diagnostic.fixes {
          count += 1
          #expect(tree.file(at: fix.path).map { fix.matches($0.bytes) } == true, "\(diagnostic.headline): \(fix)")
        }
      }
    }
    #expect(count > 2)
  }

  /// Expects that the new file has the bytes between the edits in the same order, with only the replacements between them.
  private func expectUntouched(_ tree: SourceTree, _ files: [SourceFile], _ fixes: [Diagnostic.Fix]) throws {
    for file in tree.files {
      var rest = try #require(files.first { $0.path == file.path }).bytes[...]
      var done = 0
      for fix in fixes.filter({ $0.path == file.path }).sorted(by: { $0.span < $1.span }) {
        for part in [Array(file.bytes[done..<Int(fix.span.lower)]), Array(fix.replacement.utf8)] {
          #expect(rest.starts(with: part))
          rest = rest.dropFirst(part.count)
        }
        done = Int(fix.span.upper)
      }
      #expect(rest.elementsEqual(file.bytes[done...]))
    }
  }

  private static let roles = "kind: role\nrecords:\n  - {id: ROL-001, title: a, accountable_for: [x]}\n"
  private static let complete =
    "title: s, purpose: p, owner: ROL-001, role: [user], lifecycle: operation, risk_class: minimal"
  private static let systems = """
    kind: ai-system
    records:
      - {id: AIS-001, \(complete), disclosure: [DSC-001]}
      - {id: AIS-002, \(complete)}
    """

  private func run(_ tree: SourceTree) async throws -> Analysis {
    let rules = Rules.all.filter { $0.family == .format || $0.family == .references || $0.id.name == "one-sided-link" }
    return try await analyse(
      tree, asOf: try #require(CivilDate("2026-06-30")), rules: rules)
  }

  /// Runs fix passes until nothing is left to fix. The last pass must change nothing.
  private func fix(_ texts: KeyValuePairs<String, String>) async throws -> [String: String] {
    let files = try texts.map { SourceFile(path: try #require(SourcePath($0.key)), bytes: Array($0.value.utf8)) }
    var tree = SourceTree(files: files, attachments: [])
    for _ in 0..<5 {
      let done = try await run(tree)
      let round = FixPass(of: done.diagnostics, done.dossier, in: tree)
      if round.files.isEmpty { break }
      let current = tree
      tree = SourceTree(
        files: current.files.map { old in round.files.first { $0.path == old.path } ?? old }, attachments: [])
    }
    let last = try await run(tree)
    #expect(FixPass(of: last.diagnostics, last.dossier, in: tree).files.isEmpty)
    return Dictionary(uniqueKeysWithValues: tree.files.map { ($0.path.description, String(decoding: $0.bytes, as: UTF8.self)) })
  }
}
