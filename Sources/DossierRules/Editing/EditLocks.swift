import DossierRecords
import DossierText

/// Edit locks protect content from fixes. Content is locked if its digest is recorded in an approval or in an evidence record.
struct EditLocks {
  /// For each diagnostic, the reason why its fixes must not be applied. Nil if the fixes may be applied.
  let reasons: [String?]

  init(_ dossier: Dossier, _ diagnostics: [Diagnostic]) {
    var evidence: Set<SourcePath> = []
    for (position, _, record) in dossier.all(Evidence.self) where record.sha256 != nil {
      for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "file" {
        if case .file(let path)? = edge.target { evidence.insert(path) }
        if case .page(let page)? = edge.target { evidence.insert(dossier.pages[page].path) }
      }
    }
    let fixes = diagnostics.enumerated().flatMap { i, diagnostic in diagnostic.fixes.map { (i, $0) } }
    let subjects = dossier.subjects(of: fixes.map { .init($0.1.path, $0.1.span) })
    var reasons = [String?](repeating: nil, count: diagnostics.count)
    for ((i, fix), subject) in zip(fixes, subjects) {
      if evidence.contains(fix.path) { reasons[i] = "it is evidence with a recorded SHA-256" }
      guard case .entry(let position)? = subject else { continue }
      let entry = dossier.entries[position]
      if entry.head?.approvals.contains(where: { $0.digest.map(entry.matches) ?? false }) == true {
        reasons[i] = "\(entry.id) was approved with its current digest"
      }
    }
    self.reasons = reasons
  }
}
