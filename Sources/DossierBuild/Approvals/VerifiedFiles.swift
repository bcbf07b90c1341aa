import DossierRecords
import DossierText

/// Follows paths from commits to files. A repository is believed nothing but what hashes to its name (`GitObject`): a signature over a
/// commit covers a file only as far as the names between the two are right.
struct VerifiedFiles {
  let repository: GitRepository
  private var objects: [ObjectID: [UInt8]] = [:]
  private var trees: [ObjectID: TreeObject] = [:]
  /// Files that no build reads.
  private var tooLarge: Set<ObjectID> = []
  /// Folders hold more than files are read of.
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

  /// Objects that are there, each read once.
  mutating func load(_ ids: [ObjectID], type: String) throws {
    let wanted = VerifiedFiles.sorted(ids.filter { objects[$0] == nil })
    var (found, large): ([ObjectID: [UInt8]], Set<ObjectID>) = ([:], [])
    try repository.contents(of: wanted, type: type) { i, object in
      switch object {
      case .content(let bytes): found[wanted[i]] = bytes
      case .tooLarge: large.insert(wanted[i])
      case .absent: break
      }
    }
    objects.merge(found) { first, _ in first }
    tooLarge.formUnion(large)
  }

  func bytes(_ id: ObjectID) -> [UInt8]? { objects[id] }

  /// The files; nil for one that is not there, or not provably.
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
    try load(blobs.map(\.object), type: "blob")
    var files: [Request: File] = [:]
    for blob in blobs { files[blob.request] = objects[blob.object].map { File(object: blob.object, bytes: $0) } }
    return files
  }

  /// The files that can hold records, as the commits before had them, of those that a commit changed or took away. Nil where nobody can
  /// say.
  mutating func replaced(by commit: ObjectID) throws -> [(path: SourcePath, file: File)]? {
    try load([commit], type: "commit")
    guard let bytes = objects[commit], let now = top(of: commit) else { return nil }
    let parents = SignedObject.headers("parent", in: bytes).compactMap { ObjectID($0) }
    try load(parents, type: "commit")
    var blobs: [(path: SourcePath, object: ObjectID)] = []
    for parent in parents {
      guard let before = top(of: parent) else { return nil }
      guard let found = try differing(before, now) else { return nil }
      blobs += found
    }
    try load(blobs.map(\.object), type: "blob")
    var files: [(path: SourcePath, file: File)] = []
    for (path, object) in blobs where !tooLarge.contains(object) {
      guard let bytes = objects[object] else { return nil }
      files.append((path, File(object: object, bytes: bytes)))
    }
    return files
  }

  /// The files of the workspace in one tree that are others in another, or not there.
  private mutating func differing(_ before: ObjectID, _ now: ObjectID) throws -> [(path: SourcePath, object: ObjectID)]? {
    var found: [(path: SourcePath, object: ObjectID)] = []
    var open: [(before: ObjectID, now: ObjectID?, parts: [[UInt8]])] = [(before, now, [])]
    while !open.isEmpty {
      try loadTrees(open.flatMap { [$0.before, $0.now].compactMap { $0 } })
      var next: [(before: ObjectID, now: ObjectID?, parts: [[UInt8]])] = []
      for step in open {
        guard let old = trees[step.before] else { return nil }
        var other: TreeObject?
        if let now = step.now {
          guard let tree = trees[now] else { return nil }
          other = tree
        }
        for (name, entry) in old.entries where other?.entries[name] != entry {
          let parts = step.parts + [name]
          guard zip(parts, prefix).allSatisfy({ $0 == $1 }) else { continue }
          switch entry.type {
          case .folder:
            let now = other?.entries[name]
            next.append((entry.object, now?.type == .folder ? now?.object : nil, parts))
          case .file:
            let path = GitLog.path(Array(parts.joined(separator: [0x2F]))[...], repository.prefix)
            if let path, RecordExtents.concerns(path) { found.append((path, entry.object)) }
          case .other: continue
          }
        }
      }
      open = next
    }
    return found.sorted { $0.path < $1.path }
  }

  /// The folders from the top of the repository to the workspace.
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

  /// Each once.
  private static func sorted(_ ids: [ObjectID]) -> [ObjectID] { Set(ids).sorted { $0.text.lexicographicallyPrecedes($1.text) } }
}
