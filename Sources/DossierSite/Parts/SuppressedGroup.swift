import DossierRecords
import DossierText

/// A group of suppressed diagnostics. A diagnostic is suppressed if an exception or the baseline covers it.
struct SuppressedGroup: ViewModel {
  let name: String
  let title: String
  let findings: [DiagnosticView]
  let rest: String?

  static let view = View<SuppressedGroup>(
    .text("name", \.name), .text("title", \.title), .list("findings", \.findings), .optional("rest", \.rest))

  /// The suppressed diagnostics of a record or page. Nil if the record or page has no suppressed diagnostics.
  init?(_ linker: Linker, of subject: ReferenceGraph.Origin, lines: inout SourceLines) {
    let positions = linker.site.findings.suppressed(of: subject)
    guard !positions.isEmpty else { return nil }
    self.init(linker, PageAnchor.suppressed, SiteWords.suppressed, positions, showsSubject: false, &lines)
  }

  /// The suppressed diagnostics of the whole site in two groups: by exceptions and by the baseline. Empty groups are left out.
  static func all(_ linker: Linker, _ lines: inout SourceLines) -> [SuppressedGroup] {
    let all = linker.site.findings.suppressed
    let groups = [
      ("excepted", IssueWords.exception, all.indices.filter { all[$0].reason != .baseline }),
      ("baseline", IssueWords.baseline, all.indices.filter { all[$0].reason == .baseline }),
    ]
    var result: [SuppressedGroup] = []
    for (name, title, positions) in groups where !positions.isEmpty {
      result.append(SuppressedGroup(linker, name, title, positions, showsSubject: true, &lines))
    }
    return result
  }

  private init(
    _ linker: Linker, _ name: String, _ title: String, _ positions: [Int], showsSubject: Bool, _ lines: inout SourceLines
  ) {
    self.name = name
    self.title = title
    var findings: [DiagnosticView] = []
    for i in positions.prefix(DiagnosticsPage.most) {
      findings.append(DiagnosticView(linker, suppressed: i, lines: &lines, showsSubject: showsSubject))
    }
    self.findings = findings
    rest =
      positions.count > findings.count
      ? IssueWords.otherSuppressed : nil
  }
}
