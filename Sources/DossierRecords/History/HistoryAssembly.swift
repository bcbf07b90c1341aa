package import DossierText

/// Makes the history of records from commits. A record is recognised by its id, so it can move to another file.
package struct HistoryAssembly: Sendable {
  private let changes: [CommitChanges]
  /// The git objects whose contents are needed. An object is listed once for each form in which it is scanned: twice if a
  /// Markdown file and a register have the same content.
  package let objects: [ObjectID]
  /// For each object in `objects`, the path of a file with this content. The path determines the form.
  package let paths: [SourcePath]
  /// The files whose history is the history of adopted records.
  package let adopted: AdoptedFiles
  /// For each adopted file, the position of its adoption.
  private let adoptions: [SourcePath: Int]
  private let submodules: [SourcePath]

  /// Makes an assembly of commits. `changes` are ordered from newest to oldest: each commit is before its parents.
  /// `submodules` are folders whose files are in another repository.
  package init(_ changes: [CommitChanges], adopted: AdoptedFiles = .none, submodules: [SourcePath] = []) {
    self.adopted = adopted
    self.submodules = submodules
    var objects: [ObjectID] = []
    var paths: [SourcePath] = []
    var seen: Set<HistoryTexts.Key> = []
    var seenAdopted: Set<HistoryTexts.AdoptedKey> = []
    // Patterns are compared once with each path, not once for each commit.
    let known = Set(changes.lazy.flatMap(\.files).map(\.path))
    let adoptions = Dictionary(uniqueKeysWithValues: known.compactMap { path in adopted.adoption(of: path).map { (path, $0) } })
    self.adoptions = adoptions
    for change in changes {
      for file in change.files {
        let adoption = adoptions[file.path]
        for object in [file.before, file.after] {
          guard let object else { continue }
          let isNew = RecordExtents.concerns(file.path) && seen.insert(HistoryTexts.Key(object, file.path)).inserted
          let isNewVersion = adoption.map { seenAdopted.insert(.init(object: object, adoption: $0)).inserted } ?? false
          guard isNew || isNewVersion else { continue }
          objects.append(object)
          paths.append(file.path)
        }
      }
    }
    (self.changes, self.objects, self.paths) = (changes, objects, paths)
  }

  /// The records in a git object.
  package enum Content: Sendable {
    /// The second value is the version of an adopted file.
    case records(RecordExtents, AdoptedFiles.Version? = nil)
    /// The object is missing, or its content does not match its hash.
    case absent
  }

  /// The history of all records. `contents` are in the order of `objects`.
  ///
  /// If the workspace is only a part of the repository, `roots` are the root commits of the repository. With them, the history
  /// can tell whether the first files of the workspace may come from another folder (`Revision.Change.begun`). If the workspace
  /// is the whole repository, `roots` is nil.
  package func history(_ contents: [Content], isShallow: Bool, roots: Set<ObjectID>? = nil) -> RecordHistory {
    var texts = HistoryTexts()
    var versions: [HistoryTexts.AdoptedKey: AdoptedFiles.Version] = [:]
    for (i, content) in contents.enumerated() {
      switch content {
      case .records(let found, let version):
        if RecordExtents.concerns(paths[i]) { texts.held[HistoryTexts.Key(objects[i], paths[i])] = found }
        if let version, let adoption = adoptions[paths[i]] {
          versions[.init(object: objects[i], adoption: adoption)] = version
        }
      case .absent: texts.absent.insert(objects[i])
      }
    }
    let walk = walk(texts, isShallow: isShallow, roots: roots)
    // Adopted files have a history of their own. Their content never adds a revision to a record that has an id in its text.
    var files: [String: [Revision]] = [:]
    if !versions.isEmpty {
      var others = HistoryTexts()
      others.absent = texts.absent
      others.adopted = (adoptions, versions)
      files = self.walk(others, isShallow: isShallow, roots: roots).revisions
    }
    return RecordHistory(
      extent: .read(isShallow: isShallow, absent: texts.absent.count), revisions: walk.revisions.mapValues { $0.reversed() },
      lineage: walk.lineage, graph: walk.graph, files: files.mapValues { $0.reversed() }, submodules: submodules)
  }

  private func walk(_ texts: HistoryTexts, isShallow: Bool, roots: Set<ObjectID>?) -> HistoryWalk {
    var walk = HistoryWalk(texts, isShallow: isShallow, roots: roots, follows: changes.flatMap(\.commit.parents))
    for change in changes.reversed() { walk.take(change) }
    return walk
  }
}
