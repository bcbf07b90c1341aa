package import DossierText

/// The whole: every record, page and reference of a workspace, resolved. Complete when it exists, and never changed.
package struct Dossier: Sendable {
  package let configuration: Configuration
  /// Nil for a folder without `dossier.yaml`: then nothing is known of a management system, and none is judged as a whole.
  package let configurationEntry: ConfigurationEntry?
  package let frameworks: Frameworks
  package let kinds: [RecordKind]
  /// In the order of the kinds, then by id.
  package let entries: [Entry]
  package let pages: [PlainPage]
  /// Records whose id another record has already: no records of the dossier, not pointed at by id, always reported. A Markdown
  /// file of one is among the pages.
  package let duplicates: [Duplicate]
  package let attachments: [SourceTree.Attachment]
  /// SHA-256 of every file of the workspace, text or not.
  package let digests: [SourcePath: Digest]
  package let graph: ReferenceGraph
  /// What git says of the records.
  package let history: RecordHistory
  /// What git and its signatures say of the approvals.
  package let proofs: ApprovalProofs
  /// The bytes of the files of readings that metrics name.
  let tables: [SourcePath: [UInt8]]
  private let ranges: [String: Range<Int>]
  private let index: [String: Int]

  /// A record that claims an id a second time, and the one that has it.
  package struct Duplicate: Sendable {
    package let entry: Entry
    package let first: Int
  }

  init(
    configuration: ConfigurationEntry?, frameworks: Frameworks, kinds: [RecordKind], entries: [Entry], pages: [PlainPage],
    duplicates: [Duplicate], attachments: [SourceTree.Attachment], digests: [SourcePath: Digest], graph: ReferenceGraph,
    history: RecordHistory, proofs: ApprovalProofs
  ) {
    self.configuration = configuration?.configuration ?? .none
    configurationEntry = configuration
    self.frameworks = frameworks
    self.kinds = kinds
    self.entries = entries
    self.pages = pages
    self.duplicates = duplicates
    self.attachments = attachments
    self.digests = digests
    self.graph = graph
    self.history = history
    self.proofs = proofs
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

  /// Positions of the records of a kind.
  package func positions(of kind: String) -> Range<Int> { ranges[kind] ?? 0..<0 }

  package func entries(of kind: String) -> ArraySlice<Entry> { entries[positions(of: kind)] }

  package func position(of id: String) -> Int? { index[RecordID.key(id)] }

  package func entry(_ id: String) -> Entry? { position(of: id).map { entries[$0] } }

  /// The records of a kind that could be read whole, with their types.
  package func all<R: Record>(_ type: R.Type) -> [(position: Int, entry: Entry, record: R)] {
    positions(of: R.name).compactMap { i in
      (entries[i].record as? R).map { (i, entries[i], $0) }
    }
  }

  package var catalogues: [Catalogue] { frameworks.catalogues }

  package func catalogue(_ name: String) -> Catalogue? { catalogues.first { $0.name == name } }
}
