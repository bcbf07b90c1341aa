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
  private let unlisted: [SourcePath: Surroundings.Unlisted]
  private let roots: LinkRoots
  private let names: PageNames
  /// Whether the workspace has neither records nor a configuration. Then `[[…]]` is not certainly a reference to a record.
  private let hasOnlyPages: Bool

  init(
    entries: [Entry], pages: [PlainPage], unread: [String], files: [SourcePath], frameworks: Frameworks,
    unlisted: [SourcePath: Surroundings.Unlisted], roots: LinkRoots, isConfigured: Bool
  ) {
    (self.unlisted, self.roots) = (unlisted, roots)
    hasOnlyPages = entries.isEmpty && unread.isEmpty && !isConfigured
    names = PageNames(Set(pages.map(\.path) + entries.map(\.path).filter { $0.fileExtension == "md" }))
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
      if other.target != nil, other.problem == nil { return other }
      if let page = names.page(named: site.target, from: site.path) { return heading(at: page.path, page.fragment) }
      if other.target != nil || Resolver.looksLikeItem(site.target) { return other }
      let isWord = hasOnlyPages && !site.target.utf8.contains { (0x30...0x39).contains($0) }
      return isWord ? (nil, nil, nil) : found
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
    if files.contains(path) { return (.file(path), nil, nil) }
    switch unlisted[path] {
    case .alias(let real)? where files.contains(real): return (.file(real), nil, nil)
    case let entry?: return (nil, nil, .unpublished(path, entry))
    case nil: return (nil, nil, .missingFile(path))
    }
  }

  private func link(_ site: ReferenceSite, _ origin: ReferenceGraph.Origin) -> Resolution {
    switch LinkTarget(site.target) {
    case .fragment(let fragment):
      // A link such as `#scope` refers to a heading of the same record, because each record of a register has its own page.
      if case .entry(let i) = origin, let id = Resolver.id(fragment, in: entries[i].outline) { return (.entry(i), id, nil) }
      return heading(at: site.path, fragment)
    case .absolute(let text, let fragment):
      if text.utf8.allSatisfy({ $0 == UInt8(ascii: "/") }) { return (.folder, nil, nil) }
      for path in roots.paths(ofLink: text) {
        let found = link(to: path, text, fragment, site)
        if case .missingFile? = found.problem { continue }
        return found
      }
      return (nil, nil, .absolute)
    case .external, .unsafe: return (nil, nil, nil)
    case .relative(let text, let fragment):
      guard let path = site.path.resolving(text) else { return folderOrOutside(site, text) }
      return link(to: path, text, fragment, site)
    }
  }

  /// Resolves a link to a path. `text` is the path as written.
  private func link(to path: SourcePath, _ text: String, _ fragment: String?, _ site: ReferenceSite) -> Resolution {
    // Browsers and git hosts treat a path that ends with a slash as a folder.
    if text.utf8.last == UInt8(ascii: "/"), files.contains(path) { return (nil, nil, .missingFile(path)) }
    if pagesByPath[path] != nil || entriesByPath[path] != nil { return heading(at: path, fragment) }
    if withheld.contains(path) { return (nil, nil, .withheld(path)) }
    if files.contains(path) { return (.file(path), nil, nil) }
    if folders.contains(path.description) {
      for name in ["README.md", "index.md"] {
        let page = SourcePath(parts: path.parts + [name])
        if pagesByPath[page] != nil || entriesByPath[page] != nil { return heading(at: page, fragment) }
      }
      return (.folder, nil, nil)
    }
    switch unlisted[path] {
    // The path without links leads to no other link, so this call is not repeated.
    case .alias(let real)? where real != path: return link(to: real, text, fragment, site)
    case .picture? where site.isImage: return (.file(path), nil, nil)
    case let entry?: return (nil, nil, .unpublished(path, entry))
    case nil: return (nil, nil, .missingFile(path))
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
    let outline: Outline
    if let page = pagesByPath[path] {
      target = .page(page)
      outline = pages[page].outline
    } else if let own = entriesByPath[path], let first = own.first {
      guard own.count == 1, entries[first].path.isMarkup else {
        let register = ReferenceGraph.Target.register(entries[first].kind.name)
        guard let fragment, !fragment.isEmpty else { return (register, nil, nil) }
        let meant = entriesByID[RecordID.key(fragment)].flatMap { entries[$0].path == path ? $0 : nil }
        return meant.map { (.entry($0), nil, nil) } ?? (register, nil, .missingHeading)
      }
      target = .entry(first)
      outline = entries[first].outline
    } else {
      return (nil, nil, .missingFile(path))
    }
    guard let fragment, !fragment.isEmpty else { return (target, nil, nil) }
    if let id = Resolver.id(fragment, in: outline) { return (target, id, nil) }
    // Browsers show the start of the page for `#top`, if no element has this id (HTML standard, 7.4.6.4).
    return fragment.lowercased() == "top" ? (target, nil, nil) : (target, nil, .missingHeading)
  }

  /// The id on the page to which a fragment leads. GitHub also understands `user-content-` before an id.
  private static func id(_ fragment: String, in outline: Outline) -> String? {
    if outline.contains(fragment) { return fragment }
    let prefix = "user-content-"
    guard fragment.utf8.starts(with: prefix.utf8) else { return nil }
    let rest = String(fragment.dropFirst(prefix.count))
    return outline.contains(rest) ? rest : nil
  }
}
