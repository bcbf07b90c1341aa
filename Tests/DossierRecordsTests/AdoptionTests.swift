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
  ])
  func `dates in other formats are read`(text: String, day: String) {
    #expect(ForeignDate.day(text)?.description == day)
  }

  @Test(arguments: [
    "", "07/08/2025", "18.07.25", "2025", "30 February 2025", "Juli 18, 2025", "07.08.2025", "2025-07-18x", "1.2.3.2025",
  ])
  func `ambiguous dates are not read`(text: String) {
    #expect(ForeignDate.day(text) == nil)
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
