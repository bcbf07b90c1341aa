import DossierAssessment
import DossierRecords
import DossierText

/// The page of issues to fix. Shows all diagnostics by severity and file, the suppressed diagnostics and the granted exceptions.
/// Also shows the rules whose level differs from the default level.
struct DiagnosticsPage: ViewModel {
  let frame: Frame
  let asOf: String
  let summary: [FigureSentence]
  let severities: [SeverityGroup]
  let suppressed: [SuppressedGroup]
  let exceptions: [ExceptionRow]
  let profile: String
  let levels: [LevelRow]

  static let view = View<DiagnosticsPage>(
    .scope("frame", \.frame), .text("as_of", \.asOf), .list("summary", \.summary), .list("severities", \.severities),
    .list("suppressed", \.suppressed),
    .list("exceptions", \.exceptions), .flag("has_exceptions", { !$0.exceptions.isEmpty }), .text("profile", \.profile),
    .list("levels", \.levels), .flag("has_levels", { !$0.levels.isEmpty }))

  /// All diagnostics of one severity.
  struct SeverityGroup: ViewModel {
    let name: String
    let title: FigureSentence
    let files: [FileGroup]
    let rest: String?
    static let view = View<SeverityGroup>(
      .text("name", \.name), .scope("title", \.title), .list("files", \.files), .flag("has_files", { !$0.files.isEmpty }),
      .optional("rest", \.rest))
  }

  /// The diagnostics of one file.
  struct FileGroup: ViewModel {
    let path: String
    let findings: [DiagnosticView]
    static let view = View<FileGroup>(.text("path", \.path), .list("findings", \.findings))
  }

  /// One exception to a rule.
  struct ExceptionRow: ViewModel {
    let link: HTML
    let rule: String
    let records: HTML
    let reason: String
    let approvedBy: HTML
    let until: HTML
    static let view = View<ExceptionRow>(
      .html("link", \.link), .text("rule", \.rule), .html("records", \.records), .text("reason", \.reason),
      .html("approved_by", \.approvedBy), .html("until", \.until))
  }

  /// A rule whose level differs from the default level.
  struct LevelRow: ViewModel {
    let rule: String
    let own: String
    let level: HTML
    let reason: HTML
    static let view = View<LevelRow>(
      .text("rule", \.rule), .text("own", \.own), .html("level", \.level), .html("reason", \.reason))
  }

  /// The maximum number of diagnostics of one severity on the page. `dossier check` lists all diagnostics.
  static let most = 1000

  init(_ site: Site, _ route: Route) {
    let linker = Linker(site: site, route: route)
    frame = Frame(linker, title: SiteWords.issues, section: .issues)
    asOf = Wording.long(site.asOf)
    summary =
      Severity.allCases.reversed().map { FigureSentence(linker, site.figures.counted(.diagnostics($0), $0.rawValue)) }
      + [FigureSentence(linker, IssueWords.suppressed)]
    var lines = SourceLines(site)
    var severities: [SeverityGroup] = []
    for severity in Severity.allCases.reversed() {
      severities.append(DiagnosticsPage.group(linker, severity, &lines))
    }
    self.severities = severities
    suppressed = SuppressedGroup.all(linker, &lines)
    profile = site.policyResult.profile
    levels = site.policyResult.changes.map { change in
      LevelRow(
        rule: change.rule.name, own: change.from.rawValue,
        level: HTML.build { out in
          if let to = change.to { out.text(to.rawValue) } else { out.element("span", "badge poor", IssueWords.off) }
        },
        reason: HTML.build { $0.withCode(change.reason) })
    }
    exceptions = site.dossier.positions(of: Exception.name).map { DiagnosticsPage.exception(linker, $0) }
  }

  private static func group(_ linker: Linker, _ severity: Severity, _ lines: inout SourceLines) -> SeverityGroup {
    let all = linker.site.findings.all
    let positions = all.indices.filter { all[$0].severity == severity }
    var files: [FileGroup] = []
    var path: SourcePath?
    var findings: [DiagnosticView] = []
    for i in positions.prefix(most) {
      if let path, path != all[i].primary.path {
        files.append(FileGroup(path: SourceLines.name(of: path), findings: findings))
        findings = []
      }
      path = all[i].primary.path
      findings.append(DiagnosticView(linker, i, lines: &lines, showsSubject: true))
    }
    if let path { files.append(FileGroup(path: SourceLines.name(of: path), findings: findings)) }
    return SeverityGroup(
      name: severity.rawValue,
      title: FigureSentence(linker, linker.site.figures.counted(.diagnostics(severity), severity.rawValue)), files: files,
      rest: positions.count > most ? IssueWords.others : nil)
  }

  private static func exception(_ linker: Linker, _ i: Int) -> ExceptionRow {
    let entry = linker.site.dossier.entries[i]
    let writer = FieldHTML(linker, i)
    func cell(_ name: String) -> HTML {
      entry.field(name).map { writer.cell($0.content) } ?? RecordFacts.missing(SiteWords.notStated)
    }
    let until = HTML.build { out in
      out += cell("until").bytes
      if linker.site.facts.exceptions.all.contains(where: { $0.position == i && $0.isExpired }) {
        out.put(" ")
        out.element("span", "badge poor", SiteWords.expired)
      }
    }
    return ExceptionRow(
      link: linker.entry(i), rule: entry.field("rule")?.content.plain ?? SiteWords.notStated, records: cell("records"),
      reason: entry.field("reason")?.content.plain ?? SiteWords.notStated, approvedBy: cell("approved_by"), until: until)
  }
}
