import DossierAssessment
import DossierMarkup
import DossierRecords
import DossierText

/// The model card of one model, in the usual order of model cards. Missing values are shown as SiteWords.notStated.
struct ModelCardPage: ViewModel {
  let frame: Frame
  let id: String
  let title: String
  let record: Href
  let asOf: String
  let alarms: [String]
  let notices: [String]
  /// The Markdown text of the record. In this text, the owner describes the model, its limits and its results.
  let text: HTML?
  let details: [Labelled]
  let systems: [HTML]
  let intendedUse: [String]
  let outOfScope: [String]
  let fairness: [Result]
  let metrics: [Result]
  let verdict: String
  let training: [Labelled]
  let trainingData: [HTML]
  let evaluationData: [HTML]
  let robustness: [String]
  let explainability: String?
  let limitations: [String]
  let security: [Test]
  let license: String?

  static let view = View<ModelCardPage>(
    .scope("frame", \.frame), .text("id", \.id), .text("title", \.title), .link("record", \.record), .text("as_of", \.asOf),
    .texts("alarms", \.alarms), .texts("notices", \.notices), .scope("text", { $0.text.map(DiagnosticView.Wrapped.init) }),
    .list("details", \.details),
    .list("systems", { $0.systems.map(DiagnosticView.Wrapped.init) }),
    .texts("intended_use", \.intendedUse), .texts("out_of_scope", \.outOfScope),
    .list("fairness", \.fairness), .flag("has_fairness", { !$0.fairness.isEmpty }),
    .list("metrics", \.metrics), .flag("has_metrics", { !$0.metrics.isEmpty }), .text("verdict", \.verdict),
    .list("training", \.training),
    .list("training_data", { $0.trainingData.map(DiagnosticView.Wrapped.init) }),
    .list("evaluation_data", { $0.evaluationData.map(DiagnosticView.Wrapped.init) }),
    .texts("robustness", \.robustness), .optional("explainability", \.explainability),
    .texts("limitations", \.limitations), .list("security", \.security), .flag("has_security", { !$0.security.isEmpty }),
    .optional("license", \.license))

  /// One measured value and its threshold.
  struct Result: ViewModel {
    let name: String
    let part: String?
    let value: String
    let interval: String?
    let required: String?
    let comparison: Threshold
    let dataset: HTML
    let date: String?
    static let view = View<Result>(
      .text("name", \.name), .optional("part", \.part), .text("value", \.value), .optional("interval", \.interval),
      .optional("threshold", \.required), .text("state", { ModelCardWords.words($0.comparison) }),
      .text("tone", { $0.comparison.tone.rawValue }),
      .html("dataset", \.dataset),
      .optional("date", \.date))
  }

  /// One security test and its result.
  struct Test: ViewModel {
    let test: String
    let result: String
    let date: String?
    static let view = View<Test>(.text("test", \.test), .text("result", \.result), .optional("date", \.date))
  }

