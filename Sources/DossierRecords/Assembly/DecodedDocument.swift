/// What one file contributes to the dossier: records, or a page, and the references it makes.
package struct DecodedDocument: Sendable {
  package let entries: [DecodedEntry]
  package let page: DecodedPage?
  package let configuration: Configuration?

  package struct DecodedEntry: Sendable {
    package let entry: Entry
    package let references: [ReferenceSite]
  }

  package struct DecodedPage: Sendable {
    package let page: PlainPage
    package let references: [ReferenceSite]
  }
}
