import DossierLedger
import DossierRecords
import DossierText

/// The files of a workspace in a commit: the same files that a scan of a checkout finds.
struct GitTree: Sendable {
  /// Sorted by path.
  let files: [File]
  /// Folders that are submodules.
  let submodules: [SourcePath]
  /// Hidden files and symbolic links. A scan does not list them.
  let unlisted: Set<SourcePath>
  /// The diagnostics about links and unusable names, as a scan reports them.
  let diagnostics: [Diagnostic]

  struct File: Sendable, Hashable {
    let path: SourcePath
    let object: ObjectID
    let size: Int
  }

  /// Parses entries of the form `MODE TYPE OBJECT SIZE`, a tab and the path, each ended by a NUL.
  init(listing: [UInt8]) {
    var tokens = GitLog.Tokens(listing)
    var (files, submodules, diagnostics): ([File], [SourcePath], [SourcePath: Diagnostic]) = ([], [], [:])
    var unlisted: Set<SourcePath> = []
    while let token = tokens.next() {
      guard let tab = token.firstIndex(of: 0x09) else { continue }
      let words = token[..<tab].split(separator: 0x20)
      guard words.count == 4 else { continue }
      switch GitTree.place(token[(tab + 1)...]) {
      case .hidden: if let path = SourcePath(String(decoding: token[(tab + 1)...], as: UTF8.self)) { unlisted.insert(path) }
      case .unusable(let diagnostic): diagnostics[diagnostic.primary.path] = diagnostic
      case .path(let path):
        let mode = String(decoding: words[0], as: UTF8.self)
        if mode == "120000" {
          diagnostics[path] = .link(path)
          unlisted.insert(path)
        }
        if mode == "160000" { submodules.append(path) }
        guard mode.hasPrefix("100"), let object = ObjectID(words[2]), let size = Int(String(decoding: words[3], as: UTF8.self))
        else { continue }
        files.append(File(path: path, object: object, size: size))
      }
    }
    self.files = files.sorted { $0.path < $1.path }
    self.submodules = submodules.sorted()
    self.unlisted = unlisted
    self.diagnostics = diagnostics.values.sorted { $0.primary.path < $1.primary.path }
  }

  private enum Place {
    case path(SourcePath)
    /// A hidden file, or a file in a hidden folder. A scan skips it without a diagnostic.
    case hidden
    case unusable(Diagnostic)
  }

  /// Classifies a path with the same rules that a scan applies to folders.
  private static func place(_ name: ArraySlice<UInt8>) -> Place {
    let raw = name.split(separator: UInt8(ascii: "/"))
    var parts: [String] = []
    for (i, part) in raw.enumerated() {
      if part.first == UInt8(ascii: ".") { return .hidden }
      parts.append(String(decoding: part, as: UTF8.self))
      let path = SourcePath(parts: parts)
      guard parts[i].utf8.elementsEqual(part) else { return .unusable(.special(path)) }
      if i + 1 < raw.count, i >= Listing.deepest { return .unusable(.closedFolder(path)) }
    }
    return .path(SourcePath(parts: parts))
  }

  private init(files: [File], submodules: [SourcePath], unlisted: Set<SourcePath>, diagnostics: [Diagnostic]) {
    (self.files, self.submodules, self.unlisted, self.diagnostics) = (files, submodules, unlisted, diagnostics)
  }

  /// What exists at a path at which the commit has no source. Symbolic links are not followed.
  func entry(_ path: SourcePath) -> Surroundings.Unlisted? {
    if submodules.contains(where: { path.lies(in: $0.parts) }) { return .submodule }
    let isInside = (1...path.parts.count).contains { unlisted.contains(SourcePath(parts: Array(path.parts.prefix($0)))) }
    if isInside { return .unread }
    let isFolder = path.parts.contains { $0.utf8.first == UInt8(ascii: ".") } && unlisted.contains { $0.lies(in: path.parts) }
    return isFolder ? .unread : nil
  }

  /// The tree without these folders and their contents, but with the files `kept`.
  func without(_ folders: [[String]], except kept: Set<SourcePath> = []) -> GitTree {
    guard !folders.isEmpty else { return self }
    return GitTree(
      files: files.filter { file in kept.contains(file.path) || !folders.contains { file.path.lies(in: $0) } },
      submodules: submodules, unlisted: unlisted,
      diagnostics: diagnostics.filter { found in !folders.contains { found.primary.path.lies(in: $0) } })
  }

  /// The listing that a scan of a checkout would return.
  var listing: Listing {
    Listing(files: files.map { Listing.Found(path: $0.path, size: $0.size) }, diagnostics: diagnostics)
  }
}

extension GitRepository {
  /// The files of the workspace in a commit, without built sites and releases. Nil when the commit does not contain the workspace
  /// folder.
  func tree(of commit: ObjectID) throws -> GitTree? {
    let folder = prefix.last == UInt8(ascii: "/") ? prefix.dropLast() : prefix[...]
    let place = "\(commit):" + String(decoding: folder, as: UTF8.self)
    guard let listing = try answer(["ls-tree", "-r", "-z", "-l", "--full-tree", place]) else { return nil }
    let tree = GitTree(listing: listing)
    let markers = tree.files.filter { file in
      file.path.name == SiteMarker.name && file.path.parts.count > 1 || SealedFolder.isManifest(file.path)
    }
    var written: [[String]: Set<String>] = [:]
    try contents(of: markers.map(\.object), limit: SealedFolder.maximumManifestSize) { i, object in
      let path = markers[i].path
      guard let bytes = object.bytes, SealedFolder.isManifest(path) ? Manifest.begins(bytes) : SiteMarker.begins(bytes) else {
        return
      }
      written[path.folder] = SealedFolder.isManifest(path) ? [] : SiteMarker.files(in: bytes) ?? []
    }
    return tree.without(Array(written.keys), except: try sources(in: written, of: tree))
  }

  /// The files in sites and releases that are read as sources (`SiteMarker.isSource`). `written` contains, for each of these
  /// folders, the files that its marker lists.
  private func sources(in written: [[String]: Set<String>], of tree: GitTree) throws -> Set<SourcePath> {
    // The outermost site decides, as in a scan.
    let found = tree.files.filter { RecordExtents.concerns($0.path) }.compactMap { file in
      (1..<file.path.parts.count).first { written[Array(file.path.parts.prefix($0))] != nil }.map { (file: file, depth: $0) }
    }
    var starts: [SourcePath: [UInt8]] = [:]
    try contents(of: found.map(\.file.object)) { i, object in
      starts[found[i].file.path] = object.bytes.map { Array($0.prefix(SiteMarker.startLength)) }
    }
    let sources = found.filter { file, depth in
      let (site, rest) = (Array(file.path.parts.prefix(depth)), Array(file.path.parts.dropFirst(depth)))
      return SiteMarker.isSource(SourcePath(parts: rest), written: written[site] ?? []) { starts[file.path] }
    }
    return Set(sources.map(\.file.path))
  }
}

extension SourcePath {
  /// Whether the path equals a folder or is inside it, at any depth.
  func lies(in folder: [String]) -> Bool { parts.starts(with: folder) }
}
