import DossierLedger
import DossierRecords
import DossierText

/// Follows paths from commits to files and verifies every git object on the way against its hash (`GitObject`).
///
/// A commit contains only the ids of its trees, and a tree contains only the ids of its files. So a commit signature covers a
/// file only if every object on the way matches its id.
struct VerifiedFiles {
  let repository: GitRepository
  private var objects: [ObjectID: [UInt8]] = [:]
  private var trees: [ObjectID: TreeObject] = [:]
  /// For each object that was read as a marker of a site or a manifest of a release, the paths that belong to the site or
  /// release. Empty if the object is neither.
  private var listed: [Marker: Set<String>] = [:]

  private struct Marker: Hashable {
    let object: ObjectID
    let isManifest: Bool

    func files(in bytes: [UInt8]) -> Set<String> {
      guard isManifest else { return SiteMarker.files(in: bytes) ?? [] }
      return Manifest.begins(bytes) ? Set(SealedFolder.own) : []
    }
  }

  /// The maximum size of a tree object in bytes. It is larger than the limit for a file, because a folder can have many entries.
  private static let largestTree = 1 << 28

  init(_ repository: GitRepository) { self.repository = repository }

  struct Request: Hashable {
    let commit: ObjectID
    let path: SourcePath
  }

  struct File {
    let object: ObjectID
    let bytes: [UInt8]
  }

  /// Loads commits or tags that exist in the clone. Each object is read once.
  mutating func load(_ ids: [ObjectID], type: String) throws {
    let wanted = VerifiedFiles.sorted(ids.filter { objects[$0] == nil })
    objects.merge(try contents(of: wanted, type: type)) { first, _ in first }
  }

  private func contents(of ids: [ObjectID], type: String) throws -> [ObjectID: [UInt8]] {
    var found: [ObjectID: [UInt8]] = [:]
    try repository.contents(of: ids, type: type) { i, object in found[ids[i]] = object.bytes }
    return found
  }

  func bytes(_ id: ObjectID) -> [UInt8]? { objects[id] }

  /// The files for these requests. A file is missing from the result when it does not exist or cannot be verified.
  mutating func files(_ requests: [Request]) throws -> [Request: File] {
    try load(requests.map(\.commit), type: "commit")
    var open: [(request: Request, at: ObjectID, parts: ArraySlice<[UInt8]>)] = requests.compactMap { request in
      top(of: request.commit).map { (request, $0, (prefix + request.path.parts.map { Array($0.utf8) })[...]) }
    }
    var blobs: [(request: Request, object: ObjectID)] = []
    while !open.isEmpty {
      try loadTrees(open.map(\.at))
      open = open.compactMap { step in
        guard let name = step.parts.first, let entry = trees[step.at]?.entries[name] else { return nil }
        if step.parts.count == 1, entry.type == .file { blobs.append((step.request, entry.object)) }
        return step.parts.count > 1 && entry.type == .folder ? (step.request, entry.object, step.parts.dropFirst()) : nil
      }
    }
    // Do not cache blobs, because there can be many large blobs.
    let contents = try contents(of: VerifiedFiles.sorted(blobs.map(\.object)), type: "blob")
    var files: [Request: File] = [:]
    for blob in blobs { files[blob.request] = contents[blob.object].map { File(object: blob.object, bytes: $0) } }
    return files
  }

  /// A file or link in an earlier commit.
  struct ParentFile: Hashable {
    /// The path in the repository.
    let name: [UInt8]
    /// The path inside the workspace. Nil for a link, and for a file that a build does not read.
    let path: SourcePath?
    let object: ObjectID
  }

  /// The maximum size of a file that is searched, in bytes.
  static let largestFile = 1 << 25

  /// The top-level trees of the parents of a commit. Nil if the commit or a parent is missing or does not match its hash.
  mutating func parents(of commit: ObjectID) throws -> [ObjectID]? {
    try load([commit], type: "commit")
    guard let bytes = objects[commit] else { return nil }
    let names = SignedObject.headers("parent", in: bytes)
    let parents = names.compactMap { ObjectID($0) }
    try load(parents, type: "commit")
    let trees = parents.compactMap(top)
    return trees.count == names.count ? trees : nil
  }

  /// A condition on a folder entry. Its inputs are the entry's name, the entry, and whether the commit changed or removed the
  /// entry.
  typealias Condition = (_ name: [UInt8], _ entry: TreeObject.Entry, _ isChanged: Bool) -> Bool

  /// A folder in an earlier commit (`before`), and the folder at the same path in the later commit (`now`).
  private struct Step {
    let before: ObjectID
    let now: ObjectID?
    let name: [UInt8]
    /// The built sites and releases that contain this folder.
    let sites: [Site]
  }

  /// A built site or a release. `files` are the paths in the folder that belong to it.
  private struct Site {
    let folder: [UInt8]
    let files: Set<String>

    func lists(_ name: [UInt8]) -> Bool {
      String(validating: name.dropFirst(folder.count + 1), as: UTF8.self).map(files.contains) ?? false
    }
  }

