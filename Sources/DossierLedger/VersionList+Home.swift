import DossierText

extension VersionList {
  /// The first lines of `homePage`. They distinguish it from a page that dossier did not write.
  package static let homePageBegin = "<!doctype html>\n<!-- dossier: the versions in this folder -->\n"

  /// The `index.html` of the published folder: a table of all versions. The table works without scripts. The page uses the style
  /// of the newest version.
  package var homePage: String {
    guard let latest else { return "" }
    let organisation = VersionList.escaped(latest.seal.organisation)
    let rows = versions.map { version in
      let name = version.seal.version.description
      let folder = "versions/\(name)/"
      let counts = version.seal.counts
      let hasCheck = version.pages.contains(SourcePath(parts: ["integrity.html"]))
      let state =
        name == latest.seal.version.description
        ? "latest" : version.successor.map { "superseded by \($0)" } ?? "no later version"
      return """
        <tr><th scope="row"><a href="\(folder)index.html">\(name)</a></th><td class="date" data-label="As of">\(version.seal.asOf)</td>\
        <td>\(state)</td><td class="number" data-label="Errors">\(counts.errors)</td>\
        <td class="number" data-label="Warnings">\(counts.warnings)</td><td>\(version.seal.signer == nil ? "not signed" : "signed")</td>\
        <td>\(hasCheck ? "<a href=\"\(folder)integrity.html\">how to check \(name)</a>" : "")</td></tr>
        """
    }
    let assets = "versions/\(latest.seal.version)/assets"
    return VersionList.homePageBegin + """
      <html lang="en">
      <head>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' file:; style-src 'self' file:; base-uri 'none'; form-action 'none'">
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="referrer" content="no-referrer">
      <title>Versions – \(organisation)</title>
      <link rel="stylesheet" href="\(assets)/style.css">
      <link rel="alternate" type="application/atom+xml" title="Versions" href="versions.atom">
      <script src="\(assets)/script.js" defer></script>
      </head>
      <body class="site">
      <main class="page">
      <header class="title">
      <p class="eyebrow">\(organisation)</p>
      <h1>Versions</h1>
      <p class="lead">The latest is <a href="versions/\(latest.seal.version)/index.html">\(latest.seal.version)</a>, evaluated as of \
      <time datetime="\(latest.seal.asOf)">\(latest.seal.asOf)</time>. Earlier versions remain as they were published.</p>
      </header>
      <div class="table stack" tabindex="0" role="region" aria-label="Versions, the newest first">
      <table>
      <thead><tr><th scope="col">Version</th><th scope="col">As of</th><th scope="col">State</th><th scope="col">Errors</th>\
      <th scope="col">Warnings</th><th scope="col">Signature</th><th scope="col">Integrity</th></tr></thead>
      <tbody>
      \(rows.joined(separator: "\n"))
      </tbody>
      </table>
      </div>
      <p class="note">This list is also available as a <a href="versions.atom">feed</a> and as <a href="versions.json">data</a>. It is made \
      from the manifests of the versions. The integrity page of each version explains how to check that its manifest is genuine.</p>
      </main>
      </body>
      </html>

      """
  }
}
