import DossierAssessment
import DossierRecords

/// The note after the name of a record that is not effective, or after the name of evidence that is not valid.
///
/// Where only the name of a record is shown, the record would look effective without this note.
enum StatusNote {
  /// The words of the note. Nil for an effective record and for valid evidence.
  static func words(_ site: Site, _ position: Int) -> String? {
    if let note = site.facts.evidenceStatus(of: position).flatMap(EvidenceWords.note) { return note }
    let status = site.facts.status(of: position)
    return status == .effective ? nil : StatusWords.words(status)
  }

  static func write(_ site: Site, _ position: Int, _ out: inout [UInt8]) {
    guard let words = words(site, position) else { return }
    out.put(" ")
    out.element("span", "note lapsed", "(\(words))")
  }
}
