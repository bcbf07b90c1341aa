package import DossierText

/// A place in a text that cites a framework item in words: "Annex A control A.2.2", "clause 8.4", "Article 9 of the AI Act".
///
/// Rules check whether the item exists. A citation is not a reference: a sentence that only mentions an item does not cover the
/// item. Only `[[…]]` and fields make edges of the graph.
package struct Citation: Sendable, Hashable {
  package let form: Form
  /// The id as in a catalogue: `A.6.2.4`, `8.4`, `Art. 9`, `MAP 1.1`. An id of Annex B keeps its `B`.
  package let id: String
  /// The frameworks that can be meant, according to the nearest context. Empty if no framework is named nearby.
  package let frameworks: [CitedFramework]
  /// Whether the citation is written as `[[…]]`. The reference check then verifies that the item exists.
  package let isReference: Bool
  /// Whether the text calls the item a control: "control B.6.2", "controls B.6.2 and B.6.3".
  package let isCalledControl: Bool
  /// Whether the id can be the number of a document: the text contains such numbers, as in `ISMS-POL-A.8.9`, and no framework is
  /// named directly beside the id.
  package let canBeDocumentNumber: Bool
  package let title: Title?
  package let path: SourcePath
  /// The span of the id. The span includes the word `Article` if that word comes directly before the id.
  package let span: Span
  /// The index of the paragraph, heading, table cell or code block that contains the citation.
  package let block: Int

  package enum Form: Sendable, Hashable {
    /// `A.6.2.4` in ISO/IEC 42001 or 27001.
    case control
    /// `B.6.2.4`, which is the guidance for the control with the same number in ISO/IEC 42001.
    case guidance
    /// `8.4` after the word "clause".
    case clause
    /// `Art. 9` in a law.
    case article
    /// `Annex III` in a law.
    case annex
    /// `MAP 1.1` in the NIST AI RMF.
    case outcome
    /// `CC6.1` in SOC 2.
    case criterion
    /// `164.308(a)(1)` in the HIPAA Security Rule.
    case safeguard
  }

  /// The text written next to an id as its title.
  package struct Title: Sendable, Hashable {
    package let text: String
    package let place: Place
    package let span: Span

    /// The position of the title. The position determines how likely it is that the text is a title.
    package enum Place: Sendable { case afterDash, afterColon, inParentheses, inHeading, inNextCell }
  }
}