  init(_ site: Site, _ route: Route, entry position: Int) {
    let linker = Linker(site: site, route: route)
    let entry = site.dossier.entries[position]
    let register = site.routes.kinds[site.kindPosition(entry.kind.name) ?? 0]
    let writer = FieldHTML(linker, position)
    frame = Frame(
      linker, title: Titles.modelCard(of: entry.title), section: .registers,
      crumbs: [(entry.kind.plural, register), (entry.id, site.routes.entries[position])])
    id = entry.id
    title = entry.title
    record = linker.entryHref(position)
    asOf = Wording.long(site.asOf)
    let broken = (site.findings.unreadable[position] ?? []).sorted().map { FieldShape.label(of: $0).lowercased() }
    alarms = RecordFacts.alarms(site, position)
    text =
      entry.text.isEmpty
      ? nil
      : MarkupHTML.render(
        entry.text, links: linker.markup(from: .entry(position)),
        style: MarkupStyle(headingShift: 1, entry.outline))
    notices =
      RecordFacts.notices(site, position)
      + (broken.isEmpty ? [] : [RecordWords.unreadable(broken)])
    func content(_ name: String) -> FieldContent? { entry.field(name)?.content }
    func labelled(_ label: String, _ value: FieldContent?, _ name: String = "") -> Labelled {
      let absent = site.findings.absence(of: name, in: position)
      return Labelled(label: label, value: value.map { writer.block($0, nil, field: label) } ?? RecordFacts.missing(absent))
    }
    func field(_ label: String, _ name: String) -> Labelled { labelled(label, content(name), name) }
    func texts(_ name: String) -> [String] {
      if case .list(let items)? = content(name) { items.map(\.plain) } else { [] }
    }
    func rows(_ name: String) -> [[FieldContent.Member]] {
      if case .list(let items)? = content(name) { items.map(FieldHTML.members) } else { [] }
    }
    let isOwn = if case .word("internal")? = content("origin") { true } else { false }
    details =
      ModelCardWords.details.compactMap { label, name in
        // An in-house model has no supplier. All other fields are part of every model card.
        content(name) == nil && name == "supplier" && isOwn ? nil : field(label, name)
      } + [Labelled(label: Titles.status, value: RecordFacts.status(site, position))]
      + (content("reviewed") == nil ? [] : [field(Titles.reviewed, "reviewed")])
    systems = ModelCardPage.systems(linker, position)
    intendedUse = texts("intended_use")
    outOfScope = texts("out_of_scope")
    metrics = rows("metrics").map { Result($0, writer, name: "name", part: "slice", site.facts.asOf) }
    fairness = rows("fairness").map { Result($0, writer, name: "metric", part: "group", site.facts.asOf) }
    verdict = ModelCardWords.verdict((metrics + fairness).map(\.comparison))
    var training: [FieldContent.Member] = []
    if case .mapping(let members)? = content("training") { training = members }
    self.training = ["approach", "parameters", "compute", "energy"].map { name in
      labelled(FieldShape.label(of: name), training.first { $0.name == name }?.content)
    }
    trainingData = ModelCardPage.list(training.first { $0.name == "data" }?.content, writer)
    evaluationData = ModelCardPage.evaluation(rows("metrics"), writer)
    robustness = texts("robustness")
    explainability = content("explainability")?.plain
    limitations = texts("limitations")
    security = rows("security_tests").map { row in
      func text(_ name: String) -> String? { row.first { $0.name == name }?.content.plain }
      let result = text("result") ?? SiteWords.notStated
      return Test(
        test: text("test") ?? SiteWords.notStated,
        result: ModelCardPage.isLater(row, site.facts.asOf) ? ModelCardWords.later(result) : result,
        date: text("date"))
    }
    license = content("license")?.plain
  }

  /// Whether a result is dated after the as-of date. Such a result does not count yet.
  fileprivate static func isLater(_ row: [FieldContent.Member], _ asOf: AsOfDate) -> Bool {
    guard case .date(let date)? = row.first(where: { $0.name == "date" })?.content else { return false }
    return !asOf.includes(date)
  }

  private static func systems(_ linker: Linker, _ position: Int) -> [HTML] {
    var seen: Set<Int> = []
    for edge in linker.site.dossier.graph.edges(to: .entry(position)) where edge.site.field == "models" {
      if case .entry(let i) = edge.origin, linker.site.dossier.entries[i].kind.name == AISystem.name { seen.insert(i) }
    }
    return seen.sorted().map { linker.entry($0) }
  }

  private static func list(_ content: FieldContent?, _ writer: FieldHTML) -> [HTML] {
    if case .list(let items)? = content { items.map { writer.block($0, nil, field: "data") } } else { [] }
  }

  /// The data sets on which the metrics were measured, each listed once.
  private static func evaluation(_ rows: [[FieldContent.Member]], _ writer: FieldHTML) -> [HTML] {
    var seen: [FieldContent] = []
    for row in rows {
      if let set = row.first(where: { $0.name == "dataset" })?.content, !seen.contains(set) { seen.append(set) }
    }
    return seen.map { writer.block($0, nil, field: "dataset") }
  }
}

extension ModelCardPage.Result {
  init(_ row: [FieldContent.Member], _ writer: FieldHTML, name: String, part: String, _ asOf: AsOfDate) {
    func content(_ key: String) -> FieldContent? { row.first { $0.name == key }?.content }
    let unit = content("unit")?.plain
    self.name = content(name)?.plain ?? SiteWords.notStated
    self.part = content(part)?.plain
    value = (content("value")?.plain ?? SiteWords.notStated) + (unit.map { " \($0)" } ?? "")
    interval = content("interval")?.plain
    required = content("threshold").map { Threshold.shown($0.plain) }
    comparison =
      if ModelCardPage.isLater(row, asOf) {
        .later
      } else if case .number(let number)? = content("value") {
        Threshold.compare(number, unit: unit, content("threshold")?.plain, interval: content("interval")?.plain)
      } else {
        .unclear
      }
    dataset = content("dataset").map { writer.cell($0) } ?? RecordFacts.missing(SiteWords.notStated)
    date = content("date")?.plain
  }
}
