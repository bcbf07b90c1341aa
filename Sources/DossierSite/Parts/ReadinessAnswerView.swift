import DossierAssessment
import DossierRecords
import DossierText

/// One question of the readiness page with its state, counts and diagnostics.
struct ReadinessAnswerView: ViewModel {
  let id: String
  let question: String
  let state: String
  let tone: String
  let clauses: HTML
  let counts: [CountView]
  let doubts: [HTML]
  let open: [StepGroup]
  let suppressed: [StepGroup]
  let notes: [StepGroup]

  static let view = View<ReadinessAnswerView>(
    .text("id", \.id), .text("question", \.question), .text("state", \.state), .text("tone", \.tone), .html("clauses", \.clauses),
    .list("counts", \.counts), .list("doubts", { $0.doubts.map(DiagnosticView.Wrapped.init) }), .list("open", \.open),
    .flag("has_open", { !$0.open.isEmpty }), .list("suppressed", \.suppressed),
    .flag("has_suppressed", { !$0.suppressed.isEmpty }),
    .list("notes", \.notes), .flag("has_notes", { !$0.notes.isEmpty }))

  /// One part of a question: the count ("3 of 5"), the evidence, and the records or items that are not complete.
  struct CountView: ViewModel {
    let answered: FigureValue
    let total: FigureValue
    let label: HTML
    /// Whether there is anything to count, that is, whether the total is more than 0.
    let isCounted: Bool
    let hasTotal: Bool
    /// "needs all" or "needs at least one": how many of the counted records or items must be complete. Nil if nothing is counted.
    let requirement: String?
    /// The state of this part. Nil if the evidence for this part is complete.
    let badge: HTML?
    let evidence: HTML?
    let lacking: HTML?
    let next: HTML?

    static let view = View<CountView>(
      .scope("answered", \.answered), .scope("total", \.total), .html("label", \.label),
      .flag("is_counted", \.isCounted), .flag("has_total", \.hasTotal), .optional("requirement", \.requirement),
      .scope("badge", { $0.badge.map(DiagnosticView.Wrapped.init) }),
      .scope("evidence", { $0.evidence.map(DiagnosticView.Wrapped.init) }),
      .scope("lacking", { $0.lacking.map(DiagnosticView.Wrapped.init) }),
      .scope("next", { $0.next.map(DiagnosticView.Wrapped.init) }))
  }

  init(_ linker: Linker, _ answer: Readiness.Answer, _ lines: inout SourceLines) {
    id = answer.id
    question = answer.question
    state = answer.state.rawValue
    tone = ReadinessPage.tone(of: answer.state).rawValue
    clauses = HTML.build { out in
      let own = linker.site.dossier.catalogues.firstIndex { $0.name == CatalogueLibrary.defaultName }
      for (n, clause) in answer.clauses.enumerated() {
        if n > 0 { out.put(", ") }
        guard let own, let item = linker.site.dossier.catalogues[own].position(of: clause) else {
          out.text(clause)
          continue
        }
        linker.writeItem(own, item, isShort: true, &out)
      }
    }
    counts = answer.counts.map { ReadinessAnswerView.count(linker, $0) }
    doubts = answer.doubts.map { doubt in HTML.build { $0.withCode(doubt + ".") } }
    open = StepGroup.all(linker, answer.open.prefix(ReadinessAnswerView.most), &lines)
    suppressed = StepGroup.all(linker, answer.suppressed.prefix(ReadinessAnswerView.most), &lines)
    notes = StepGroup.all(linker, answer.notes.prefix(ReadinessAnswerView.most), &lines)
  }

  /// The maximum number of records or diagnostics in one list. The registers list all records. The page of issues to fix lists
  /// the other diagnostics.
  private static let most = 25

  private static func count(_ linker: Linker, _ count: Readiness.Count) -> CountView {
    let isShort = count.state == .completeEvidence
    return CountView(
      answered: FigureValue(linker, .need(count.measure)), total: FigureValue(linker, .needTotal(count.measure)),
      label: HTML.build { $0.withCode(count.label) }, isCounted: count.total > 0, hasTotal: count.hasTotal,
      requirement: count.requirement,
      badge: isShort
        ? nil
        : HTML.build { $0.element("span", "badge " + ReadinessPage.tone(of: count.state).rawValue, count.state.rawValue) },
      evidence: records(linker, count), lacking: isShort ? nil : links(linker, count.lacking, count.reasons),
      next: isShort || count.state == .coveredByException ? nil : HTML.build { $0.withCode(count.next) })
  }

  /// Links to the records that fulfil the part. `dossier.yaml` comes first if the scope in `dossier.yaml` fulfils the part. Nil
  /// if nothing fulfils the part.
  private static func records(_ linker: Linker, _ count: Readiness.Count) -> HTML? {
    let links = links(linker, count.evidence)
    guard linker.site.figures.members(.need(count.measure)).contains(.configuration) else { return links }
    return HTML.build { out in
      out.link(linker.href(RouteTable.home), "ref") { $0.put("<code>dossier.yaml</code>") }
      guard let links else { return }
      out.put(", ")
      out += links.bytes
    }
  }

  /// The targets as links, with the reasons in brackets. Nil if there are no targets.
  private static func links(
    _ linker: Linker, _ targets: [ReferenceGraph.Target], _ reasons: [ReferenceGraph.Target: String] = [:]
  ) -> HTML? {
    guard !targets.isEmpty else { return nil }
    return HTML.build { out in
      for (n, target) in targets.prefix(most).enumerated() {
        if n > 0 { out.put(", ") }
        switch target {
        case .entry(let i): linker.writeShort(i, hasNote: reasons[target] == nil, &out)
        case .item(let catalogue, let item): linker.writeItem(catalogue, item, isShort: true, &out)
        case .page, .register, .file, .folder: break
        }
        if let why = reasons[target] { out.withCode(" (\(why))") }
      }
      if targets.count > most { out.text(" \(SiteWords.andOthers)") }
    }
  }
}
