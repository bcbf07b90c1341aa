import DossierText

extension Seal {
  /// What it says and nothing proves, as one sentence.
  package var statement: String {
    let from =
      switch origin {
      case .commit(let id, true): "from commit \(id), all sources committed"
      case .commit(let id, false): "from commit \(id), with sources that were not committed"
      case .noCommit: "from a repository without a commit"
      case .noRepository: "outside a repository"
      }
    let counted =
      "\(counts.errors) errors, \(counts.warnings) warnings and \(counts.notes) notes open, \(counts.excepted) excepted, \(counts.known) known from the baseline"
    return "release \(version) of \(organisation), judged as of \(asOf), made by \(tool) \(from); \(counted)"
  }
}
