import DossierRecords
import DossierText

/// Follows paths from commits to files, and believes a repository nothing but what hashes to its name: a signature over a commit
/// covers a file only as far as the names between the two are right.
struct VerifiedFiles {
  let repository: GitRepository
  private var objects: [ObjectID: [UInt8]] = [:]
  /// Of what was asked for: those of which nobody can say whether they are there.
  private(set) var unverifiable: Set<Request> = []

  init(_ repository: GitRepository) { self.repository = repository }

  struct Request: Hashable {
    let commit: ObjectID
    let path: SourcePath
  }

  struct File {
    let object: ObjectID
    let bytes: [UInt8]
  }

  /// Objects that are there and are what their names say, each read once.
  mutating func load(_ ids: [ObjectID], type: String) throws {
    let wanted = Array(Set(ids.filter { objects[$0] == nil })).sorted { $0.description < $1.description }
    var found: [ObjectID: [UInt8]] = [:]
    try repository.contents(of: wanted, type: type) { i, bytes in
      guard let bytes, ObjectHash.name(of: bytes, type: type, digits: wanted[i].text.count) == wanted[i].text else { return }
      found[wanted[i]] = bytes
    }
    objects.merge(found) { first, _ in first }
  }

  func bytes(_ id: ObjectID) -> [UInt8]? { objects[id] }

  /// The files; nil for one that is not there, or not provably.
  mutating func files(_ requests: [Request]) throws -> [Request: File] {
    try load(requests.map(\.commit), type: "commit")
    let prefix = repository.prefix.split(separator: UInt8(ascii: "/")).map(Array.init)
    var open: [(request: Request, at: ObjectID, parts: ArraySlice<[UInt8]>)] = requests.compactMap { request in
      guard let bytes = objects[request.commit], let tree = SignedObject.header("tree", in: bytes).flatMap({ ObjectID($0) })
      else {
        unverifiable.insert(request)
        return nil
      }
      return (request, tree, (prefix + request.path.parts.map { Array($0.utf8) })[...])
    }
    var blobs: [(request: Request, object: ObjectID)] = []
    while !open.isEmpty {
      try load(open.map(\.at), type: "tree")
      open = open.compactMap { step in
        if objects[step.at] == nil { unverifiable.insert(step.request) }
        guard let tree = objects[step.at], let name = step.parts.first,
          let entry = VerifiedFiles.entry(name, in: tree, digits: step.at.text.count)
        else { return nil }
        if step.parts.count == 1 {
          if !entry.isFolder { blobs.append((step.request, entry.object)) }
          return nil
        }
        return entry.isFolder ? (step.request, entry.object, step.parts.dropFirst()) : nil
      }
    }
    try load(blobs.map(\.object), type: "blob")
    var files: [Request: File] = [:]
    for blob in blobs where objects[blob.object] == nil { unverifiable.insert(blob.request) }
    for blob in blobs { files[blob.request] = objects[blob.object].map { File(object: blob.object, bytes: $0) } }
    return files
  }

  /// `MODE NAME`, a NUL and the object as bytes, one after the other.
  private static func entry(_ name: [UInt8], in tree: [UInt8], digits: Int) -> (object: ObjectID, isFolder: Bool)? {
    let letters = Array("0123456789abcdef".utf8)
    var start = 0
    while start < tree.count, let nul = tree[start...].firstIndex(of: 0), nul + digits / 2 < tree.count {
      let head = tree[start..<nul]
      let raw = tree[(nul + 1)...].prefix(digits / 2)
      start = nul + 1 + digits / 2
      guard let space = head.firstIndex(of: 0x20), head[(space + 1)...].elementsEqual(name) else { continue }
      let mode = head[..<space]
      let isFolder = mode.elementsEqual("40000".utf8)
      guard isFolder || mode.starts(with: "100".utf8) else { return nil }
      return ObjectID(raw.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }).map { ($0, isFolder) }
    }
    return nil
  }
}
