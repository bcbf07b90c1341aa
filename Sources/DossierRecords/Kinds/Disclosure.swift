package import DossierText

/// Information that people receive about an AI system, with its wording and place (A.8).
package struct Disclosure: Record {
  package let to: Recipient
  package let systems: [Reference<AISystem>]
  package let wording: Prose?
  package let place: String?
  package let liveSince: CivilDate?
  package let howToContest: String?

  package static let name = "disclosure"

  package static let kind = RecordKind(
    name, prefix: "DSC", singular: "Disclosure", plural: "Disclosures",
    meaning: "Information that people receive about an AI system that affects them, and how they can object.",
    clauses: ["7.4", "A.8.2", "A.8.5"], section: .systems,
    columns: ["to", "systems", "where", "live_since"],
    traits: KindTraits(.document, date: "live_since", [.needsEffectiveReferences], mainReader: .everyone),
    Schema(
      Field("to", \.to, "the recipients"),
      Field("systems", \.systems, "the AI systems concerned", required: true, example: "[AIS-001]"),
      Field("wording", \.wording, "the wording"),
      Field("where", \.place, "where it is shown", example: "first line of the chat window"),
      Field("live_since", \.liveSince, "the date since which it is shown"),
      Field(
        "how_to_contest", \.howToContest, "how to object or ask for a human decision",
        example: "reply to the letter within six weeks"),
      make: Disclosure.init))

  /// The recipients of a disclosure.
  package enum Recipient: String, Vocabulary {
    case users
    case affectedIndividuals = "affected-individuals"
    case customers, regulators, employees
  }
}
