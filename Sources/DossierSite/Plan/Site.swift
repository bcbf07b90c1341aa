import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

/// Everything a page may ask about while it is made. Complete before the first page is.
final class Site: Sendable {
  /// What is true on the as-of date.
  let facts: Assessment
  let sources: SourceTree
  let tool: ToolVersion
  let routes: RouteTable
  let findings: Findings
  /// Which levels were in force.
  let judged: Judged
  let edition: Edition
  let readiness: Readiness?
  /// Every number of the site that counts records, items or diagnostics.
  let figures: Figures
  let release: SiteRelease?
  /// The releases before, the newest first.
  let releases: [EarlierRelease]
  /// Digests of records as they stand in their files, where there is a history to compare them with.
  let committed: [String: Digest]
  /// Rules that serve a clause or control of the default catalogue, by its id.
  let rulesByClause: [String: Set<RuleID>]
  let attachments: [SourcePath: SourceTree.Attachment]
  let kindPositions: [String: Int]
  /// Rows of the statement, by the item's position in the default catalogue.
  let statementRows: [Int: Int]

  init(
    _ facts: Assessment, judged: Judged, sources: SourceTree, tool: ToolVersion, routes: RouteTable, options: SiteOptions
  ) {
    let dossier = facts.dossier
    self.facts = facts
    self.sources = sources
    self.tool = tool
    self.routes = routes
    self.judged = judged
    findings = Findings(judged.diagnostics + routes.diagnostics, judged.suppressed, dossier)
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

  /// The as-of date, for display. `facts` decides everything that depends on it.
  var asOf: CivilDate { facts.asOf.date }

  var statement: StatementOfApplicability { facts.statement }

  var coverage: Coverage { facts.coverage }

  /// A folder of Markdown that has nothing of a management system yet: its pages come first, and the rest stays in the background.
  var isPagesOnly: Bool {
    dossier.entries.isEmpty && !dossier.pages.isEmpty
      && !sources.files.contains { $0.path.description == Configuration.fileName }
  }

  var organisation: String { dossier.configuration.organisation }
  /// A folder of pages without a single record is not called a management system unless it says so itself.
  var title: String { dossier.configuration.title ?? (dossier.entries.isEmpty ? "Documents" : "AI management system") }

  /// Files whose text must not be quoted in this edition.
  var withheld: Set<SourcePath> {
    edition.showsLicensedText ? [] : dossier.frameworks.withheld
  }

  func kindPosition(_ name: String) -> Int? { kindPositions[name] }

  /// The row of the statement for an item; nil for what is no control of the default catalogue.
  func row(catalogue: Int, item: Int) -> StatementOfApplicability.Row? {
    guard let row = statementRows[item], statement.rows[row].catalogue == catalogue else { return nil }
    return statement.rows[row]
  }
}
