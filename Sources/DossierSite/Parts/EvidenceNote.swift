import DossierAssessment
import DossierRecords

/// The note after a link to evidence that is not valid. Without the note, evidence would look valid if only its name is shown.
enum EvidenceNote {
  /// Nil for valid evidence and for other records. A retired record has its own note.
  static func words(_ site: Site, _ position: Int) -> String? {
    switch site.facts.evidenceStatus(of: position) {
    case .expired?: "expired"
    case .notCollected?: "not collected yet"
    case .fileDiffers?: "file differs"
    case .undecoded?: "record with errors"
    case .notEffective(.retired)?, .notEffective(.superseded)?: nil
    case .notEffective(let status)?: StatusWords.words(status)
    case .valid?, nil: nil
    }
  }

  static func write(_ site: Site, _ position: Int, _ out: inout [UInt8]) {
    guard let words = words(site, position) else { return }
    out.put(" ")
    out.element("span", "note lapsed", "(\(words))")
  }
}
