import DossierText

/// Finds a page by the name in `[[name]]`, as wikis and note programs write it: the name of the file without `.md`, with or without
/// folders.
struct PageNames {
  /// The pages by the key of their file name. Nil if several pages have the name.
  private let pages: [String: SourcePath?]

  init(_ paths: Set<SourcePath>) {
    var pages: [String: SourcePath?] = [:]
    for path in paths where path.name.utf8.count > 3 {
      let key = PageNames.key(String(path.name.dropLast(path.fileExtension == "md" ? 3 : 0)))
      pages[key] = .some(pages[key] == nil ? path : nil)
    }
    self.pages = pages
  }

  /// The page with this name, and the part after `#`. `origin` is the file that contains the reference.
  func page(named text: String, from origin: SourcePath) -> (path: SourcePath, fragment: String?)? {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var name = parts[0]
    if name.lowercased().hasSuffix(".md") { name = String(name.dropLast(3)) }
    let folders = name.split(separator: "/").map(String.init)
    guard let last = folders.last, let found = pages[PageNames.key(last)], let path = found else { return nil }
    let above = folders.dropLast().filter { $0 != "." && $0 != ".." }
    guard path.folder.suffix(above.count).elementsEqual(above) else { return nil }
    return (path, parts.count > 1 ? PageNames.fragment(parts[1]) : nil)
  }

  /// Wikis write the words of the heading, not its id.
  private static func fragment(_ text: String) -> String {
    String(String.UnicodeScalarView(text.lowercased().unicodeScalars.map { $0 == " " ? "-" : $0 }))
  }

  /// Names are compared without regard to case, and a space is equal to a hyphen or an underscore.
  private static func key(_ name: String) -> String {
    String(String.UnicodeScalarView(name.lowercased().unicodeScalars.map { $0 == " " || $0 == "_" ? "-" : $0 }))
  }
}
