import DossierText

/// The content of one file: records or a page, with their references.
package struct DecodedDocument: Sendable {
  package let entries: [DecodedEntry]
  package let page: DecodedPage?
  package let configuration: ConfigurationEntry?
  package let framework: DecodedFramework?
  /// Ids of records that could not be decoded. References to these ids are not reported as unknown.
  package let unreadIDs: [String]
  /// For each adoption that covers the file, the keys that exist in the file.
  let adoptionKeys: [AdoptionKeys]

  init(
    entries: [DecodedEntry] = [], page: DecodedPage? = nil, configuration: ConfigurationEntry? = nil,
    framework: DecodedFramework? = nil, unreadIDs: [String] = [], adoptionKeys: [AdoptionKeys] = []
  ) {
    self.entries = entries
    self.page = page
    self.configuration = configuration
    self.framework = framework
    self.unreadIDs = unreadIDs
    self.adoptionKeys = adoptionKeys
  }

  /// The same document with the keys of adoptions.
  func with(_ keys: [AdoptionKeys]) -> DecodedDocument {
    DecodedDocument(
      entries: entries, page: page, configuration: configuration, framework: framework, unreadIDs: unreadIDs, adoptionKeys: keys)
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
    /// The names by which adopted files refer to the record. Empty for a record that is not adopted.
    let names: [String]
    /// The language of an adopted file, if its adoption has a key for it.
    let language: String?

    init(entry: Entry, references: [ReferenceSite], names: [String] = [], language: String? = nil) {
      (self.entry, self.references, self.names, self.language) = (entry, references, names, language)
    }

    /// The Markdown file of the record as a page. Nil if the record is in a register.
    ///
    /// Use the page only if the record is not part of the dossier: the record has no id, or an earlier record has the same id.
    var page: DecodedPage? {
      guard entry.path.isMarkup else { return nil }
      return DecodedPage(page: PlainPage(entry.source, entry.text, entry.outline, title: entry.title), references: references)
    }
  }

  package struct DecodedPage: Sendable {
    package let page: PlainPage
    package let references: [ReferenceSite]
  }
}
