package import DossierText

/// The instructions of a package, as a page and as plain text.
struct PackageGuide {
  let title: String
  let sections: [Part]

  /// One section of the instructions.
  struct Part {
    let title: String
    var paragraphs: [String] = []
    var commands: [String] = []
    var after: [String] = []
    var isContents = false
  }

  /// The instructions as plain text. A line has at most 100 characters, unless a single word is longer.
  var text: String {
    var lines = [title, String(repeating: "=", count: title.count), ""]
    for part in sections {
      lines += [part.title, String(repeating: "-", count: part.title.count)]
      for paragraph in part.paragraphs { lines += PackageGuide.wrapped(paragraph) + [""] }
      if !part.commands.isEmpty { lines += part.commands.map { "    " + $0 } + [""] }
      for paragraph in part.after { lines += PackageGuide.wrapped(paragraph) + [""] }
    }
    return lines.joined(separator: "\n")
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + 1 + word.count > 100 {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}

/// Facts about a package that can be determined only when the files of the package are known.
package struct PackageFacts: Sendable {
  /// The top folder of the package.
  package let folder: String
  /// The release that was built from exactly the sources of this package. Nil if there is no such release.
  package let release: String?
  /// The last release. Nil if there is no release.
  package let last: String?
  package let releases: Int
  package let documents: Int
  /// Whether the site in the package is the site of a release. The site then also contains the manifest and the seal of the
  /// release.
  package let isSealed: Bool
  /// The number of source texts that are not in the package.
  package let withheld: Int
  package let evidence: Int
  package let renamed: [(path: SourcePath, place: SourcePath)]
  /// The fingerprint of the signing key. Nil if the package is not signed.
  package let signer: String?
  /// The origin of the sources: "commit …, all sources committed".
  package let origin: String

  package init(
    folder: String, release: String?, last: String?, releases: Int, documents: Int, isSealed: Bool, withheld: Int,
    evidence: Int, renamed: [(path: SourcePath, place: SourcePath)], signer: String?, origin: String
  ) {
    self.folder = folder
    self.release = release
    self.last = last
    self.releases = releases
    self.documents = documents
    self.isSealed = isSealed
    self.withheld = withheld
    self.evidence = evidence
    self.renamed = renamed
    self.signer = signer
    self.origin = origin
  }
}
