import DossierMarkup
import DossierRecords
import DossierText
import Testing

/// Plain Markdown files that are read as records.
@Suite struct AdoptionTests {
  private let configuration = """
    organisation: o
    adopt:
      - files: docs/**/*.md
        except: [docs/**/README.md, docs/templates/*]
        kind: document
        fields:
          owner: owner
          version: version
          reviewed: last_reviewed_on
          review_cycle: review_in
          next_review: next_review
          tags: labels
          status: state
          approvals.by: approved_by
          approvals.date: approved_on
          x-parent: parent
        defaults: {review_cycle: P1Y}
        roles: {Head of Quality: ROL-001}
    """

  private func read(_ text: String, path: String = "docs/a.md", _ configuration: String? = nil) async throws -> Reading {
    try await Reading([
      "dossier.yaml": configuration ?? self.configuration, path: text,
      "roles.yaml": "kind: role\nrecords:\n  - {id: ROL-001, title: Head of Quality, accountable_for: [quality]}\n",
    ])
  }

  private func adopted(_ text: String, path: String = "docs/a.md") async throws -> Entry {
    let reading = try await read(text, path: path)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.headline))")
    return try #require(reading.dossier.entries(of: "document").first)
  }

  @Test func `mapped keys become fields`() async throws {
    let entry = try await adopted(
      """
      ---
      title: Backups
      owner: Head of Quality
      version: 1.10
      last_reviewed_on: 18.07.2025
      review_in: 6 months
      labels: storage
      state: Active
      parent: Decisions
      nav_order: 3
      redirect_from:
        - /old
      ---
      # Backups

      Every night.
      """)
    #expect(entry.isAdopted)
    #expect(entry.id == "DOC-docs-a")
    #expect(entry.title == "Backups")
    let head = try #require(entry.head)
    #expect(head.owner?.id == "ROL-001")
    #expect(head.version == "1.10")
    #expect(head.reviewed?.description == "2025-07-18")
    #expect(head.reviewCycle?.months == 6)
    #expect(head.status == .active)
    #expect(head.tags == ["storage"])
    #expect(entry.extras.map(\.name) == ["x-parent"])
    #expect(entry.source.text(entry.span(of: "reviewed")) == "18.07.2025")
    #expect(entry.source.text(entry.idSpan) == "Backups")
    #expect(entry.field("reviewed").map { entry.source.text($0.keySpan) } == "last_reviewed_on")
  }

  @Test func `a name that is not a role is kept and is not a reference`() async throws {
    let reading = try await read("---\nowner: Somebody Else\napproved_by: Dr. Who\napproved_on: 2025-02-01\n---\n# T\n")
    #expect(reading.diagnostics.isEmpty)
    let entry = try #require(reading.dossier.entries(of: "document").first)
    #expect(entry.head?.owner == nil)
    #expect(entry.field("owner")?.content == .text("Somebody Else"))
    #expect(entry.field("approvals")?.content.plain == "By: Dr. Who; Date: 2025-02-01")
    #expect(reading.dossier.graph.edges.isEmpty)
  }

  @Test func `a required field can be a name`() async throws {
    let configuration = """
      organisation: o
      adopt:
        - {files: "docs/*", kind: policy, fields: {approvals.by: by, effective: from}}
      """
    #expect(try await read("---\nby: The Board\nfrom: 2025-01-01\n---\n", configuration).diagnostics.isEmpty)
    let bare = try await read("# T\n", configuration)
    #expect(bare.rules == ["missing-field", "missing-field"])
  }

  @Test func `an approval by a role counts`() async throws {
    let reading = try await read("---\napproved_by: Head of Quality\napproved_on: 1 February 2025\n---\n# T\n")
    let entry = try #require(reading.dossier.entries(of: "document").first)
    #expect(entry.head?.approvals.first?.by.id == "ROL-001")
    #expect(entry.head?.approvals.first?.date.description == "2025-02-01")
    // The id is in the configuration, so a problem with it would be reported there.
    #expect(reading.dossier.graph.edges.map(\.site.path.description) == ["dossier.yaml"])
    #expect(reading.dossier.graph.edges.first?.problem == nil)
  }

  @Test(arguments: [
    ("---\ntitle: \"\"\n---\n## Heading *here*\n", "Heading here"), ("No heading.\n", "AI use policy"), ("", "AI use policy"),
    ("---\n- a\n---\n# H\n", "H"), ("---\ntitle: 7\n---\n", "7"),
  ])
  func `the title comes from the front matter, the heading or the file name`(text: String, title: String) async throws {
    let entry = try #require(try await read(text, path: "docs/AI_use-policy.md").dossier.entries(of: "document").first)
    #expect(entry.title == title)
    #expect(entry.head?.reviewCycle?.months == 12, "the default")
  }

  @Test(arguments: [
    ("---\nlast_reviewed_on: 07/08/2025\n---\n", "bad-date", "07/08/2025"),
    ("---\nlast_reviewed_on: 2025-02-30\n---\n", "bad-date", "2025-02-30"),
    ("---\nreview_in: now and then\n---\n", "bad-duration", "now and then"),
    ("---\nversion: [1]\n---\n", "wrong-type", "[1]"),
    ("---\nstate: alive\n---\n", "unknown-word", "alive"),
    ("---\napproved_by: x\napproved_on: soon\n---\n", "bad-date", "soon"),
  ])
  func `an invalid mapped value is reported with its span`(text: String, rule: String, underlined: String) async throws {
    let reading = try await read(text)
    #expect(reading.rules == [rule])
    let source = try #require(reading.dossier.entries(of: "document").first).source
    #expect(reading.diagnostics.first.map { source.text($0.primary.span) } == underlined)
  }

  @Test func `empty and unmapped keys are ignored`() async throws {
    let entry = try await adopted("---\nowner:\nversion: ~\nlast_reviewed_on: \"\"\nanything: {a: [b]}\nkind: page\n---\n# T\n")
    #expect(entry.fields.map(\.name) == ["kind", "id", "title", "review_cycle"])
  }

  @Test(arguments: ["docs/README.md", "docs/x/README.md", "docs/templates/a.md", "other/a.md"])
  func `a file that is not covered stays a page`(path: String) async throws {
    let reading = try await read("# T\n", path: path)
    #expect(reading.dossier.entries(of: "document").isEmpty)
    #expect(reading.dossier.pages.count == 1)
  }

  @Test func `a file with its own kind is not adopted`() async throws {
    let reading = try await read("---\nkind: policy\nid: POL-001\ntitle: t\n---\n")
    #expect(Set(reading.rules) == ["missing-field"])
    let misspelt = try await read("---\nkind: polcy\nid: POL-001\ntitle: t\n---\n")
    #expect(misspelt.rules == ["unknown-kind"])
  }

  @Test func `only files with the keys in having are adopted`() async throws {
    let configuration = "organisation: o\nadopt:\n  - {files: \"**\", having: next_review, kind: document}\n"
    #expect(try await read("---\nnext_review: 2025-01-01\n---\n", configuration).dossier.entries(of: "document").count == 1)
    #expect(try await read("---\nnext_review:\n---\n", configuration).dossier.entries(of: "document").isEmpty)
    #expect(try await read("# T\n", configuration).dossier.entries(of: "document").isEmpty)
  }

  @Test func `two files with the same id are reported`() async throws {
    let reading = try await Reading(["dossier.yaml": configuration, "docs/a b.md": "# A\n", "docs/a-b.md": "# B\n"])
    #expect(reading.dossier.duplicates.map(\.entry.id) == ["DOC-docs-a-b"])
  }

  @Test(arguments: [
    ("docs/a.md", "DOC-docs-a"), ("docs/A B__c.md", "DOC-docs-a-b-c"), ("README.md", "DOC-readme"),
    ("docs/--.md", "DOC-docs"),
  ])
  func `the id is made from the path`(path: String, id: String) throws {
    #expect(AdoptedID.make(prefix: "DOC", path: try #require(SourcePath(path))) == id)
  }

  @Test(arguments: [
    "docs/größe.md", "docs/grosse.md", "\u{6f22}\u{5b57}.md", "docs/" + String(repeating: "long-", count: 30) + ".md",
    String(repeating: "x", count: 200) + ".md", "-.md", "1.md",
  ])
  func `every generated id is valid`(path: String) throws {
    let id = AdoptedID.make(prefix: "DOC", path: try #require(SourcePath(path)))
    #expect(RecordID.isValid(id), "\(id)")
    #expect(id == AdoptedID.make(prefix: "DOC", path: try #require(SourcePath(path))))
  }

  @Test(arguments: [
    ("2025-07-18", "2025-07-18"), ("2025/7/18", "2025-07-18"), ("18.7.2025", "2025-07-18"),
    ("2025-07-18T10:00:00Z", "2025-07-18"),
    ("2025-07-18 10:00", "2025-07-18"), ("18 July 2025", "2025-07-18"), ("July 18, 2025", "2025-07-18"),
    ("Jul 8, 2025", "2025-07-08"), ("18-07-2025", "2025-07-18"), ("07/18/2025", "2025-07-18"),
    ("1.3.2025", "2025-03-01"), ("07.08.2025", "2025-08-07"), ("2025.3.1", "2025-03-01"), ("18th July 2025", "2025-07-18"),
    ("Friday, 18 July 2025", "2025-07-18"), ("1st of March 2025", "2025-03-01"), ("18-Jul-2025", "2025-07-18"),
    ("Sept 2nd, 2025", "2025-09-02"),
  ])
  func `dates in other formats are read`(text: String, day: String) {
    #expect(ForeignDate.day(text)?.description == day)
  }

  @Test(arguments: [
    "", "07/08/2025", "18.07.25", "2025", "30 February 2025", "Juli 18, 2025", "2025-07-18x", "July 2025", "2025-07", "Q3 2025",
    "1/3/2025", "18th 2025", "1.2.3.2025",
  ])
  func `ambiguous dates are not read`(text: String) {
    #expect(ForeignDate.day(text) == nil)
  }

  @Test(arguments: [
    ("07/08/2025", "which can be 2025-07-08 or 2025-08-07"), ("July 2025", "which does not say the day"),
    ("2025-07", "which does not say the day"), ("07/2025", "which does not say the day"), ("2025-02-30", "not an existing date"),
    ("soon", "not a date"),
  ])
  func `an unreadable date is reported with what is unclear`(text: String, words: String) async throws {
    let reading = try await read("---\nlast_reviewed_on: \(text)\n---\n")
    #expect(reading.rules == ["bad-date"])
    #expect(reading.diagnostics.first?.headline.contains(words) == true, "\(reading.diagnostics.map(\.headline))")
    // The record does not look as if it had no review.
    #expect(reading.dossier.entries(of: "document").first?.unread == ["reviewed"])
  }

  // MARK: References

  private func measures(_ adoption: String = "", _ files: [String: String]) async throws -> Reading {
    let configuration = """
      organisation: o
      kinds:
        - name: measure
          prefix: MSR
          meaning: m
          section: governance
          fields:
            - {name: answers, type: list of record, kinds: [measure], meaning: m}
            - {name: part_of, type: record, meaning: m}
            - {name: people, type: list of record, kinds: [role], meaning: m}
      adopt:
        - files: docs/**/*.md
          kind: measure
          fields: {answers: answers, part_of: parent, people: people, supersedes: replaces}
      \(adoption)
      """
    var all = files
    all["dossier.yaml"] = configuration
    all["roles.yaml"] = "kind: role\nrecords:\n  - {id: ROL-001, title: Head of Quality, accountable_for: [quality]}\n"
    let files = try all.sorted { $0.key < $1.key }.map { name, text in
      SourceFile(path: try #require(SourcePath(name)), bytes: Array(text.utf8))
    }
    return try await Reading(files: files)
  }

  /// The targets and problems of the references in the fields of the record `MSR-docs-a`.
  private func references(_ reading: Reading) -> [String] {
    reading.dossier.graph.edges.filter { $0.site.path.description == "docs/a.md" && $0.site.field != "text" }.map { edge in
      edge.problem == nil ? edge.site.target : "\(edge.site.target)?"
    }
  }

  @Test func `an exact id is a reference in each field for records`() async throws {
    let a = "---\nanswers: [MSR-docs-b, MSR-docs-gone, b, gone]\nparent: msr-docs-b\nreplaces: MSR-docs-vanished\n---\n"
    let reading = try await measures("", ["docs/a.md": a, "docs/b.md": "# B\n"])
    #expect(references(reading) == ["MSR-docs-b", "MSR-docs-gone?", "b?", "gone?", "MSR-docs-b", "MSR-docs-vanished?"])
  }

  @Test(arguments: [
    ("{stem}", "docs/ri-10_injection.md", "ri-10_injection"), ("{stem before _}", "docs/ri-10_injection.md", "ri-10"),
    ("{stem after _}", "docs/ri-10_injection.md", "injection"), ("RI {key}", "docs/x.md", "RI urn:a:b"),
    ("{folder}/{stem}", "docs/part/x.md", "part/x"), ("{folder}", "docs/part/index.md", "part"),
    ("{meta.code}", "docs/x.md", "C 1"),
  ])
  func `files can be referred to by declared names`(template: String, path: String, name: String) async throws {
    let b = "---\nkey: urn:a:b\nmeta: {code: C 1}\n---\n# B\n"
    let reading = try await measures(
      "    names: [\"\(template)\"]", ["docs/a.md": "---\nkey: k\nanswers: [\"\(name)\", other]\n---\n", path: b])
    let id = try #require(reading.dossier.entries(of: "measure").first { $0.path.description == path }?.id)
    #expect(references(reading) == [id, "other?"])
  }

  @Test(arguments: ["b.md", "./b.md", "../docs/b.md", "docs/b.md", "docs/b", "./b"])
  func `a path is a reference to the record in the file`(path: String) async throws {
    let reading = try await measures("", ["docs/a.md": "---\nparent: \(path)\n---\n", "docs/b.md": "# B\n"])
    #expect(references(reading) == ["MSR-docs-b"])
  }

  @Test func `a name of several records is reported and no record is chosen`() async throws {
    let reading = try await measures(
      "    names: \"{stem}\"",
      ["docs/a.md": "---\nanswers: [b]\n---\n", "docs/x/b.md": "# B\n", "docs/y/b.md": "# B\n"])
    #expect(reading.rules == ["unknown-record"])
    #expect(reading.diagnostics.first?.headline.contains("MSR-docs-x-b, MSR-docs-y-b") == true)
    #expect(references(reading).isEmpty)
  }

  @Test func `names of people do not hide the references of a list`() async throws {
    let reading = try await measures("", ["docs/a.md": "---\npeople: [ROL-001, Jane Doe, ROL-009]\n---\n"])
    #expect(references(reading) == ["ROL-001", "ROL-009?"])
    let entry = try #require(reading.dossier.entries(of: "measure").first)
    #expect(entry.field("people")?.content == .list([.record("ROL-001"), .text("Jane Doe"), .record("ROL-009")]))
  }

  @Test(arguments: ["none", "n/a", "-", "None"])
  func `a word for nothing is not a reference`(word: String) async throws {
    #expect(references(try await measures("", ["docs/a.md": "---\nparent: \(word)\n---\n"])).isEmpty)
  }

  @Test func `files in several languages can have the same id`() async throws {
    let adoption = """
      organisation: o
      adopt:
        - {files: "*.md", kind: document, language: lang, fields: {id: id, supersedes: old}}
      """
    let reading = try await Reading([
      "dossier.yaml": adoption, "a.de.md": "---\nkind: chapter\nid: one\nlang: de\nold: two\n---\n",
      "a.en.md": "---\nkind: chapter\nid: one\nlang: en\nold: two\n---\n", "b.de.md": "---\nid: two\nlang: de\n---\n",
      "b.en.md": "---\nid: two\nlang: en\n---\n",
    ])
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.headline))")
    #expect(reading.dossier.entries.map(\.id) == ["one-de", "one-en", "two-de", "two-en"])
    #expect(reading.dossier.graph.edges.map(\.site.target) == ["two-de", "two-en"])
  }

  @Test(arguments: [("{stem}", "docs/b.md", "b"), ("M-{stem before _}", "docs/7_x.md", "M-7"), ("{code}", "docs/b.md", "C-1")])
  func `an id is made from the file`(template: String, path: String, id: String) async throws {
    let reading = try await measures("    id: \"\(template)\"", [path: "---\ncode: C-1\n---\n"])
    #expect(reading.dossier.entries(of: "measure").map(\.id) == [id])
  }

  @Test func `an id that cannot be made from the file is reported`() async throws {
    let reading = try await measures("    id: \"{stem}\"", ["docs/7.md": "# Seven\n"])
    #expect(reading.rules == ["bad-id"])
    #expect(reading.dossier.entries(of: "measure").map(\.id) == ["MSR-docs-7"])
  }

  // MARK: Other places of metadata

  @Test(arguments: [
    "# T\n\n**Owner:** Jane\\\n**Last reviewed:** 2025-07-18\n", "# T\n\n**Owner**: Jane  \n**Last reviewed**: 18 July 2025\n",
    "# T\n\n- Owner: Jane\n- Last reviewed: 18.7.2025\n", "# T\n\n* **Owner:** [Jane](x.md)\n* __Last reviewed:__ `2025-07-18`\n",
    "# T\n\n| Owner | Jane |\n|---|---|\n| Last reviewed | 2025-07-18 |\n", "T\n=\n\nowner: Jane\nlast reviewed: 2025-07-18\n",
    "---\ntitle: T\n---\n\n# T\n\nOwner: Jane\nLast Reviewed: 2025-07-18\n\n## Text\n",
  ])
  func `metadata below the title is read`(text: String) async throws {
    let configuration =
      "organisation: o\nadopt:\n  - {files: \"docs/*\", kind: document, fields: {owner: Owner, reviewed: Last reviewed}}\n"
    let reading = try await read(text, configuration)
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.headline))")
    let entry = try #require(reading.dossier.entries(of: "document").first)
    #expect(entry.field("owner")?.content == .text("Jane"))
    #expect(entry.head?.reviewed?.description == "2025-07-18")
    #expect(entry.title == "T")
    #expect(entry.source.text(entry.span(of: "owner")) == "Jane")
  }

  @Test(arguments: [
    "# T\n\nA sentence.\n\nOwner: Jane\n", "# T\n\n## Part\n\nOwner: Jane\n", "# T\n\n```\nOwner: Jane\n```\n",
    "# T\n\nThe page says Owner: Jane\n", "# T\n\nhttps://example.org\nOwner: Jane\n", "# T\n\n| Owner | Jane | Joe |\n",
  ])
  func `text is not metadata`(text: String) async throws {
    let configuration = "organisation: o\nadopt:\n  - {files: \"docs/*\", kind: document, fields: {owner: Owner}}\n"
    #expect(try await read(text, configuration).dossier.entries(of: "document").first?.field("owner") == nil)
  }

  @Test func `the first line of a section is a value`() async throws {
    let configuration = """
      organisation: o
      adopt:
        - files: docs/*.md
          kind: decision
          fields: {status: "## Status"}
          values: {status: {agreed: accepted, superseded*: superseded}}
      """
    for (text, status) in [("Agreed", "accepted"), ("Superseded by [5](b.md)", "superseded"), ("**Rejected**", "rejected")] {
      let reading = try await read("# T\n\n## Status\n\n\(text)\n\n## Context\n", configuration)
      #expect(reading.dossier.entries(of: "decision").first?.head?.status?.rawValue == status)
      #expect(reading.diagnostics.isEmpty)
    }
  }

  @Test(arguments: [
    ("sources.ARK", "x-a"), ("a.b", "x-a"), ("a.b.c", "x-a"), ("people.name", "x-a"),
  ])
  func `a key is a path of keys`(key: String, field: String) async throws {
    let configuration = "organisation: o\nadopt:\n  - {files: \"docs/*\", kind: document, fields: {x-a: \(key)}}\n"
    let text = """
      ---
      sources: {ARK: [4.03, 2.10]}
      a.b: dots
      a: {b.c: both}
      people: [{name: Ann}, {name: Bob}]
      ---
      """
    let content = try await read(text, configuration).dossier.entries(of: "document").first?.extras.first?.content
    let expected: [String: FieldContent] = [
      "sources.ARK": .list([.text("4.03"), .text("2.10")]), "a.b": .text("dots"), "a.b.c": .text("both"),
      "people.name": .list([.text("Ann"), .text("Bob")]),
    ]
    #expect(content == expected[key])
  }

  // MARK: Other file extensions

  @Test(arguments: [
    ("docs/**/*.html.md.erb", "docs/a b.html.md.erb", "DOC-docs-a-b"), ("docs/*.mdx", "docs/a.mdx", "DOC-docs-a"),
    ("docs/*.markdown", "docs/a.markdown", "DOC-docs-a"), ("docs/*.qmd", "docs/v1.2.qmd", "DOC-docs-v1-2"),
    ("**/*.txt", "docs/a.txt", "DOC-docs-a"),
  ])
  func `a pattern decides which files are read`(pattern: String, path: String, id: String) async throws {
    let configuration = "organisation: o\nadopt:\n  - {files: \"\(pattern)\", kind: document, fields: {reviewed: r}}\n"
    let reading = try await read("---\nr: 2025-07-18\n---\n# A [b](b.png)\n", path: path, configuration)
    let entry = try #require(reading.dossier.entries(of: "document").first)
    #expect(entry.id == id)
    #expect(entry.head?.reviewed?.description == "2025-07-18")
    #expect(entry.outline.headings.count == 1)
  }

  @Test(arguments: ["docs/**", "docs/*", "docs/a.*", "**/*.yaml", "docs/*.json"])
  func `a pattern without an extension covers only Markdown files`(pattern: String) async throws {
    let configuration = "organisation: o\nadopt:\n  - {files: \"\(pattern)\", kind: document}\n"
    for path in ["docs/a.mdx", "docs/a.png", "docs/a.yaml", "docs/a.json"] {
      #expect(try await read("a: b\n", path: path, configuration).dossier.entries(of: "document").isEmpty)
    }
  }

  // MARK: Presets

  private func preset(_ name: String, more: String = "", _ path: String, _ text: String) async throws -> Entry? {
    let reading = try await read(text, path: path, "organisation: o\nadopt:\n  - {preset: \(name)\(more)}\n")
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.headline))")
    return reading.dossier.entries.first { $0.isAdopted }
  }

  @Test func `a preset supplies the keys of a common layout`() async throws {
    let page = try await preset(
      "govuk-tech-docs", "source/team/on-call.html.md.erb",
      "---\ntitle: On call\nowner_slack: \"#night\"\nlast_reviewed_on: 2025-07-18\nreview_in: 3 months\n---\n")
    #expect(page?.id == "DOC-source-team-on-call")
    #expect(page?.head?.reviewCycle?.months == 3)
    let madr = try await preset("madr", "docs/decisions/0007-use-x.md", "---\nstatus: superseded by ADR-0009\n---\n# Use X\n")
    #expect(madr?.head?.status == .superseded)
    let older = try await preset("madr", "docs/adr/0007-use-x.md", "# Use X\n\n* Status: deprecated\n* Date: 2025-07-18\n")
    #expect(older?.head?.status == .retired)
    #expect(older?.extras.first?.content == .text("2025-07-18"))
    let tools = try await preset("adr-tools", "doc/adr/0001-a.md", "# 1. A\n\nDate: 2025-07-18\n\n## Status\n\nAccepted\n")
    #expect(tools?.head?.status == .accepted)
    let okf = try await preset("okf", "tables/orders.md", "---\ntype: Table\nstale_after: 2026-01-01T00:00:00Z\n---\n# Orders\n")
    #expect(okf?.head?.nextReview?.description == "2026-01-01")
  }

  @Test func `keys of an adoption take precedence over its preset`() async throws {
    let page = try await preset(
      "govuk-tech-docs",
      more: ", kind: policy, files: \"pages/*.md\", fields: {reviewed: seen, approvals.by: a, effective: f}", "pages/x.md",
      "---\nseen: 2025-07-18\nlast_reviewed_on: 2020-01-01\na: Board\nf: 2024-01-01\nreview_in: 1 year\n---\n")
    #expect(page?.kind.name == "policy")
    #expect(page?.head?.reviewed?.description == "2025-07-18")
    #expect(page?.head?.reviewCycle?.months == 12)
  }

  // MARK: The configuration

  @Test(arguments: [
    ("kind: documnt", "unknown-kind", "documnt"), ("kind: document\n    fields: {revewed: a}", "unknown-key", "revewed"),
    ("kind: document\n    fields: {approvals.bye: a}", "unknown-key", "approvals.bye"),
    ("kind: document\n    fields: {version: [a]}", "wrong-type", "[a]"),
    ("kind: document\n    defaults: {review_cycle: sometimes}", "bad-duration", "sometimes"),
    ("kind: document\n    defaults: {status: actve}", "unknown-word", "actve"),
    ("kind: document\n    roles: {Boss: R 1}", "bad-id", "R 1"), ("kind: document\n    nonsense: 1", "unknown-key", "nonsense"),
    ("kind: document\n    except: /x", "wrong-type", "/x"),
    ("kind: document\n    id: \"{stem\"", "wrong-type", "{stem"), ("kind: document\n    names: [stem]", "wrong-type", "stem"),
    ("kind: document\n    preset: mdar", "unknown-word", "mdar"),
    ("kind: document\n    values: {status: {done: finished}}", "unknown-word", "finished"),
    ("kind: document\n    values: {stats: {done: closed}}", "unknown-key", "stats"),
  ])
  func `a problem in an adoption is reported once with its span`(text: String, rule: String, underlined: String) async throws {
    let configuration = "organisation: o\nadopt:\n  - files: docs/*.md\n    \(text)\n"
    let reading = try await Reading([
      "dossier.yaml": configuration, "docs/a.md": "---\na: 2025-01-01\n---\n# A\n", "docs/b.md": "# B\n",
    ])
    #expect(reading.rules == [rule], "\(reading.diagnostics.map(\.headline))")
    let source = SourceFile(path: try #require(SourcePath("dossier.yaml")), bytes: Array(configuration.utf8))
    #expect(reading.diagnostics.first.map { source.text($0.primary.span) } == underlined)
  }

  @Test func `the first adoption that covers a file is used`() async throws {
    let configuration = """
      organisation: o
      adopt:
        - {files: docs/law/*.md, kind: decision}
        - {files: "docs/**/*.md", kind: document}
      """
    let reading = try await Reading(["dossier.yaml": configuration, "docs/law/a.md": "# A\n", "docs/b.md": "# B\n"])
    #expect(reading.dossier.entries.map(\.id) == ["DOC-docs-b", "DEC-docs-law-a"])
  }
}
