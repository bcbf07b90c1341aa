import DossierMarkup
import DossierRecords
import DossierText
import Testing

@Suite struct OSCALTests {
  private func source(_ text: String, _ name: String = "catalog.json") -> SourceFile {
    SourceFile(path: SourcePath(parts: [name]), bytes: Array(text.utf8))
  }

  private func catalog(_ body: String, metadata: String = "") -> String {
    """
    {"catalog": {"uuid": "74c8ba1e-5cd4-4ad1-bbfd-d888e2f6c724", "metadata": {"title": "House \\n rules", \(metadata)
      "last-modified": "2026-02-01T13:57:28Z", "version": "1.0", "oscal-version": "1.1.2"}, \(body)}}
    """
  }

  private func read(_ text: String) -> Diagnosed<Catalogue?> { OSCALReader.read(source(text), name: "house-rules") }

  private func items(_ body: String) throws -> [Catalogue.Item] {
    let read = read(catalog(body))
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics.map(\.headline))")
    return try #require(read.value).items
  }

  // MARK: Imported content

  @Test func `groups and controls keep their parents`() throws {
    let items = try items(
      """
      "groups": [{"id": "ac", "class": "family", "title": "Access", "groups": [{"id": "ac.x", "title": "Inner",
        "controls": [{"id": "ac-2", "class": "SP800-53", "title": "Accounts", "controls": [{"id": "ac-2.1", "title": "Automatic"}]}]}]}],
      "controls": [{"id": "z-1", "title": "Alone"}]
      """)
    #expect(items.map(\.id) == ["ac", "ac.x", "ac-2", "ac-2.1", "z-1"])
    #expect(items.map(\.parent) == [nil, "ac", "ac.x", "ac-2", nil])
    #expect(items.map(\.level) == ["family", "group", "control", "enhancement", "control"])
    #expect(items.map(\.kind) == [.group, .group, .control, .control, .control])
  }

  @Test func `parameters are inserted into titles`() throws {
    let items = try items(
      """
      "params": [{"id": "p", "label": "a time"}, {"id": "q", "values": ["7 days", "2 hours"]},
        {"id": "r", "select": {"choice": ["within {{ insert: param, p }}", "never"]}}],
      "controls": [{"id": "a", "title": "Kept {{ insert: param, p }}"}, {"id": "b", "title": "Kept {{insert: param,q}}, {{ not one }} {"},
        {"id": "c", "title": "Done {{ insert: param, r }}"}, {"id": "d", "title": "Told {{ insert: param, late }}"},
        {"id": "e", "title": "Late", "params": [{"id": "late", "label": "who"}]}]
      """)
    #expect(
      items.map(\.title) == [
        "Kept [a time]", "Kept 7 days, 2 hours, {{ not one }} {", "Done [within [a time] | never]", "Told [who]", "Late",
      ])
  }

  @Test func `a missing parameter is a warning`() throws {
    for parameter in [
      "{\"id\": \"q\", \"label\": \"x\"}", "{\"id\": \"p\"}", "{\"id\": \"p\", \"label\": \"{{ insert: param, p }}\"}",
    ] {
      let text = catalog(
        "\"params\": [\(parameter)], \"controls\": [{\"id\": \"a\", \"title\": \"Kept {{ insert: param, p }}\"}]")
      let read = read(text)
      #expect(read.diagnostics.map(\.rule) == [.oscalParameter])
      #expect(read.diagnostics.map(\.severity) == [.warning])
      #expect(read.value?.items.first?.title.contains("[p]") == true)
      #expect(source(text).text(read.diagnostics[0].primary.span).hasPrefix("\"Kept"))
    }
  }

  @Test func `parameters that double at every step are limited`() throws {
    let chain = (0..<60).map {
      "{\"id\": \"p\($0)\", \"label\": \"\(String(repeating: "{{ insert: param, p\($0 + 1) }}", count: 40))\"}"
    }
    let read = read(
      catalog(
        "\"params\": [\(chain.joined(separator: ","))], \"controls\": [{\"id\": \"a\", \"title\": \"{{ insert: param, p0 }}\"}]"))
    #expect(read.diagnostics.count <= 3)
  }

  /// The inserted text is empty, so a limit on its length does not stop the expansion.
  @Test(.timeLimit(.minutes(1))) func `many nested empty parameters are limited`() throws {
    let chain = (0..<8).map {
      "{\"id\": \"p\($0)\", \"values\": [\"\(String(repeating: "{{ insert: param, p\($0 + 1) }}", count: 60))\"]}"
    }
    let read = read(
      catalog(
        "\"params\": [\(chain.joined(separator: ",")), {\"id\": \"p8\", \"values\": [\"\"]}], \"controls\": [{\"id\": \"a\", \"title\": \"A {{ insert: param, p0 }}\"}]"
      ))
    #expect(read.diagnostics.allSatisfy { $0.rule == .oscalParameter } && !read.diagnostics.isEmpty)
    #expect(read.value?.items.count == 1)
  }

  @Test func `labels are found and ids have precedence`() throws {
    let items = try items(
      """
      "controls": [
        {"id": "ac-2", "title": "Accounts", "props": [{"name": "label", "class": "zero-padded", "value": "AC-02"},
          {"name": "label", "value": "AC-2"}, {"name": "label", "value": "x", "ns": "http://example.com"}, {"name": "sort-id", "value": "y"}],
          "controls": [{"id": "ac-2.1", "title": "Automatic", "props": [{"name": "label", "value": "AC-2(1)"}]}]},
        {"id": "other", "title": "Other", "props": [{"name": "label", "value": "AC-2"}, {"name": "label", "value": "AC-2.1"}]}]
      """)
    #expect(items.map(\.labels) == [["AC-2", "AC-02"], ["AC-2(1)"], []])
  }

  @Test func `withdrawn controls name their replacement`() throws {
    let items = try items(
      """
      "controls": [{"id": "a", "title": "A", "props": [{"name": "status", "value": "withdrawn"}],
          "links": [{"href": "#ac-2", "rel": "incorporated-into"}, {"href": "#au-6", "rel": "incorporated-into"}, {"href": "#b", "rel": "related"}]},
        {"id": "b", "title": "B", "props": [{"name": "status", "value": "Withdrawn"}]},
        {"id": "c", "title": "C", "props": [{"name": "status", "value": "active"}]}]
      """)
    #expect(items.map(\.withdrawn) == ["incorporated into ac-2, au-6", "withdrawn", nil])
  }

  @Test func `a group without an id receives one from its title`() throws {
    let items = try items(
      """
      "groups": [{"title": "Access Control", "controls": [{"id": "access-control-2", "title": "x"}]}, {"title": "Access control"}, {"title": "漢字"}]
      """)
    #expect(items.map(\.id) == ["access-control", "access-control-2", "access-control-3", "group"])
    #expect(items[1].parent == "access-control")
  }

  @Test(.timeLimit(.minutes(1))) func `many groups with one title receive different ids`() throws {
    let group = "{\"title\": \"Same\"}"
    let items = try items("\"groups\": [\(Array(repeating: group, count: 5000).joined(separator: ","))]")
    #expect(Set(items.map(\.id)).count == 5000)
    #expect(items.last?.id == "same-5000")
  }

  @Test func `the publisher is read from the metadata`() throws {
    let read = read(
      catalog(
        "\"controls\": [{\"id\": \"a\", \"title\": \"A\"}]",
        metadata: """
          "parties": [{"uuid": "1", "type": "organization", "name": "First"}, {"uuid": "2", "type": "organization", "name": "Second"}],
          "responsible-parties": [{"role-id": "creator", "party-uuids": ["2"]}], "links": [{"href": "p.xml", "rel": "source-profile"}],
          """))
    let catalogue = try #require(read.value)
    #expect(catalogue.title == "House rules")
    #expect(catalogue.publisher == "Second")
    #expect(catalogue.edition == "1.0, last modified 2026-02-01")
    #expect(catalogue.provenance.cautions.contains { $0.contains("p.xml") })
  }

  // MARK: Rejected files

  @Test(
    arguments: [
      ("{⟦\"profile\"⟧: {}}", "oscal-model", "this OSCAL profile is not resolved"),
      ("{⟦\"component-definition\"⟧: {}}", "oscal-model", "a component definition"),
      ("{⟦\"other\"⟧: {}}", "oscal-model", "first key is `other`"),
      ("⟦[⟧1]", "oscal-model", "it is an array"), ("⟦{}⟧", "oscal-model", "an empty object"),
      ("  ⟦<⟧catalog/>", "oscal-model", "this is XML"),
      ("{\"catalog\": ⟦3⟧}", "wrong-type", "`catalog` is a number"),
      ("{\"catalog\": ⟦{⟧\"uuid\": \"x\"}}", "missing-field", "no `metadata`"),
      ("⟦h⟧ello", "json-syntax", ""),
    ] as [(String, String, String)])
  func `other files are rejected with a span`(text: String, rule: String, headline: String) throws {
    try expect(text, rule, headline)
  }

  @Test(
    arguments: [
      ("⟦{⟧\"title\": \"A\"}", "missing-field", "a control has no `id`"),
      ("⟦{⟧\"id\": \"a\"}", "missing-field", "control a has no `title`"),
      ("{\"id\": \"a\", \"title\": ⟦\" \"⟧}", "empty-value", "`title` of control a is empty"),
      ("{\"id\": \"a\", \"title\": ⟦7⟧}", "wrong-type", "is a number, not a string"),
      ("{\"id\": ⟦\"a b\"⟧, \"title\": \"A\"}", "bad-id", "`a b` cannot be the id"),
      ("{\"id\": ⟦\"a:b\"⟧, \"title\": \"A\"}", "bad-id", ""),
      ("{\"id\": \"a\", \"title\": \"A\"}, {\"id\": ⟦\"A\"⟧, \"title\": \"B\"}", "duplicate-item", "is the id of two items"),
      ("{\"id\": \"a\", \"title\": \"A\", ⟦\"id\"⟧: \"b\"}", "duplicate-key", ""),
      ("⟦7⟧", "wrong-type", "an element of `controls`"),
      ("{\"id\": \"a\", \"title\": \"A\", \"controls\": ⟦{⟧}}", "wrong-type", "not an array"),
    ] as [(String, String, String)])
  func `invalid controls are rejected with a span`(control: String, rule: String, headline: String) throws {
    try expect(catalog("\"controls\": [\(control)]"), rule, headline)
  }

  @Test func `an empty catalogue and another version are rejected`() throws {
    #expect(read(catalog("\"groups\": []")).diagnostics.map(\.headline) == ["the catalogue has no groups and no controls"])
    let other = catalog("\"controls\": [{\"id\": \"a\", \"title\": \"A\"}]").replacing("1.1.2", with: "2.0.0")
    #expect(read(other).diagnostics.map(\.headline) == ["this is OSCAL 2.0.0; only version 1 is supported"])
    let yaml = OSCALReader.read(source("catalog:\n  uuid: x\n", "catalog.yaml"), name: "x")
    #expect(yaml.diagnostics.map(\.headline) == ["this is YAML; only OSCAL in JSON is supported"])
  }

  private func expect(_ marked: String, _ rule: String, _ headline: String) throws {
    let parts = marked.split(separator: "⟦", omittingEmptySubsequences: false)
    let rest = parts[1].split(separator: "⟧", omittingEmptySubsequences: false)
    let lower = parts[0].utf8.count
    let read = read(parts[0] + rest.joined())
    #expect(read.value == nil)
    let reported = try #require(read.diagnostics.first)
    #expect(read.diagnostics.count == 1, "\(read.diagnostics.map(\.headline))")
    #expect(reported.rule.name == rule && reported.headline.contains(headline), "\(reported.rule): \(reported.headline)")
    #expect(reported.primary.span == Span(lower, lower + rest[0].utf8.count), "\(reported.headline)")
  }

  // MARK: Written files

  @Test func `a written catalogue is read back unchanged`() throws {
    let text = catalog(
      #""controls": [{"id": "a", "title": "“A” \"b\" \\ : # {x} \u0007\u2028é\u202e\uffff", "props": [{"name": "label", "value": "*A, [1]"}]}]"#
    )
    let made = OSCALImport.text(of: source(text), name: "house-rules")
    #expect(made.diagnostics.isEmpty)
    let written = try #require(made.value)
    #expect(written.contains("title: \"“A” \\\"b\\\" \\\\ : # {x} é\""))
    #expect(written == OSCALImport.text(of: source(text), name: "house-rules").value)
  }

  @Test func `the file name stays inside the comment`() throws {
    let text = catalog("\"controls\": [{\"id\": \"a\", \"title\": \"A\"}]")
    let written = try #require(OSCALImport.text(of: source(text, "c\nx-more: 1\u{2028}y.json"), name: "x").value)
    #expect(written.hasPrefix("# Imported from c x-more: 1 y.json by"))
  }

  @Test(arguments: CatalogueLibrary.names)
  func `every catalogue is read back from its text`(name: String) throws {
    let catalogue = try #require(try CatalogueLibrary.load(name))
    let file = SourceFile(path: SourcePath(parts: ["x.yaml"]), bytes: Array(CatalogueText.text(of: catalogue).utf8))
    let parsed = DocumentParser.parse(file)
    let read = CatalogueDecoder.decode(parsed.value, kinds: RecordKind.all.map(\.name))
    #expect((parsed.diagnostics + read.diagnostics).isEmpty)
    let back = try #require(read.value)
    #expect(back.items == catalogue.items && back.provenance == catalogue.provenance)
    #expect(
      [back.title, back.publisher, back.edition, back.note] == [
        catalogue.title, catalogue.publisher, catalogue.edition, catalogue.note,
      ])
  }

  @Test func `an invalid result is not written`() {
    let long = String(repeating: "long ", count: 10_000)
    let made = OSCALImport.text(of: source(catalog("\"controls\": [{\"id\": \"a\", \"title\": \"\(long)\"}]")), name: "x")
    #expect(made.value == nil)
    #expect(made.diagnostics.first?.headline.hasPrefix("the imported catalogue would be invalid: this line has") == true)
  }

  @Test(
    arguments: [
      ("NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog-min.json", "nist-sp-800-53-rev5-low-baseline"),
      ("catalog.json", "catalog"),
      ("My Rules.JSON", "my-rules"), ("800-53.json", nil), ("漢.json", nil), ("a.b.json", "a-b"),
    ] as [(String, String?)])
  func `a catalogue name is made from a file name`(file: String, name: String?) {
    #expect(OSCALImport.name(of: file) == name)
  }
}

