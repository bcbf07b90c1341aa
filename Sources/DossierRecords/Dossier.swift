package import DossierText

/// All records, pages and resolved references of a workspace. A dossier never changes after it is made.
///
/// This type is a class only because copying a reference is cheap. It is immutable, and no code depends on its identity.
package final class Dossier: Sendable {
  package let configuration: Configuration
  /// The configuration with its spans. Nil if the folder has no `dossier.yaml`. In this case, the rules about the whole
  /// management system are not applied.
  package let configurationEntry: ConfigurationEntry?
  package let frameworks: Frameworks
  package let kinds: [RecordKind]
  /// Ordered by kind, then by id.
  package let entries: [Entry]
  package let pages: [PlainPage]
  /// Records whose id is already used by another record.
  ///
  /// A duplicate is always reported. A duplicate is not in `entries`, so a reference by id never leads to a duplicate. A
  /// duplicate in a Markdown file is also in `pages`.
  package let duplicates: [Duplicate]
  /// Ids of records that have no entry because they could not be read at all. For example, the YAML of their file is invalid.
  package let unreadIDs: [String]
  package let attachments: [SourceTree.Attachment]
  /// The SHA-256 digests of all files in the workspace.
  package let digests: [SourcePath: Digest]
  package let graph: ReferenceGraph
  /// The history of the records in git.
  package let history: RecordHistory
  /// The evidence for approvals in git: commits and their signatures.
  package let proofs: ApprovalProofs
  /// For each adoption with covered files, by its position in the configuration: its keys that exist in the files.
  package let adoptionKeys: [Int: AdoptionKeys]
  /// The bytes of the files with readings of metrics.
  let tables: [SourcePath: [UInt8]]
  private let ranges: [String: Range<Int>]
  private let index: [String: Int]

  /// A record whose id is already used. `first` is the position in `entries` of the record that uses the id.
  package struct Duplicate: Sendable {
    package let entry: Entry
    package let first: Int
  }

  init(
    configuration: ConfigurationEntry?, frameworks: Frameworks, kinds: [RecordKind], entries: [Entry], pages: [PlainPage],
    duplicates: [Duplicate], unreadIDs: [String], attachments: [SourceTree.Attachment], digests: [SourcePath: Digest],
    graph: ReferenceGraph,
    history: RecordHistory, proofs: ApprovalProofs, adoptionKeys: [Int: AdoptionKeys]
  ) {
    self.configuration = configuration?.configuration ?? .none
    configurationEntry = configuration
    self.frameworks = frameworks
    self.kinds = kinds
    self.entries = entries
    self.pages = pages
    self.duplicates = duplicates
    self.unreadIDs = unreadIDs
    self.attachments = attachments
    self.digests = digests
    self.graph = graph
    self.history = history
    self.proofs = proofs
    self.adoptionKeys = adoptionKeys
    tables = Dictionary(attachments.compactMap { file in file.bytes.map { (file.path, $0) } }) { first, _ in first }
    var ranges: [String: Range<Int>] = [:]
    var index: [String: Int] = [:]
    for (i, entry) in entries.enumerated() {
      ranges[entry.kind.name] = (ranges[entry.kind.name]?.lowerBound ?? i)..<(i + 1)
      index[RecordID.key(entry.id)] = i
    }
    self.ranges = ranges
    self.index = index
  }

  /// The positions of the records of a kind.
  package func positions(of kind: String) -> Range<Int> { ranges[kind] ?? 0..<0 }

  package func entries(of kind: String) -> ArraySlice<Entry> { entries[positions(of: kind)] }

  package func position(of id: String) -> Int? { index[RecordID.key(id)] }

  package func entry(_ id: String) -> Entry? { position(of: id).map { entries[$0] } }

  /// The records of a kind that were decoded completely, each with its position in `entries`, its entry and its typed content.
  package func all<R: Record>(_ type: R.Type) -> [(position: Int, entry: Entry, record: R)] {
    positions(of: R.name).compactMap { i in
      (entries[i].record as? R).map { (i, entries[i], $0) }
    }
  }

  package var catalogues: [Catalogue] { frameworks.catalogues }

  package func catalogue(_ name: String) -> Catalogue? { catalogues.first { $0.name == name } }
}
