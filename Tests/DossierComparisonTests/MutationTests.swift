import DossierAnalysis
import DossierRecords
import DossierTesting
import DossierText
import Testing

@testable import DossierComparison

extension RecordKind: CustomTestStringConvertible {
  package var testDescription: String { name }
}

/// For every kind, changing one value gives exactly one change of that field, with the old and the new value.
struct MutationTests {
  private static let own = """
    organisation: Example
    kinds:
      - name: drone
        prefix: DRN
        singular: Drone
        meaning: a flying camera
        section: systems
        fields:
          - {name: range, type: number, meaning: how far}
          - {name: pilot, type: record, kinds: [role], meaning: who flies}
          - {name: places, type: list of text, meaning: where}
          - {name: licensed, type: boolean, meaning: whether}
    """

  private static func kinds() async throws -> [RecordKind] {
    let file = SourceFile(path: SourcePath(parts: ["dossier.yaml"]), bytes: Array(own.utf8))
    let analysis = try await analyse(
      SourceTree(files: [file], attachments: []), catalogues: ["iso42001"],
      asOf: try #require(CivilDate("2026-10-31")))
    return analysis.dossier.kinds.filter { $0.name == "drone" }
  }

  private struct Sample {
    let head: SampleRecord
    let own: SampleRecord
    let kind: RecordKind

    init(_ kind: RecordKind, head changedHead: Int? = nil, own changedOwn: Int? = nil) {
      let common = RecordHead.schema.fields.filter { !["kind", "id"].contains($0.name) }
      self.kind = kind
      head = SampleRecord(common, round: 0, changing: changedHead)
      own = SampleRecord(kind.fields, round: 0, changing: changedOwn)
    }

    var files: [String: String] {
      [
        "a.md": "---\nkind: \(kind.name)\nid: \(kind.prefix)-7\n\(head.yaml)\(own.yaml)---\n\ntext\n",
        "dossier.yaml": MutationTests.own,
      ]
    }
  }

  @Test(arguments: RecordKind.all)
  func `one value, one change`(kind: RecordKind) async throws { try await expectOneChangeEach(kind) }

  @Test func `one value, one change, in a kind of the organisation's own`() async throws {
    let kind = try #require(try await Self.kinds().first)
    #expect(kind.fields.count == 4)
    try await expectOneChangeEach(kind)
  }

  private func expectOneChangeEach(_ kind: RecordKind) async throws {
    let plain = Sample(kind)
    let old = try await ComparisonTests.version(plain.files)
    for (isOwn, leaves) in [(false, plain.head.leaves), (true, plain.own.leaves)] {
      for leaf in leaves {
        let changed = isOwn ? Sample(kind, own: leaf.number) : Sample(kind, head: leaf.number)
        // A field with a single allowed word cannot change.
        guard changed.files != plain.files else { continue }
        let new = try await ComparisonTests.version(changed.files)
        let comparison = Comparison(old, new, asOf: try #require(CivilDate("2026-10-31")))
        let name = leaf.path.joined(separator: ".")
        #expect(comparison.records.count == 1, "\(name)")
        let fields = comparison.records.first?.fields ?? []
        let field = try #require(fields.first, "\(name)")
        #expect(fields.count == 1 && field.root == leaf.path.first, "\(name): \(fields.map(\.field))")
        // Names in brackets identify the entries of a list.
        let bare = field.field.replacing(/\[[^\]]*\]/, with: "")
        #expect(bare == name, "\(field.field)")
        let (before, after) = (content(plain, isOwn, leaf), content(changed, isOwn, leaf))
        expect(field, before, after, name)
      }
    }
  }

  /// All values under the root of a leaf.
  private func content(_ sample: Sample, _ isOwn: Bool, _ leaf: (number: Int, path: [String])) -> [String] {
    let contents = isOwn ? sample.own.contents : sample.head.contents
    return contents.first { $0.name == leaf.path[0] }.map { leaves(of: $0.content) } ?? []
  }

  private func leaves(of content: FieldContent) -> [String] {
    switch content {
    case .list(let items): items.flatMap(leaves)
    case .mapping(let members): members.flatMap { leaves(of: $0.content) }
    default: [content.placeless]
    }
  }

  /// The change contains exactly the values that differ.
  private func expect(_ field: FieldChange, _ before: [String], _ after: [String], _ name: String) {
    let (lost, gained) = (zip(before, after).filter { $0 != $1 }.map(\.0), zip(before, after).filter { $0 != $1 }.map(\.1))
    #expect(lost.count == 1 && gained.count == 1, "\(name)")
    switch field.change {
    case .value(let old, let new):
      #expect(old.map(\.placeless).map { [$0] } == lost, "\(name)")
      #expect(new.map(\.placeless).map { [$0] } == gained, "\(name)")
    case .items(let added, let removed):
      #expect(removed.flatMap(leaves) == lost && added.flatMap(leaves) == gained, "\(name): \(added) \(removed)")
    case .text(let redline):
      let pieces = redline.lines.flatMap(\.pieces)
      #expect(pieces.contains { if case .removed = $0 { true } else { false } }, "\(name)")
      #expect(pieces.contains { if case .added = $0 { true } else { false } }, "\(name)")
    case .order, .unread: Issue.record("\(name): \(field.change)")
    }
  }
}
