/// A framework that a text can cite. The raw value is the name of its catalogue.
package enum CitedFramework: String, Sendable, CaseIterable {
  case iso42001
  case iso27001
  case euAIAct = "eu-ai-act"
  case gdpr
  case nistAIRMF = "nist-ai-rmf"
  case soc2
  case hipaa
}

/// The frameworks named by a sentence, a heading or a document. All frameworks without a catalogue count as "other".
struct FrameworkSet: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  static let iso42001 = FrameworkSet(rawValue: 1)
  static let iso27001 = FrameworkSet(rawValue: 2)
  /// Another standard, or another edition of a standard with a catalogue, such as ISO/IEC 27001:2013.
  static let otherStandard = FrameworkSet(rawValue: 4)
  static let euAIAct = FrameworkSet(rawValue: 8)
  static let gdpr = FrameworkSet(rawValue: 16)
  static let otherLaw = FrameworkSet(rawValue: 32)
  static let nistAIRMF = FrameworkSet(rawValue: 64)
  static let hipaa = FrameworkSet(rawValue: 128)
  /// ISO/IEC 27002. Its controls have the numbers of Annex A of ISO/IEC 27001. Its clauses are other clauses.
  static let iso27002 = FrameworkSet(rawValue: 256)
  /// Another standard of the 27000 family, or another edition. Its annexes have numbers like those of ISO/IEC 27001. Every set
  /// with this member also has `otherStandard`.
  static let relatedStandard = FrameworkSet(rawValue: 512)

  /// Standards have clauses and an Annex A. Laws have articles. A `CitationContext` is computed for one of these two groups and
  /// ignores all other frameworks.
  static let standards: FrameworkSet = [.iso42001, .iso27001, .iso27002, .otherStandard, .relatedStandard]
  static let laws: FrameworkSet = [.euAIAct, .gdpr, .otherLaw]
  private static let others: FrameworkSet = [.otherStandard, .otherLaw]

  /// The frameworks of the set that have a catalogue.
  var cited: [CitedFramework] {
    let pairs: [(FrameworkSet, CitedFramework)] = [
      (.iso42001, .iso42001), ([.iso27001, .iso27002], .iso27001), (.euAIAct, .euAIAct), (.gdpr, .gdpr),
      (.nistAIRMF, .nistAIRMF), (.hipaa, .hipaa),
    ]
    return pairs.filter { !isDisjoint(with: $0.0) }.map(\.1)
  }

  /// Whether the set contains a framework without a catalogue.
  var hasOther: Bool { !isDisjoint(with: FrameworkSet.others) }
}
