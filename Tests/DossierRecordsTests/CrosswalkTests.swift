import DossierMarkup
import DossierRecords
import DossierText
import Testing

@Suite struct CrosswalkTests {
  @Test(arguments: CatalogueLibrary.crosswalkNames)
  func `every row connects two existing items`(name: String) throws {
    let crosswalk = try #require(try CatalogueLibrary.crosswalk(name))
    #expect(crosswalk.name == name)
    let source = try #require(try CatalogueLibrary.load(crosswalk.source.text))
    let target = try #require(try CatalogueLibrary.load(crosswalk.target.text))
    for row in crosswalk.rows {
      #expect(source.item(row.from.text) != nil, "\(row.from.text)")
      #expect(target.item(row.to.text) != nil, "\(row.to.text)")
      #expect(!row.claims.isEmpty, "\(row.from.text) to \(row.to.text)")
    }
    let frameworks = Frameworks(catalogues: [source, target], crosswalks: [crosswalk])
    #expect(frameworks.mappings.rows.count == crosswalk.rows.count)
    let used = Set(crosswalk.rows.flatMap(\.claims))
    #expect(used.count == crosswalk.claims.count, "a claim that no row uses")
  }

  @Test func `a row is found from both ends`() throws {
    let frameworks = try self.frameworks(["eu-ai-act", "nist-ai-rmf"])
    let iso = try position("A.6.2.8", in: 0, frameworks)
    let act = try position("Art. 12", in: 1, frameworks)
    #expect(frameworks.mappings.sides(of: iso).contains { $0.other == act })
    #expect(frameworks.mappings.sides(of: act).contains { $0.other == iso })
    #expect(frameworks.mappings.join(0, 1))
    #expect(!frameworks.mappings.join(1, 2))
  }

  /// The AI Act and the NIST framework are connected only through ISO/IEC 42001.
  @Test func `a mapping through a third framework is derived`() throws {
    let frameworks = try self.frameworks(["eu-ai-act", "nist-ai-rmf"])
    let act = try position("Art. 12", in: 1, frameworks)
    let derived = frameworks.mappings.derived(from: act, in: 2)
    #expect(!derived.isEmpty)
    for found in derived {
      #expect(!found.through.isEmpty)
      for middle in found.through {
        #expect(frameworks.mappings.sides(of: middle).contains { $0.other == act })
        #expect(frameworks.mappings.sides(of: middle).contains { $0.other == found.other })
      }
    }
    #expect(frameworks.mappings.derived(from: act, in: 0).isEmpty, "ISO/IEC 42001 is mapped directly")
  }

  @Test func `relations are reversed`() {
    for relation in Crosswalk.Relation.allCases { #expect(relation.reversed.reversed == relation) }
    #expect(Crosswalk.Relation.subset.reversed == .superset)
  }

  // MARK: A workspace's own

  private let own = """
    kind: crosswalk
    name: iso42001--house-rules
    title: ISO/IEC 42001 and the house rules
    source: iso42001
    target: house-rules
    counts: {rows: 2, source_ids: 2, target_ids: 1}
    claims:
      legal: {strength: our analysis, by: the legal department}
    rows:
      - {from: A.9.2, to: H.1, relation: intersects, claims: [legal]}
      - {from: A.9.3, to: H.1, relation: subset, claims: [legal], note: only for credit}
    """

  private func read(_ text: String) throws -> Diagnosed<Crosswalk?> {
    let path = try #require(SourcePath("catalogues/own.yaml"))
    let parsed = DocumentParser.parse(SourceFile(path: path, bytes: Array(text.utf8)))
    let read = CrosswalkDecoder.decode(parsed.value)
    return Diagnosed(read.value, parsed.diagnostics + read.diagnostics)
  }

  @Test func `a valid file is read`() throws {
    let crosswalk = try read(own)
    #expect(crosswalk.diagnostics.isEmpty)
    #expect(crosswalk.value?.rows.count == 2)
    #expect(crosswalk.value?.rows.last?.relation == .subset)
  }

  @Test(
    arguments: [
      ("claims: [legal], note", "claims: [legel], note", "unknown-word"), ("rows: 2", "rows: 3", "catalogue-count"),
      ("target_ids: 1", "target_ids: 2", "catalogue-count"), ("from: A.9.3", "from: A.9.2", "duplicate-item"),
      ("relation: subset", "relation: part of", "unknown-word"), ("strength: our analysis", "strength: certain", "unknown-word"),
      ("target: house-rules", "targets: house-rules", "missing-field"), (", claims: [legal]}", "}", "missing-field"),
    ])
  func `an invalid file is reported`(old: String, new: String, rule: String) throws {
    #expect(own.contains(old))
    let reported = try read(own.replacing(old, with: new, maxReplacements: 1)).diagnostics
    #expect(reported.contains { $0.rule.name == rule }, "\(reported.map(\.headline))")
  }

  @Test(arguments: ["", ", claims: []"])
  func `a row without claims is reported and left out`(claims: String) throws {
    let crosswalk = try read(own.replacing(", claims: [legal], note", with: "\(claims), note"))
    let expected =
      claims.isEmpty
      ? "the row from A.9.3 to H.1 of this crosswalk has no `claims`"
      : "`claims` of the row from A.9.3 to H.1 of this crosswalk is empty"
    #expect(crosswalk.diagnostics.map(\.headline) == [expected])
    #expect(crosswalk.value?.rows.map(\.from.text) == ["A.9.2"])
  }

  private func frameworks(_ names: [String]) throws -> Frameworks {
    let names = [CatalogueLibrary.defaultName] + names
    return Frameworks(
      catalogues: try names.compactMap { try CatalogueLibrary.load($0) },
      crosswalks: try CatalogueLibrary.crosswalks(among: names))
  }

  private func position(_ id: String, in catalogue: Int, _ frameworks: Frameworks) throws -> ItemPosition {
    ItemPosition(catalogue: catalogue, item: try #require(frameworks.catalogues[catalogue].position(of: id)))
  }
}