/// Labels of catalogues from any source.
@Suite struct ItemLabelTests {
  private func read(_ items: String) throws -> Diagnosed<Catalogue?> {
    let text = "kind: catalogue\nname: x\ntitle: X\npublisher: X\nedition: \"1\"\nitems:\n" + items
    let parsed = DocumentParser.parse(SourceFile(path: SourcePath(parts: ["x.yaml"]), bytes: Array(text.utf8)))
    return CatalogueDecoder.decode(parsed.value, kinds: [])
  }

  @Test func `labels and ids are found in any case`() throws {
    let catalogue = try #require(
      try read(
        "  - {id: ac-2, kind: control, title: A}\n  - {id: ac-2.1, kind: control, title: B, labels: [\"AC-2(1)\", \"AC-02(01)\"]}\n"
      ).value)
    for text in ["ac-2(1)", "AC-2 (1)", "AC-02(01)", "AC-2.1"] { #expect(catalogue.position(labelled: text) == 1, "\(text)") }
    #expect(catalogue.position(labelled: "AC-2") == 0)
    #expect(catalogue.position(labelled: "AC-3") == nil)
  }

  @Test func `an incomplete item is reported and left out`() throws {
    let read = try read("  - {id: a, kind: control}\n  - {id: b, kind: control, title: B}\n")
    #expect(read.diagnostics.map(\.headline) == ["item a of this catalogue has no `title`"])
    #expect(read.value?.items.map(\.id) == ["b"])
  }

  @Test func `a label of two items is reported`() throws {
    let read = try read(
      "  - {id: a, kind: control, title: A, labels: [X]}\n  - {id: b, kind: control, title: B, labels: [x, A]}\n")
    #expect(
      read.diagnostics.map(\.headline) == [
        "the label x is used for both a and b in catalogue x", "the label A is used for both a and b in catalogue x",
      ])
    #expect(read.value?.position(labelled: "x") == nil)
  }
}
