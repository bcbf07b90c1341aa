import DossierText

/// The content of one file: records or a page, with their references.
package struct DecodedDocument: Sendable {
  package let entries: [DecodedEntry]
  package let page: DecodedPage?
  package let configuration: ConfigurationEntry?
  package let framework: DecodedFramework?
  /// Ids of records that could not be decoded. References to these ids are not reported as unknown.
  package let unreadIDs: [String]

  init(
    entries: [DecodedEntry] = [], page: DecodedPage? = nil, configuration: ConfigurationEntry? = nil,
    framework: DecodedFramework? = nil, unreadIDs: [String] = []
  ) {
    self.entries = entries
    self.page = page
    self.configuration = configuration
    self.framework = framework
    self.unreadIDs = unreadIDs
  }

  /// A framework file of the workspace: a catalogue, a crosswalk or licensed texts.
  package enum DecodedFramework: Sendable {
    case catalogue(Catalogue)
    case crosswalk(Crosswalk)
    case texts(LicensedText)
  }

  package struct DecodedEntry: Sendable {
    package let entry: Entry
    package let references: [ReferenceSite]

    /// The Markdown file of the record as a page. Nil if the record is in a register.
    ///
    /// Use the page only if the record is not part of the dossier: the record has no id, or an earlier record has the same id.
    var page: DecodedPage? {
      guard entry.path.fileExtension == "md" else { return nil }
      return DecodedPage(page: PlainPage(entry.source, entry.text, entry.outline, title: entry.title), references: references)
    }
  }

  package struct DecodedPage: Sendable {
    package let page: PlainPage
    package let references: [ReferenceSite]
  }
}
