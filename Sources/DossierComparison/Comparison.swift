import DossierRecords
package import DossierText

/// The differences between two versions, by record and field. Empty if a version is compared with itself.
package struct Comparison: Sendable {
  package let oldName: String
  package let newName: String
  package let asOf: CivilDate
  package let statement: [StatementChange]
  package let risks: [RiskChange]
  package let stale: [StaleApproval]
  package let unbound: [UnboundApproval]
  package let diagnostics: DiagnosticChange
  /// The changed records, sorted by kind and id. Removed records come last.
  package let records: [RecordChange]
  package let pages: [RecordChange]
  /// The changed fields of `dossier.yaml`.
  package let configuration: [FieldChange]
  package let files: [FileChange]
  /// Ids of records and paths of pages with a change that the comparison does not show, such as a change of line breaks or
  /// emphasis. Both versions contain the record or page.
  package let unshown: [String]
  /// Sentences about what could not be compared.
  package let remarks: [String]
  /// Files of the older or the newer version that must not be published, because they may contain licensed text.
  package let withheld: Set<SourcePath>
  /// Titles of records by id, for readers who do not know the ids.
  let titles: [String: String]

  package init(_ old: Version, _ new: Version, asOf: CivilDate, remarks: [String] = []) {
    (oldName, newName, self.asOf, self.remarks) = (old.name, new.name, asOf, remarks)
    records = RecordComparison.records(old, new)
    pages = RecordComparison.pages(old, new)
    statement = StatementChange.all(old.facts, new.facts)
    risks = RiskChange.all(old.facts, new.facts, records)
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

  /// The records that a reader of the older version must read again, sorted by kind and id. The newer version added them, renamed
  /// them, made them readable, or changed one of their fields.
  package var toRead: [RecordChange] {
    records.filter { $0.presence == .added || $0.presence == .readableAgain || $0.presence == .renamed || !$0.fields.isEmpty }
  }

  package var isEmpty: Bool {
    statement.isEmpty && risks.isEmpty && stale.isEmpty && unbound.isEmpty && diagnostics.isEmpty && records.isEmpty
      && pages.isEmpty && configuration.isEmpty && files.isEmpty && unshown.isEmpty
  }
}
