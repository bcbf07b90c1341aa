import DossierLedger
import DossierRecords
import DossierText

/// The files of a workspace as a commit has them: what a scan of a checkout of it would find.
struct GitTree: Sendable {
  /// By path.
  let files: [File]
  /// Folders whose contents are another repository's.
  let submodules: [SourcePath]
  /// What a scan says of links and of names that cannot be used.
  let diagnostics: [Diagnostic]

  struct File: Sendable, Hashable {
    let path: SourcePath
    let object: ObjectID
    let size: Int
  }

  /// Reads `MODE TYPE OBJECT SIZE`, a tab and the path, a NUL after each.
  init(listing: [UInt8]) {
    var tokens = GitLog.Tokens(listing)
    var (files, submodules, diagnostics): ([File], [SourcePath], [SourcePath: Diagnostic]) = ([], [], [:])
    while let token = tokens.next() {
      guard let tab = token.firstIndex(of: 0x09) else { continue }
      let words = token[..<tab].split(separator: 0x20)
      guard words.count == 4 else { continue }
      switch GitTree.place(token[(tab + 1)...]) {
      case .hidden: continue
      case .unusable(let said): diagnostics[said.primary.path] = said
      case .path(let path):
        let mode = String(decoding: words[0], as: UTF8.self)
        if mode == "120000" { diagnostics[path] = .link(path) }
        if mode == "160000" { submodules.append(path) }
        guard mode.hasPrefix("100"), let object = ObjectID(words[2]), let size = Int(String(decoding: words[3], as: UTF8.self))
        else { continue }
        files.append(File(path: path, object: object, size: size))
      }
    }
    self.files = files.sorted { $0.path < $1.path }
    self.submodules = submodules.sorted()
    self.diagnostics = diagnostics.values.sorted { $0.primary.path < $1.primary.path }
  }

  private enum Place {
    case path(SourcePath)
    /// In a folder, or itself a file, that is passed over without a word.
    case hidden
    case unusable(Diagnostic)
  }

  /// Goes down the path as a scan goes down folders.
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

  private init(files: [File], submodules: [SourcePath], diagnostics: [Diagnostic]) {
    (self.files, self.submodules, self.diagnostics) = (files, submodules, diagnostics)
  }

  /// Without these folders and what is in them.
  func without(_ folders: [[String]]) -> GitTree {
    guard !folders.isEmpty else { return self }
    return GitTree(
      files: files.filter { file in !folders.contains { file.path.lies(in: $0) } }, submodules: submodules,
      diagnostics: diagnostics.filter { said in !folders.contains { said.primary.path.lies(in: $0) } })
  }

  /// What a scan lists.
  var listing: Listing {
    Listing(files: files.map { Listing.Found(path: $0.path, size: $0.size) }, diagnostics: diagnostics)
  }
}

extension GitRepository {
  /// The files of the workspace in a commit, without sites that were built there and releases; nil where it has no such folder.
  func tree(of commit: ObjectID) throws -> GitTree? {
    let folder = prefix.last == UInt8(ascii: "/") ? prefix.dropLast() : prefix[...]
    let place = "\(commit):" + String(decoding: folder, as: UTF8.self)
    guard let listing = try answer(["ls-tree", "-r", "-z", "-l", "--full-tree", place]) else { return nil }
    let tree = GitTree(listing: listing)
    let markers = tree.files.filter { file in
      file.path.name == SiteMarker.name && file.path.parts.count > 1 || SealedFolder.isManifest(file.path)
    }
    var folders: [[String]] = []
    try contents(of: markers.map(\.object), limit: ReleaseShelf.largestManifest) { i, object in
      let path = markers[i].path
      guard let bytes = object.bytes, SealedFolder.isManifest(path) ? Manifest.begins(bytes) : SiteMarker.begins(bytes) else {
        return
      }
      folders.append(path.folder)
    }
    return tree.without(folders)
  }
}

extension SourcePath {
  /// Whether it is in a folder, at any depth, or is the folder itself.
  func lies(in folder: [String]) -> Bool { parts.starts(with: folder) }
}
