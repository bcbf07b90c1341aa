import DossierMarkup
import DossierRecords
import DossierTesting
import DossierText
import Testing

/// What kinds state in their declaration: those of the program and those of an organisation.
@Suite struct KindTraitsTests {
  /// The shape of a field by its path, with dots before parts of mappings.
  private func shape(_ path: String, of kind: RecordKind) -> ValueShape? {
    var fields = kind.fields
    var shape: ValueShape?
    for part in path.split(separator: ".") {
      shape = fields.first { $0.name == part }?.shape
      if case .mapping(let inner)? = shape { fields = inner } else { fields = [] }
    }
    return shape
  }

  @Test(arguments: RecordKind.all)
  func `the fields that traits name exist and have the expected shape`(kind: RecordKind) async throws {
    let traits = kind.traits
    if let date = traits.date {
      #expect([.date, .timestamp].contains(try #require(shape(date, of: kind))))
    } else {
      #expect(shape("date", of: kind) == nil, "a field `date` is the date of the kind")
    }
    if let ending = traits.endedBy {
      guard case .word(let words)? = shape(ending.field, of: kind) else { throw Unexpected(what: "`\(ending.field)`") }
      #expect(words.contains(ending.word))
    }
    if let signature = traits.signature {
      #expect(shape(signature.role, of: kind) == .record(["role"]))
      if let date = signature.date { #expect(shape(date, of: kind) == .date) }
    }
    if traits.reliesOnControls {
      let fields = kind.fields.flatMap { field -> [FieldShape] in
        if case .mapping(let inner) = field.shape { [field] + inner } else { [field] }
      }
      #expect(fields.contains { $0.name == "controls" && $0.shape == .list(.item) })
    }
    if traits.isControlledDocument { #expect(shape("implements", of: kind) == .list(.item)) }
  }

  private struct Unexpected: Error { let what: String }

  /// The traits as a table. A new kind adds its name here where it has the trait.
  @Test(arguments: [
    (
      KindTraits.Flag.observes,
      "decision evidence exception oversight-event incident concern change audit audit-finding nonconformity corrective-action"
        + " management-review"
    ),
    (.coversNothing, "interested-party context-issue risk exception concern audit audit-finding nonconformity"),
    (.needsEffectiveReferences, "policy document objective ai-system model disclosure risk control-implementation metric"),
    (.mustBeReferenced, "model dataset supplier metric"),
    (.needsIndependentApproval, "policy document model dataset impact-assessment"),
    (.followUp, "incident concern change audit-finding nonconformity corrective-action"),
    (.response, "decision incident change nonconformity corrective-action management-review"),
    (.audited, "policy document ai-system control-implementation"), (.controlledDocument, "policy document"),
    (.reliesOnControls, "ai-system risk impact-assessment"),
  ])
  func `the kinds with a property are known`(flag: KindTraits.Flag, kinds: String) {
    #expect(RecordKind.all.filter { $0.traits.flags.contains(flag) }.map(\.name).joined(separator: " ") == kinds)
  }

  @Test func `every kind has a description in sentences`() {
    for kind in RecordKind.all {
      for sentence in kind.traits.sentences { #expect(sentence.hasSuffix("."), "\(kind.name): \(sentence)") }
    }
    #expect(Incident.kind.traits.sentences.first == "An event, which happened on the day in `detected`.")
    #expect(Model.kind.traits.sentences.contains("`state: retired` ends it, whatever its status."))
  }

  // MARK: Declared kinds

  private static let fields = """
        - {name: happened, type: date, meaning: m}
          - {name: date, type: timestamp, meaning: m}
          - {name: days, type: list of date, meaning: m}
          - {name: state, type: word, words: [open, void], meaning: m}
          - {name: signer, type: record, kinds: [role], meaning: m}
          - {name: anyone, type: record, meaning: m}
          - {name: note, type: text, meaning: m}
    """

  private func configuration(_ traits: String) -> String {
    "organisation: o\nkinds:\n  - name: drone\n    prefix: DRN\n    meaning: m\n\(traits)    fields:\n  \(Self.fields)\n"
  }

  private func traits(_ lines: String...) async throws -> KindTraits {
    let reading = try await Reading(["dossier.yaml": configuration(lines.map { "    \($0)\n" }.joined())])
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.headline))")
    return try #require(reading.dossier.kinds.last).traits
  }

  @Test func `a declared kind can state every trait`() async throws {
    let all = KindTraits.Flag.allCases
    let traits = try await traits(
      "nature: document", "date: happened", "traits: [\(all.map(\.rawValue).joined(separator: ", "))]",
      "ended_by: {field: state, is: void}", "signed_by: {field: signer, date: happened}", "audience: internal", "reader: author")
    #expect(
      traits
        == KindTraits(
          .document, date: "happened", Set(all), endedBy: .init("state", "void"), signature: .init("signer", date: "happened"),
          audience: .internal, mainReader: .author))
  }

