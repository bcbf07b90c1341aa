import DossierRecords
import DossierText

/// Follows paths from commits to files and verifies every git object on the way against its hash (`GitObject`).
///
/// A commit signature covers a file only if every object id between the commit and the file matches its content.
struct VerifiedFiles {
  let repository: GitRepository
  private var objects: [ObjectID: [UInt8]] = [:]
  private var trees: [ObjectID: TreeObject] = [:]
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
    // Do not cache blobs, because there can be many large ones.
    let contents = try contents(of: VerifiedFiles.sorted(blobs.map(\.object)), type: "blob")
    var files: [Request: File] = [:]
    for blob in blobs { files[blob.request] = contents[blob.object].map { File(object: blob.object, bytes: $0) } }
    return files
  }

  /// A file in a parent commit.
  struct Replaced {
    /// The path inside the workspace. Nil for a file that a build does not read.
    let path: SourcePath?
    /// Nil for a text file that is larger than the limit of a build.
    let bytes: [UInt8]?
  }

  /// For each parent commit, all files that a commit changed or removed, anywhere in the repository. Nil when an object is
  /// missing or does not match its hash.
  ///
  /// Files with an extension that a built site uses are left out, because a site contains the digest of every record. Files above
  /// the size limit that are not text files are left out too.
  mutating func replaced(by commit: ObjectID) throws -> [[Replaced]]? {
    try load([commit], type: "commit")
    guard let bytes = objects[commit], let now = top(of: commit) else { return nil }
    let parents = SignedObject.headers("parent", in: bytes).compactMap { ObjectID($0) }
    try load(parents, type: "commit")
    let prefix = repository.prefix
    var all: [[Replaced]] = []
    for parent in parents {
      guard let before = top(of: parent), let differing = try differing(before, now) else { return nil }
      let blobs = differing.filter { !VerifiedFiles.ends($0.name, with: VerifiedFiles.formsOfSites) }
      var files: [Replaced] = []
      var isWhole = true
      try repository.contents(of: blobs.map(\.object)) { i, object in
        let path = GitLog.path(blobs[i].name[...], prefix)
        switch object {
        case .content(let bytes): files.append(Replaced(path: path, bytes: bytes))
        case .tooLarge:
          if VerifiedFiles.ends(blobs[i].name, with: VerifiedFiles.formsOfTexts) {
            files.append(Replaced(path: path, bytes: nil))
          }
        case .absent: isWhole = false
        }
      }
      guard isWhole else { return nil }
      all.append(files)
    }
    return all
  }

  private static let formsOfSites = [".html", ".js", ".css", ".json", ".csv", ".xml", ".svg"]
  private static let formsOfTexts = [".md", ".yaml", ".yml", ".txt"]

  private static func ends(_ name: [UInt8], with forms: [String]) -> Bool {
    forms.contains { name.suffix($0.utf8.count).elementsEqual($0.utf8) }
  }

  /// The files and links of one tree that are different or missing in another tree. Nil when a tree object is missing or invalid.
  private mutating func differing(_ before: ObjectID, _ now: ObjectID) throws -> [(name: [UInt8], object: ObjectID)]? {
    var found: [(name: [UInt8], object: ObjectID)] = []
    var open: [(before: ObjectID, now: ObjectID?, name: [UInt8])] = [(before, now, [])]
    while !open.isEmpty {
      try loadTrees(open.flatMap { [$0.before, $0.now].compactMap { $0 } })
      var next: [(before: ObjectID, now: ObjectID?, name: [UInt8])] = []
      for step in open {
        guard let old = trees[step.before] else { return nil }
        var other: TreeObject?
        if let now = step.now {
          guard let tree = trees[now] else { return nil }
          other = tree
        }
        for (part, entry) in old.entries where other?.entries[part] != entry {
          let name = step.name.isEmpty ? part : step.name + [0x2F] + part
          switch entry.type {
          case .folder:
            let now = other?.entries[part]
            next.append((entry.object, now?.type == .folder ? now?.object : nil, name))
          case .file, .link: found.append((name, entry.object))
          case .repository: continue
          }
        }
      }
      open = next
    }
    return found.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// The folder names from the top of the repository to the workspace.
  private var prefix: [[UInt8]] { repository.prefix.split(separator: UInt8(ascii: "/")).map(Array.init) }

  private func top(of commit: ObjectID) -> ObjectID? {
    objects[commit].flatMap { SignedObject.header("tree", in: $0) }.flatMap { ObjectID($0) }
  }

  private mutating func loadTrees(_ ids: [ObjectID]) throws {
    let wanted = VerifiedFiles.sorted(ids.filter { trees[$0] == nil })
    var found: [ObjectID: TreeObject] = [:]
    try repository.contents(of: wanted, type: "tree", limit: VerifiedFiles.largestTree) { i, object in
      found[wanted[i]] = object.bytes.map { TreeObject($0, digits: wanted[i].text.count) }
    }
    trees.merge(found) { first, _ in first }
  }

  /// The ids, sorted and without duplicates.
  private static func sorted(_ ids: [ObjectID]) -> [ObjectID] { Set(ids).sorted { $0.text.lexicographicallyPrecedes($1.text) } }
}
