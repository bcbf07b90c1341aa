import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

/// All data for the pages of a site. The data is complete before the first page is rendered.
final class Site: Sendable {
  /// The facts on the as-of date.
  let facts: Assessment
  let sources: SourceTree
  let tool: ToolVersion
  let routes: RouteTable
  let findings: Findings
  /// The diagnostics after levels, exceptions and the baseline were applied.
  let policyResult: PolicyResult
  let edition: Edition
  let readiness: Readiness?
  /// Every number of the site that counts records, items or diagnostics.
  let figures: Figures
  let release: SiteRelease?
  /// The earlier releases, newest first.
  let releases: [EarlierRelease]
  /// The digests of the records in the current files, by id. A page compares the digest with the last committed revision, to
  /// show that the record has uncommitted changes. Empty if the history was not read.
  let committed: [String: Digest]
  /// The rules that support a clause or control of the default catalogue, by the id of the item.
  let rulesByClause: [String: Set<RuleID>]
  let attachments: [SourcePath: SourceTree.Attachment]
  let kindPositions: [String: Int]
  /// For each control of the default catalogue, the index of its row in `statement.rows`. The key is the position of the control
  /// in the catalogue.
  let statementRows: [Int: Int]

  init(
    _ facts: Assessment, policyResult: PolicyResult, sources: SourceTree, tool: ToolVersion, routes: RouteTable,
    options: SiteOptions
  ) {
    let dossier = facts.dossier
    self.facts = facts
    self.sources = sources
    self.tool = tool
    self.routes = routes
    self.policyResult = policyResult
    findings = Findings(policyResult.diagnostics + routes.diagnostics, policyResult.suppressed, dossier)
    edition = options.edition
    readiness = options.readiness
    figures = facts.figures.adding(SiteFigures.all(findings, options.readiness, dossier))
    release = options.release
    releases = options.releases
    committed = dossier.history.extent == .unread ? [:] : HistorySection.digests(dossier)
    var rulesByClause: [String: Set<RuleID>] = [:]
    for rule in options.rules {
      for clause in rule.clauses { rulesByClause[clause, default: []].insert(rule.id) }
    }
    self.rulesByClause = rulesByClause
    attachments = Dictionary(dossier.attachments.map { ($0.path, $0) }) { first, _ in first }
    kindPositions = Dictionary(dossier.kinds.enumerated().map { ($1.name, $0) }) { first, _ in first }
    statementRows = Dictionary(facts.statement.rows.enumerated().map { ($1.item, $0) }) { first, _ in first }
  }

  var dossier: Dossier { facts.dossier }

  /// The as-of date, for display only. Everything that depends on the as-of date is computed in `facts`.
  var asOf: CivilDate { facts.asOf.date }

  var statement: StatementOfApplicability { facts.statement }

  var coverage: Coverage { facts.coverage }

  /// Whether the folder has only Markdown pages, and neither records nor `dossier.yaml`. The site of such a folder shows its
  /// pages first.
  var isPagesOnly: Bool {
    dossier.entries.isEmpty && !dossier.pages.isEmpty
      && !sources.files.contains { $0.path.description == Configuration.fileName }
  }

  var organisation: String { dossier.configuration.organisation }
  /// The title of the site. A folder without records is called "Documents" unless `dossier.yaml` has a title.
  var title: String { dossier.configuration.title ?? (dossier.entries.isEmpty ? Titles.documents : Titles.system) }

  /// The files whose text this edition of the site must not show, because the text is licensed.
  var withheld: Set<SourcePath> {
    edition.showsLicensedText ? [] : dossier.frameworks.withheld
  }

  func kindPosition(_ name: String) -> Int? { kindPositions[name] }

  /// The row of the statement for an item. Nil if the item is not a control of the default catalogue.
  func row(catalogue: Int, item: Int) -> StatementOfApplicability.Row? {
    guard let row = statementRows[item], statement.rows[row].catalogue == catalogue else { return nil }
    return statement.rows[row]
  }
}
