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
    } else if EvidenceState.fileMatches(site.dossier, position) == false {
      (isValid, words) = (false, "file differs from the recorded SHA-256")
    } else if let end = date("valid_until") {
      (isValid, words) = end < site.asOf ? (false, "expired \(end)") : (true, "valid to \(end)")
    } else {
      (isValid, words) = (true, "no end of validity stated")
    }
  }

  /// Whether the file is the one whose digest the record holds; nil where there is no file here or no digest to compare.
  static func fileMatches(_ dossier: Dossier, _ position: Int) -> Bool? {
    let entry = dossier.entries[position]
    guard entry.kind.name == Evidence.name, case .digest(let recorded)? = entry.field("sha256")?.content else { return nil }
    for edge in dossier.graph.edges(from: .entry(position)) where edge.site.field == "file" {
      if case .file(let path)? = edge.target, let found = dossier.digests[path] { return found == recorded }
    }
    return nil
  }
}
