import DossierMarkup
import DossierText

/// Resolves references to records, pages, files and catalogue items of a dossier.
struct Resolver {
  private let entries: [Entry]
  private let pages: [PlainPage]
  private let frameworks: Frameworks
  private let entriesByID: [String: Int]
  private let entriesByPath: [SourcePath: [Int]]
  private let pagesByPath: [SourcePath: Int]
  private let unread: Set<String>
  private let files: Set<SourcePath>
  private let folders: Set<String>
  /// Files that are read but must not be published.
  private let withheld: Set<SourcePath>

  init(entries: [Entry], pages: [PlainPage], unread: [String], files: [SourcePath], frameworks: Frameworks) {
    self.entries = entries
    self.pages = pages
    self.frameworks = frameworks
    withheld = frameworks.withheld
    var byID: [String: Int] = [:]
    var byPath: [SourcePath: [Int]] = [:]
    for (i, entry) in entries.enumerated() {
      byID[RecordID.key(entry.id)] = i
      byPath[entry.path, default: []].append(i)
    }
    entriesByID = byID
    entriesByPath = byPath
    pagesByPath = Dictionary(pages.enumerated().map { ($1.path, $0) }) { first, _ in first }
    self.unread = Set(unread.map(RecordID.key))
    self.files = Set(files)
    var folders: Set<String> = []
    for path in files {
      var parts = path.folder
      while !parts.isEmpty, folders.insert(parts.joined(separator: "/")).inserted { parts.removeLast() }
    }
    self.folders = folders
  }

  typealias Resolution = (
    target: ReferenceGraph.Target?, fragment: String?, problem: ReferenceGraph.Problem?
  )

  func resolve(_ site: ReferenceSite, from origin: ReferenceGraph.Origin) -> Resolution {
    switch site.expectation {
    case .record(let kinds): return record(site.target, kinds)
    case .item: return item(site.target)
    case .file: return file(site)
    case .either:
      let found = record(site.target, [])
      if found.target != nil || found.problem == nil { return found }
      let other = item(site.target)
      if other.target != nil || Resolver.looksLikeItem(site.target) { return other }
      return found
    case .link: return link(site, origin)
    }
  }

  // MARK: Records and items

  private func record(_ text: String, _ kinds: [String]) -> Resolution {
    guard let position = entriesByID[RecordID.key(text)] else {
      return (nil, nil, unread.contains(RecordID.key(text)) ? nil : .unknownRecord)
    }
    let entry = entries[position]
    if !kinds.isEmpty, !kinds.contains(entry.kind.name) { return (.entry(position), nil, .wrongKind) }
    let isExact = entry.id.utf8.elementsEqual(text.utf8)
    return (.entry(position), nil, isExact ? nil : .alias(canonical: entry.id))
  }

  private func item(_ text: String) -> Resolution {
    switch frameworks.lookup(text) {
    case .item(let place, let canonical):
      (.item(catalogue: place.catalogue, item: place.item), nil, canonical.map { .alias(canonical: $0) })
    case .unknownCatalogue(let name): (nil, nil, .unknownCatalogue(name))
    case .unknownItem(let catalogue): (nil, nil, .unknownItem(catalogue: catalogue))
    }
  }

  /// Whether the text contains a colon or a dot (`eu-ai-act:Art. 14`, `A.6.2.4`). Then the author meant a catalogue item.
  private static func looksLikeItem(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: ":")) || text.utf8.contains(UInt8(ascii: "."))
  }

  // MARK: Files

  private func file(_ site: ReferenceSite) -> Resolution {
    guard let path = site.path.resolving(site.target) else { return (nil, nil, .outside) }
    if withheld.contains(path) { return (nil, nil, .withheld(path)) }
    return files.contains(path) ? (.file(path), nil, nil) : (nil, nil, .missingFile(path))
  }

  private func link(_ site: ReferenceSite, _ origin: ReferenceGraph.Origin) -> Resolution {
    switch LinkTarget(site.target) {
    case .fragment(let fragment):
      // A link such as `#scope` refers to a heading of the same record, because each record of a register has its own page.
      if case .entry(let i) = origin, entries[i].outline.headings.contains(where: { $0.id == fragment }) {
        return (.entry(i), fragment, nil)
      }
      return heading(at: site.path, fragment)
    case .absolute: return (nil, nil, .absolute)
    case .external, .unsafe: return (nil, nil, nil)
    case .relative(let text, let fragment):
      guard let path = site.path.resolving(text) else { return folderOrOutside(site, text) }
      // Browsers and git hosts treat a path that ends with a slash as a folder.
      if text.utf8.last == UInt8(ascii: "/"), files.contains(path) { return (nil, nil, .missingFile(path)) }
      if pagesByPath[path] != nil || entriesByPath[path] != nil { return heading(at: path, fragment) }
      if withheld.contains(path) { return (nil, nil, .withheld(path)) }
      if files.contains(path) { return (.file(path), nil, nil) }
      guard folders.contains(path.description) else { return (nil, nil, .missingFile(path)) }
      for name in ["README.md", "index.md"] {
        let page = SourcePath(parts: path.parts + [name])
        if pagesByPath[page] != nil || entriesByPath[page] != nil { return heading(at: page, fragment) }
      }
      return (.folder, nil, nil)
    }
  }

  /// Resolves a path that is the root folder of the workspace (`..` or `./`), or that is outside the workspace.
  private func folderOrOutside(_ site: ReferenceSite, _ text: String) -> Resolution {
    var depth = site.path.folder.count
    for part in text.utf8.split(separator: UInt8(ascii: "/")) {
      if part.elementsEqual("..".utf8) { depth -= 1 } else if !part.elementsEqual(".".utf8) { depth += 1 }
      if depth < 0 { return (nil, nil, .outside) }
    }
    return (.folder, nil, nil)
  }

  private func heading(at path: SourcePath, _ fragment: String?) -> Resolution {
    let target: ReferenceGraph.Target
    var headings: [String] = []
    if let page = pagesByPath[path] {
      target = .page(page)
      headings = pages[page].outline.headings.map(\.id)
    } else if let own = entriesByPath[path], let first = own.first {
      guard own.count == 1, entries[first].path.isMarkup else {
        let register = ReferenceGraph.Target.register(entries[first].kind.name)
        guard let fragment, !fragment.isEmpty else { return (register, nil, nil) }
        let meant = entriesByID[RecordID.key(fragment)].flatMap { entries[$0].path == path ? $0 : nil }
        return meant.map { (.entry($0), nil, nil) } ?? (register, nil, .missingHeading)
      }
      target = .entry(first)
      headings = entries[first].outline.headings.map(\.id)
    } else {
      return (nil, nil, .missingFile(path))
    }
    guard let fragment, !fragment.isEmpty else { return (target, nil, nil) }
    return headings.contains(fragment) ? (target, fragment, nil) : (target, nil, .missingHeading)
  }
}
