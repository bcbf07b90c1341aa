import DossierText

extension VersionList {
  /// The script `versions-pages.js`, which lists the pages of each version. With this list, a page can link to the same page of
  /// another version.
  ///
  /// Pages that exist in the same versions form one group. A group lists the page names by folder, without `.html` and separated
  /// by spaces.
  package var pagesScript: String {
    var holders: [SourcePath: [Int]] = [:]
    for (i, version) in versions.enumerated() {
      for page in version.pages { holders[page, default: []].append(i) }
    }
    var sets: [[Int]: [SourcePath]] = [:]
    for (page, positions) in holders { sets[positions, default: []].append(page) }
    let value = JSON.object([
      "dossier-pages": .integer(1),
      "sets": .array(
        sets.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { positions, pages in
          .object([
            "versions": .array(positions.map { .string(versions[$0].seal.version.description) }),
            "folders": .object(VersionList.folders(of: pages)),
          ])
        }),
    ])
    return "globalThis.dossierPages = \(value.compact());\n"
  }

  private static func folders(of pages: [SourcePath]) -> [JSON.Member] {
    var names: [String: [String]] = [:]
    for page in pages.sorted() {
      let folder = page.folder.map { $0 + "/" }.joined()
      names[folder, default: []].append(String(page.name.dropLast(Manifest.pageEnding.count)))
    }
    return names.keys.sorted().map { JSON.Member($0, .string((names[$0] ?? []).joined(separator: " "))) }
  }
}

extension Manifest {
  static let pageEnding = ".html"

  /// The paths of the site's HTML pages. Paths with a space are left out.
  var pages: [SourcePath] {
    site.map(\.path).filter { $0.name.hasSuffix(Manifest.pageEnding) && !$0.description.utf8.contains(0x20) }
  }
}