  /// The files and links in the tree `before` of an ancestor of `commit` for which `isWanted` returns true, sorted by path. The
  /// whole repository is searched, but a folder is read only if `isWanted` returns true for the folder. Nil if a tree object is
  /// missing or invalid.
  ///
  /// A file that belongs to a built site or a release is left out if `commit` has a file at the same path and `isPage` returns
  /// true. The reason is that a site contains the digests of records, even before a role approves them. Such a file would
  /// otherwise prevent the proof of the approval.
  mutating func files(
    in before: ObjectID, before commit: ObjectID, where isWanted: Condition,
    isPage: (_ name: [UInt8], _ object: ObjectID) -> Bool
  ) throws -> [ParentFile]? {
    guard let now = top(of: commit) else { return nil }
    var found: [ParentFile] = []
    var open = [Step(before: before, now: now, name: [], sites: [])]
    while !open.isEmpty {
      try loadTrees(open.flatMap { [$0.before, $0.now].compactMap { $0 } })
      let new = try sites(open)
      var next: [Step] = []
      for step in open {
        guard let old = trees[step.before] else { return nil }
        var other: TreeObject?
        if let now = step.now {
          guard let tree = trees[now] else { return nil }
          other = tree
        }
        let sites = step.sites + (new[step.name] ?? [])
        for (part, entry) in old.entries {
          let now = other?.entries[part]
          guard isWanted(part, entry, now != entry) else { continue }
          let name = step.name.isEmpty ? part : step.name + [0x2F] + part
          switch entry.type {
          case .folder:
            let folder = now?.type == .folder ? now?.object : nil
            next.append(Step(before: entry.object, now: folder, name: name, sites: sites))
          case .file, .link:
            let isKept = now?.type == .file || now?.type == .link
            if isKept, isPage(part, entry.object), sites.contains(where: { $0.lists(name) }) { continue }
            let path = entry.type == .link ? nil : GitLog.path(name[...], repository.prefix)
            found.append(ParentFile(name: name, path: path, object: entry.object))
          case .repository: continue
          }
        }
      }
      open = next
    }
    return found.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// The sites and releases in the folders of `steps`, by folder.
  private mutating func sites(_ steps: [Step]) throws -> [[UInt8]: [Site]] {
    var markers: [(folder: [UInt8], marker: Marker)] = []
    for step in steps {
      let inner = step.name + [0x2F]
      let isWorkspace = step.name.isEmpty ? repository.prefix.isEmpty : inner == repository.prefix
      if !isWorkspace, let object = object(SiteMarker.name, in: step) {
        markers.append((step.name, Marker(object: object, isManifest: false)))
      }
      let name = inner + Array(SealedFolder.manifest.utf8)
      if let path = GitLog.path(name[...], repository.prefix), SealedFolder.isManifest(path),
        let object = object(SealedFolder.manifest, in: step)
      {
        markers.append((step.name, Marker(object: object, isManifest: true)))
      }
    }
    // Read each marker once, because most commits have the same markers.
    let new = markers.map(\.marker).filter { listed[$0] == nil }
    var found: [Marker: Set<String>] = [:]
    try repository.contents(of: new.map(\.object), limit: SealedFolder.maximumManifestSize) { i, object in
      found[new[i]] = new[i].files(in: object.bytes ?? [])
    }
    listed.merge(found) { first, _ in first }
    var sites: [[UInt8]: [Site]] = [:]
    for (folder, marker) in markers { sites[folder, default: []].append(Site(folder: folder, files: listed[marker] ?? [])) }
    return sites
  }

  private func object(_ name: String, in step: Step) -> ObjectID? {
    guard let entry = trees[step.before]?.entries[Array(name.utf8)], entry.type == .file else { return nil }
    return entry.object
  }

  func tree(_ id: ObjectID) -> TreeObject? { trees[id] }

  /// The folder names from the top of the repository to the workspace.
  private var prefix: [[UInt8]] { repository.prefix.split(separator: UInt8(ascii: "/")).map(Array.init) }

  private func top(of commit: ObjectID) -> ObjectID? {
    objects[commit].flatMap { SignedObject.header("tree", in: $0) }.flatMap { ObjectID($0) }
  }

  mutating func loadTrees(_ ids: [ObjectID]) throws {
    let wanted = VerifiedFiles.sorted(ids.filter { trees[$0] == nil })
    var found: [ObjectID: TreeObject] = [:]
    try repository.contents(of: wanted, type: "tree", limit: VerifiedFiles.largestTree) { i, object in
      found[wanted[i]] = object.bytes.flatMap { TreeObject($0, digits: wanted[i].text.count) }
    }
    trees.merge(found) { first, _ in first }
  }

  /// The ids, sorted and without duplicates.
  private static func sorted(_ ids: [ObjectID]) -> [ObjectID] { Set(ids).sorted { $0.text.lexicographicallyPrecedes($1.text) } }
}
