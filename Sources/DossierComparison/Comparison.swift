import DossierRecords
package import DossierText

/// What changed between two versions, by record and field. A version compared with itself is empty.
package struct Comparison: Sendable {
  package let oldName: String
  package let newName: String
  package let asOf: CivilDate
  package let statement: [StatementChange]
  package let risks: [RiskChange]
  package let stale: [StaleApproval]
  package let unbound: [UnboundApproval]
  package let diagnostics: DiagnosticChange
  /// In the order of the kinds and ids; those that went come last.
  package let records: [RecordChange]
  package let pages: [RecordChange]
  /// Fields of `dossier.yaml`.
  package let configuration: [FieldChange]
  package let files: [FileChange]
  /// Ids of records, and paths of pages, that are in both versions and not the same, although nothing of it is shown: the line breaks
  /// of a text, its emphasis.
  package let unshown: [String]
  /// What could not be compared: sentences.
  package let remarks: [String]
  /// Files of either version whose text must not be quoted to everybody.
  package let withheld: Set<SourcePath>
  /// Titles of records by id, for readers who do not know the ids.
  let titles: [String: String]

  package init(_ old: Version, _ new: Version, asOf: CivilDate, remarks: [String] = []) {
    (oldName, newName, self.asOf, self.remarks) = (old.name, new.name, asOf, remarks)
    records = RecordComparison.records(old, new)
    pages = RecordComparison.pages(old, new)
    statement = StatementChange.all(old.facts, new.facts)
    risks = RiskChange.all(old.dossier, new.dossier, records)
    stale = StaleApproval.all(old.dossier, new.facts, records)
    unbound = UnboundApproval.all(old.dossier, new.dossier)
    diagnostics = DiagnosticChange(old, new)
    configuration = RecordComparison.configuration(old.dossier, new.dossier)
    files = RecordComparison.files(old.dossier, new.dossier)
    unshown = RecordComparison.unshown(old.dossier, new.dossier, records + pages)
    withheld = old.dossier.frameworks.withheld.union(new.dossier.frameworks.withheld)
    var titles: [String: String] = [:]
    for entry in old.dossier.entries + new.dossier.entries { titles[RecordID.key(entry.id)] = entry.title }
    self.titles = titles
  }

  /// Records that a reader of the older version has not read as they are now, in the order of the kinds and ids.
  package var toRead: [RecordChange] {
    records.filter { $0.presence == .added || $0.presence == .readableAgain || $0.presence == .renamed || !$0.fields.isEmpty }
  }

  package var isEmpty: Bool {
    statement.isEmpty && risks.isEmpty && stale.isEmpty && unbound.isEmpty && diagnostics.isEmpty && records.isEmpty
      && pages.isEmpty && configuration.isEmpty && files.isEmpty && unshown.isEmpty
  }
}
