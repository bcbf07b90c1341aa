import DossierRecords
import DossierText

/// Whether a piece of evidence counts on the day everything is judged against.
struct EvidenceState: Sendable {
  /// True only where nothing known speaks against it.
  let isValid: Bool
  let words: String

  init(_ site: Site, _ position: Int) {
    let entry = site.dossier.entries[position]
    func date(_ name: String) -> CivilDate? {
      if case .date(let date)? = entry.field(name)?.content { date } else { nil }
    }
    if entry.isRetired {
      (isValid, words) = (false, "out of use")
    } else if let collected = date("collected"), collected > site.asOf {
      (isValid, words) = (false, "collected \(collected), after the day of this site")
    } else if entry.record == nil {
      (isValid, words) = (false, "could not be read whole")
    } else if let end = date("valid_until") {
      (isValid, words) = end < site.asOf ? (false, "expired \(end)") : (true, "valid to \(end)")
    } else {
      (isValid, words) = (true, "no end of validity stated")
    }
  }
}
