package import DossierText

/// What people are told about an AI system, in which words and where (A.8).
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
    meaning: "What people are told about an AI system that concerns them, where, and how they can object.",
    clauses: ["7.4", "A.8.2", "A.8.5"], section: .systems,
    columns: ["to", "systems", "where", "live_since"],
    traits: KindTraits(.document, date: "live_since", [.needsEffectiveReferences], mainReader: .everyone),
    Schema(
      Field("to", \.to, "who is told"),
      Field("systems", \.systems, "the AI systems it is about", required: true, example: "[AIS-001]"),
      Field("wording", \.wording, "the words they read"),
      Field("where", \.place, "where they read them", example: "first line of the chat window"),
      Field("live_since", \.liveSince, "since when it is shown"),
      Field(
        "how_to_contest", \.howToContest, "how to object or ask for a person",
        example: "reply to the letter within six weeks"),
      make: Disclosure.init))

  /// Who is told about an AI system.
  package enum Recipient: String, Vocabulary {
    case users
    case affectedIndividuals = "affected-individuals"
    case customers, regulators, employees
  }
}
