import DossierRecords

/// Finds objects anywhere in trees. Each tree is read once, however many commits contain it.
struct TreeSearch {
  /// For each tree, the wanted objects in it. Nil if it or a tree in it is missing or does not match its hash.
  private var found: [ObjectID: Set<ObjectID>?] = [:]
  private let wanted: Set<ObjectID>

  init(_ wanted: Set<ObjectID>) { self.wanted = wanted }

  /// The wanted objects in a tree, at any path. Nil if the tree cannot be read completely.
  mutating func objects(in top: ObjectID, _ files: inout VerifiedFiles) throws -> Set<ObjectID>? {
    if let known = found[top] { return known }
    for tree in try order(from: top, &files) {
      guard let entries = files.tree(tree)?.entries else {
        found[tree] = .some(nil)
        continue
      }
      var objects: Set<ObjectID>? = []
      for entry in entries.values {
        switch entry.type {
        case .folder: objects = (found[entry.object] ?? nil).flatMap { objects?.union($0) }
        case .file, .link: if wanted.contains(entry.object) { objects?.insert(entry.object) }
        case .repository: continue
        }
      }
      found[tree] = .some(objects)
    }
    return found[top] ?? nil
  }

  /// The trees below a tree that are not known yet, each after the trees that it contains.
  private func order(from top: ObjectID, _ files: inout VerifiedFiles) throws -> [ObjectID] {
    // Read one level at a time, because each run of git costs more than many objects.
    var inner: [ObjectID: [ObjectID]] = [:]
    var level = [top]
    while !level.isEmpty {
      try files.loadTrees(level)
      for tree in level {
        inner[tree] = files.tree(tree)?.entries.values.filter { $0.type == .folder }.map(\.object) ?? []
      }
      level = Array(Set(level.flatMap { inner[$0] ?? [] }.filter { inner[$0] == nil && found[$0] == nil }))
    }
    var order: [ObjectID] = []
    var seen: Set<ObjectID> = []
    var open: [(tree: ObjectID, isDone: Bool)] = [(top, false)]
    while let (tree, isDone) = open.popLast() {
      if isDone {
        order.append(tree)
      } else if inner[tree] != nil, seen.insert(tree).inserted {
        open.append((tree, true))
        open += (inner[tree] ?? []).map { ($0, false) }
      }
    }
    return order
  }
}
