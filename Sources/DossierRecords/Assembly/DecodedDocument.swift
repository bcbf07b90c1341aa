import DossierText

/// What one file contributes to the dossier: records, or a page, and the references it makes.
package struct DecodedDocument: Sendable {
  package let entries: [DecodedEntry]
  package let page: DecodedPage?
  package let configuration: ConfigurationEntry?
  package let framework: DecodedFramework?
  /// Ids of records that are plainly there but could not be read: that they are missing would be a second message of one mistake.
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

  /// What a workspace says of a framework of its own, or of one that it uses.
  package enum DecodedFramework: Sendable {
    case catalogue(Catalogue)
    case crosswalk(Crosswalk)
    case texts(LicensedText)
  }

  package struct DecodedEntry: Sendable {
    package let entry: Entry
    package let references: [ReferenceSite]

    /// The file as a page, for a record that cannot be one of the dossier; nil for one in a register.
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
