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

  /// The folder names from the top of the repository to the workspace.
  private var prefix: [[UInt8]] { repository.prefix.split(separator: UInt8(ascii: "/")).map(Array.init) }

  private func top(of commit: ObjectID) -> ObjectID? {
    objects[commit].flatMap { SignedObject.header("tree", in: $0) }.flatMap { ObjectID($0) }
  }

  private mutating func loadTrees(_ ids: [ObjectID]) throws {
    trees.merge(try repository.trees(Set(ids.filter { trees[$0] == nil }))) { first, _ in first }
  }

  /// The ids, sorted and without duplicates.
  private static func sorted(_ ids: [ObjectID]) -> [ObjectID] { Set(ids).sorted { $0.text.lexicographicallyPrecedes($1.text) } }
}
