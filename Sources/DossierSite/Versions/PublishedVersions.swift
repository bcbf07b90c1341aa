package import DossierText

/// The versions in a published folder, newest first. Contains the data for the home page, the redirect and the feed of the
/// folder.
package struct PublishedVersions: Sendable {
  package let organisation: String
  /// The identifier of the feed, a URI.
  package let identifier: String
  package let versions: [Version]

  package struct Version: Sendable {
    package let name: String
    package let asOf: CivilDate
    package let errors: Int
    package let warnings: Int
    package let isSigned: Bool
    package let hasIntegrityPage: Bool
    /// The version that directly follows this version in the chain of releases. Nil for the last version.
    package let successor: String?
    /// The identifier of the version's entry in the feed, a URI.
    package let identifier: String
    /// The value of `Seal.statement`: the claims of the release that verification cannot prove.
    package let statement: String

    package init(
      name: String, asOf: CivilDate, errors: Int, warnings: Int, isSigned: Bool, hasIntegrityPage: Bool, successor: String?,
      identifier: String, statement: String
    ) {
      (self.name, self.asOf, self.errors, self.warnings) = (name, asOf, errors, warnings)
      (self.isSigned, self.hasIntegrityPage, self.successor) = (isSigned, hasIntegrityPage, successor)
      (self.identifier, self.statement) = (identifier, statement)
    }
  }

  package init(organisation: String, identifier: String, versions: [Version]) {
    (self.organisation, self.identifier, self.versions) = (organisation, identifier, versions)
  }

  /// The files that link to the versions. All three files are empty if the folder has no version.
  package struct Pages: Sendable {
    /// `index.html`: a table of all versions.
    package let home: [UInt8]
    /// `latest/index.html`: redirects to the newest version.
    package let latest: [UInt8]
    /// `versions.atom`: a feed with one entry for each version.
    package let feed: [UInt8]
  }

  /// The first lines of the home page. A page without these lines was not written by dossier.
  package static let homePageBegin = "<!doctype html>\n<!-- dossier: the versions in this folder -->\n"

  package func render() throws(TemplateError) -> Pages {
    guard let latest = versions.first else { return Pages(home: [], latest: [], feed: []) }
    let compiler = TemplateCompiler(EmbeddedTemplates.files)
    return Pages(
      home: try compiler.template("version-list", for: VersionListPage.self).render(VersionListPage(self, latest)),
      latest: try compiler.template("version-latest", for: LatestVersionPage.self).render(LatestVersionPage(latest)),
      feed: try compiler.template("version-feed", for: VersionFeed.self).render(VersionFeed(self, latest: latest)))
  }
}
