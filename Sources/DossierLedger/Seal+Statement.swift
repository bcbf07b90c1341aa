import DossierText

extension Seal {
  /// The claims of the seal that verification cannot prove, as one sentence.
  package var statement: String {
    let from =
      switch origin {
      case .commit(let id, true): "from commit \(id), all sources committed"
      case .commit(let id, false): "from commit \(id), with sources that were not committed"
      case .noCommit: "from a repository without a commit"
      case .noRepository: "outside a repository"
      }
    func counted(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    let open = [counted(counts.errors, "error"), counted(counts.warnings, "warning"), counted(counts.notes, "note")]
    return """
      release \(version) of \(Quotation.of(organisation)), evaluated as of \(asOf), made by \(Quotation.ofTool(tool)) \(from); \(open.joined(separator: ", ")); \(counts.excepted) excepted, \
      \(counts.known) known from the baseline
      """
  }
}
