import DossierAssessment
import DossierRecords
import DossierText

/// The wording of the status of evidence.
struct EvidenceWords: Sendable {
  let isValid: Bool
  let words: String

  /// The status of the evidence itself.
  init(_ site: Site, _ position: Int) {
    let status = site.facts.evidenceStatus(of: position) ?? .undecoded
    isValid = status.isValid
    words = EvidenceWords.words(status)
  }

  /// The status of the evidence for one control. Valid evidence can be too old for the review cycle of the control.
  init(_ item: ControlEvidence.Item) {
    isValid = item.isFresh
    words =
      if item.status.isValid, !item.isFresh, let last = item.lastDay {
        "too old for this control, last counted on \(last)"
      } else {
        EvidenceWords.words(item.status)
      }
  }

  private static func words(_ status: EvidenceStatus) -> String {
    switch status {
    case .valid(let end?): "valid to \(end)"
    case .valid(nil): "no end of validity stated"
    case .expired(let end): "expired, last valid on \(end)"
    case .notCollected(let day): "collected \(day), after the as-of date"
    case .fileDiffers: "file differs from the recorded SHA-256"
    case .undecoded: "could not be read completely"
    case .notEffective(let status): StatusWords.words(status)
    }
  }

  /// The words after the name of evidence that is not valid. Nil if the evidence is valid, or if the status of its record says
  /// why it does not count.
  static func note(_ status: EvidenceStatus) -> String? {
    switch status {
    case .expired: SiteWords.expired
    case .notCollected: "not collected yet"
    case .fileDiffers: "file differs"
    case .undecoded: SiteWords.recordWithErrors
    case .valid, .notEffective: nil
    }
  }
}
