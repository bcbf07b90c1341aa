package import DossierText

/// Reads a date that is written as `2025-08-07` or in the format of another program, if the text has only one possible meaning.
/// `07/08/2025` has two meanings, so the result is nil.
package enum ForeignDate {
  package static func day(_ text: String) -> CivilDate? {
    // If the text is a timestamp, read only its date.
    let isMoment = text.utf8.count > 10 && ["T", " "].contains(text.dropFirst(10).first)
    return (isMoment ? CivilDate(text.prefix(10)) : CivilDate(text)) ?? DateForm.day(meantBy: text)
  }
}
