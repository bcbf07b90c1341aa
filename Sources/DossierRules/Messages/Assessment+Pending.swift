import DossierAssessment
import DossierRecords

extension Assessment {
  /// The help of a rule that reports a missing record. If records that are not effective yet may supply it, the help first says
  /// how to make them effective.
  ///
  /// `candidates` are positions of records of the right kind. Records with another status than draft, proposed or not yet
  /// effective are ignored.
  func help(finishing candidates: some Sequence<Int>, or otherwise: String) -> String {
    var (drafts, later): ([String], [String]) = ([], [])
    for position in Set(candidates).sorted() {
      switch status(of: position) {
      case .draft, .proposed: drafts.append(dossier.entries[position].id)
      case .notYetEffective: later.append(dossier.entries[position].id)
      case .effective, .closed, .rejected, .superseded, .retired, .unreadable: break
      }
    }
    var steps: [String] = []
    if !drafts.isEmpty { steps.append("finish \(drafts.listed()) and set the status to `active`") }
    if !later.isEmpty { steps.append("correct the date of \(later.listed()) if it is wrong") }
    return (steps + [otherwise]).joined(separator: "; or ")
  }
}
