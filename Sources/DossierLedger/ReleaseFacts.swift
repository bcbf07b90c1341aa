package import DossierText

/// The fields of a seal that are known before the files are counted and hashed.
package struct ReleaseFacts: Sendable {
  package let version: ReleaseVersion
  package let organisation: String
  package let asOf: CivilDate
  package let edition: String
  package let showsHistory: Bool
  package let tool: String
  package let origin: Seal.Origin
  package let counts: Seal.Counts
  package let allowed: [Seal.Allowance]
  package let signer: String?
  package let previous: Seal.Previous?

  /// Replaces control characters in the organisation's name with spaces. Replaces an empty name with `-`.
  package init(
    version: ReleaseVersion, organisation: String, asOf: CivilDate, edition: String, showsHistory: Bool, tool: String,
    origin: Seal.Origin, counts: Seal.Counts, allowed: [Seal.Allowance], signer: String?, previous: Seal.Previous?
  ) {
    self.version = version
    let words = organisation.unicodeScalars.map { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) ? " " : $0 }
    let parts = String(String.UnicodeScalarView(words)).split(separator: " ")
    self.organisation = parts.isEmpty ? "-" : parts.joined(separator: " ")
    self.asOf = asOf
    self.edition = edition
    self.showsHistory = showsHistory
    self.tool = tool
    self.origin = origin
    self.counts = counts
    self.allowed = Seal.Allowance.allCases.filter(allowed.contains)
    self.signer = signer
    self.previous = previous
  }
}
