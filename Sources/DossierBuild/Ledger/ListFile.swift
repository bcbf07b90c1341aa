import DossierLedger
import DossierText

/// A file of a published folder that is made from the versions in it. The raw value is its path. The cases are in writing order.
enum ListFile: String, CaseIterable {
  case data = "versions.json"
  case script = "versions.js"
  case pages = "versions-pages.js"
  case feed = "versions.atom"
  case latest = "latest/index.html"
  case home = "index.html"

  var path: SourcePath { SourcePath(parts: rawValue.split(separator: "/").map(String.init)) }

  /// Whether every version of the program writes the same content, apart from the program's own name.
  var isData: Bool { self == .data || self == .script }

  func bytes(of list: VersionList) -> [UInt8] {
    let text =
      switch self {
      case .data: list.json
      case .script: list.script
      case .pages: list.pagesScript
      case .feed: list.feed
      case .latest: list.latestPage
      case .home: list.homePage
      }
    return Array(text.utf8)
  }
}
