package import DossierText

/// What a package says of itself before anything of it is opened: as a page, and as plain text.
struct PackageGuide {
  let title: String
  let sections: [Part]

  struct Part {
    let title: String
    var paragraphs: [String] = []
    var commands: [String] = []
    var after: [String] = []
    var isContents = false
  }

  /// Plain text, at most 100 characters a line where words allow.
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

/// What of a package is known only when its files are.
package struct PackageFacts: Sendable {
  /// The folder that everything stands in.
  package let folder: String
  /// The release whose sources these are; nil where they are those of none.
  package let release: String?
  /// The last release there is.
  package let last: String?
  package let releases: Int
  package let documents: Int
  /// Whether the site is the one that was sealed, with its manifest beside it.
  package let isSealed: Bool
  /// Texts that are sources and not handed over.
  package let withheld: Int
  package let evidence: Int
  package let renamed: [(path: SourcePath, place: SourcePath)]
  /// Fingerprint of the key.
  package let signer: String?
  /// Where the sources come from: "commit …, all sources committed".
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
