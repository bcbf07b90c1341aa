package import DossierText

/// A day as people write it elsewhere, where it can be read in one way only. `07/08/2025` cannot.
package enum ForeignDate {
  package static func day(_ text: String) -> CivilDate? {
    // Of a moment the day counts.
    let isMoment = text.utf8.count > 10 && ["T", " "].contains(text.dropFirst(10).first)
    return (isMoment ? CivilDate(text.prefix(10)) : CivilDate(text)) ?? DateForm.day(meantBy: text)
  }
}