  @Test func `a declared kind without traits has a date if it has a field for it`() async throws {
    #expect(try await traits() == KindTraits(.event, date: "date", []))
    let reading = try await Reading([
      "dossier.yaml":
        "organisation: o\nkinds:\n  - {name: drone, prefix: DRN, meaning: m, fields: [{name: a, type: date, meaning: m}]}\n"
    ])
    #expect(reading.dossier.kinds.last?.traits == KindTraits(.document, date: nil, []))
  }

  @Test(arguments: [
    ("nature: evnt", "unknown-word", "evnt", "cannot be `evnt`"),
    ("date: hapened", "bad-declaration", "hapened", "`hapened` is not a field of drone"),
    ("date: note", "bad-declaration", "note", "`note` of drone is text, not a day"),
    ("date: days", "bad-declaration", "days", "`days` of drone is a list of a date (`YYYY-MM-DD`), not a day"),
    ("date: reviewed", "bad-declaration", "reviewed", "`reviewed` is not a field of drone"),
    ("traits: [observe]", "unknown-word", "observe", "cannot be `observe`"), ("traits: observes", "wrong-type", "observes", ""),
    ("ended_by: {field: state, is: viod}", "bad-declaration", "viod", "`viod` is not a word of the field `state`"),
    ("ended_by: {field: note, is: void}", "bad-declaration", "note", "`note` of drone is text, not one of several words"),
    ("ended_by: {field: state}", "missing-field", "field: state", ""), ("ended_by: void", "wrong-type", "void", ""),
    ("signed_by: {field: anyone}", "bad-declaration", "anyone", "is the id of a record, not the id of a role"),
    ("signed_by: {field: signer, date: note}", "bad-declaration", "note", "`note` of drone is text, not a day"),
    ("signed_by: {field: signr}", "bad-declaration", "signr", "`signr` is not a field of drone"),
    ("audience: publik", "unknown-word", "publik", ""), ("reader: auditors", "unknown-word", "auditors", ""),
  ])
  func `a trait that cannot be is reported at its place`(line: String, rule: String, underlined: String, headline: String)
    async throws
  {
    let text = configuration("    \(line)\n")
    let reading = try await Reading(["dossier.yaml": text])
    #expect(reading.rules == [rule], "\(reading.diagnostics.map(\.headline))")
    let diagnostic = try #require(reading.diagnostics.first)
    let source = SourceFile(path: try #require(SourcePath("dossier.yaml")), bytes: Array(text.utf8))
    #expect(source.text(diagnostic.primary.span) == underlined)
    #expect(headline.isEmpty || diagnostic.headline.contains(headline), "\(diagnostic.headline)")
    #expect(diagnostic.help?.isEmpty == false)
    #expect(reading.dossier.kinds.last?.name == "drone", "the kind itself is there")
  }

  @Test func `a field that cannot be read is no second mistake`() async throws {
    let text = """
      organisation: o
      kinds:
        - name: drone
          prefix: DRN
          meaning: m
          date: flown
          ended_by: {field: state, is: void}
          fields:
            - {name: flown, type: dat, meaning: m}
            - {name: state, type: wrd, meaning: m}
            - {name: a, type: text, meaning: m}

      """
    let reading = try await Reading(["dossier.yaml": text])
    #expect(reading.rules == ["unknown-word", "unknown-word"], "\(reading.diagnostics.map(\.headline))")
  }

  @Test func `the signature, the end and the audience of a record are read by its traits`() async throws {
    let reading = try await Reading([
      "a.yaml": """
      kind: drone
      records:
        - {id: DRN-001, title: a, signer: ROL-001, happened: 2026-01-02, state: void}
        - {id: DRN-002, title: b, state: open, audience: public}
      """,
      "b.yaml": """
      kind: risk
      records:
        - id: RSK-001
          title: a
          systems: [AIS-001]
          category: privacy
          inherent: {likelihood: 1, impact: 1}
          treatment: accept
          acceptance: {by: ROL-001, date: 2026-01-03, rationale: small}
      """,
      "dossier.yaml": configuration(
        "    ended_by: {field: state, is: void}\n    signed_by: {field: signer, date: happened}\n    audience: internal\n"),
    ])
    let (first, second) = (try #require(reading.dossier.entry("DRN-001")), try #require(reading.dossier.entry("DRN-002")))
    #expect(first.isEnded && !second.isEnded)
    #expect(first.signature?.role.id == "ROL-001" && first.signature?.date == CivilDate("2026-01-02"))
    #expect(second.signature == nil)
    #expect(first.values(of: "audience") == [.word("internal")])
    #expect(second.values(of: "audience") == [.word("public")])
    let risk = try #require(reading.dossier.entry("RSK-001"))
    #expect(risk.signature?.field == "acceptance.by" && risk.signature?.role.id == "ROL-001")
    #expect(risk.signature?.date == CivilDate("2026-01-03"))
  }
}
