package import DossierText

/// A place in a text that cites an item of a framework in words: "Annex A control A.2.2", "clause 8.4", "Article 9 of the AI Act".
///
/// Whether there is such an item is for the rules to say. A citation is no reference: only `[[…]]` and fields make an edge of the
/// graph, because what a sentence mentions in passing answers nothing.
package struct Citation: Sendable, Hashable {
  package let form: Form
  /// As a catalogue writes it: `A.6.2.4`, `8.4`, `Art. 9`, `MAP 1.1`. Of Annex B too, with its `B`.
  package let id: String
  /// The frameworks that can be meant: what stands nearest decides. Empty where nothing near names one.
  package let frameworks: [CitedFramework]
  /// Written as `[[…]]`: then whether it exists is judged as a reference.
  package let isReference: Bool
  /// "control B.6.2", "controls B.6.2 and B.6.3".
  package let isCalledControl: Bool
  package let title: Title?
  package let path: SourcePath
  /// The id where it stands, with the word `Article` where that stands directly before it.
  package let span: Span

  package enum Form: Sendable, Hashable {
    /// `A.6.2.4`, of ISO/IEC 42001 or 27001.
    case control
    /// `B.6.2.4`: in ISO/IEC 42001 the guidance for the control of the same number.
    case guidance
    /// `8.4`, after the word clause.
    case clause
    /// `Art. 9`, of a law.
    case article
    /// `Annex III`, of a law.
    case annex
    /// `MAP 1.1`, of the NIST AI RMF.
    case outcome
    /// `CC6.1`, of SOC 2.
    case criterion
    /// `164.308(a)(1)`, of the HIPAA Security Rule.
    case safeguard
  }

  /// What is written beside an id as its title.
  package struct Title: Sendable, Hashable {
    package let text: String
    package let place: Place
    package let span: Span

    /// Where it stands says how surely it is meant as a title.
    package enum Place: Sendable { case afterDash, afterColon, inParentheses, inHeading, inNextCell }
  }
}
