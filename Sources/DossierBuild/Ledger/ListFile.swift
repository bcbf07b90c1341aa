import DossierLedger
import DossierSite
import DossierText

/// A file that dossier generates in a published folder from the versions in that folder. The raw value is the path of the file.
/// The files are written in the order of the cases.
enum ListFile: String, CaseIterable {
  case data = "versions.json"
  case script = "versions.js"
  case pages = "versions-pages.js"
  case feed = "versions.atom"
  case latest = "latest/index.html"
  case home = "index.html"

  var path: SourcePath { SourcePath(parts: rawValue.split(separator: "/").map(String.init)) }

  /// Whether every version of the program writes the same content, apart from the name and version of the program.
  var isData: Bool { self == .data || self == .script }

  /// The content of each list file. Fails only if a template of the program is broken.
  static func contents(of list: VersionList) throws(TemplateError) -> [ListFile: [UInt8]] {
    let pages = try PublishedVersions(list).render()
    return [
      .data: Array(list.json.utf8), .script: Array(list.script.utf8), .pages: Array(list.pagesScript.utf8), .feed: pages.feed,
      .latest: pages.latest, .home: pages.home,
    ]
  }
}

extension PublishedVersions {
  fileprivate init(_ list: VersionList) {
    self.init(
      organisation: list.latest?.seal.organisation ?? "", identifier: list.feedIdentifier ?? "",
      versions: list.versions.map { version in
        Version(
          name: version.seal.version.description, asOf: version.seal.asOf, errors: version.seal.counts.errors,
          warnings: version.seal.counts.warnings, isSigned: version.seal.signer != nil,
          hasIntegrityPage: version.hasIntegrityPage, successor: version.successor?.description,
          identifier: version.feedIdentifier, statement: version.seal.statement)
      })
  }
}
