/// All templates of the site. Each template is checked against the view model of its page.
struct Theme: Sendable {
  let home: Template<HomePage>
  let register: Template<RegisterPage>
  let record: Template<RecordPage>
  let modelCard: Template<ModelCardPage>
  let frameworks: Template<FrameworksPage>
  let catalogue: Template<CataloguePage>
  let item: Template<ItemPage>
  let crosswalk: Template<CrosswalkPage>
  let statement: Template<StatementPage>
  let issues: Template<DiagnosticsPage>
  let readiness: Template<ReadinessPage>
  let integrity: Template<IntegrityPage>
  let words: Template<WordsPage>
  let approvals: Template<ApprovalsPage>
  let figures: Template<FigureIndexPage>
  let figure: Template<FigurePage>
  let attention: Template<AttentionPage>
  let pageIndex: Template<PageIndexPage>
  let page: Template<MarkdownPage>
  let versions: Template<VersionsPage>
  let since: Template<SincePage>

  init(_ files: [(path: String, text: String)]) throws(TemplateError) {
    let compiler = TemplateCompiler(files)
    home = try compiler.template("home", for: HomePage.self)
    register = try compiler.template("register", for: RegisterPage.self)
    record = try compiler.template("record", for: RecordPage.self)
    modelCard = try compiler.template("model-card", for: ModelCardPage.self)
    frameworks = try compiler.template("frameworks", for: FrameworksPage.self)
    catalogue = try compiler.template("catalogue", for: CataloguePage.self)
    item = try compiler.template("item", for: ItemPage.self)
    crosswalk = try compiler.template("crosswalk", for: CrosswalkPage.self)
    statement = try compiler.template("statement-of-applicability", for: StatementPage.self)
    issues = try compiler.template("issues-to-fix", for: DiagnosticsPage.self)
    readiness = try compiler.template("readiness", for: ReadinessPage.self)
    integrity = try compiler.template("integrity", for: IntegrityPage.self)
    words = try compiler.template("words", for: WordsPage.self)
    approvals = try compiler.template("approvals", for: ApprovalsPage.self)
    figures = try compiler.template("figures", for: FigureIndexPage.self)
    figure = try compiler.template("figure", for: FigurePage.self)
    attention = try compiler.template("attention", for: AttentionPage.self)
    pageIndex = try compiler.template("page-index", for: PageIndexPage.self)
    page = try compiler.template("page", for: MarkdownPage.self)
    versions = try compiler.template("versions", for: VersionsPage.self)
    since = try compiler.template("since", for: SincePage.self)
  }
}
