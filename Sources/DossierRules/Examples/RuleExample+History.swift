package import DossierRecords
package import DossierText

extension RuleExample {
  /// The state before the change: every file with its earlier text from `before`. A file that is not in `before` keeps its text.
  /// Nil if the example shows no change.
  package var earlier: RuleExample? {
    before.isEmpty ? nil : RuleExample(files: files.map { file in before.first { $0.path == file.path } ?? file })
  }

  /// A history of two commits, one for each state.
  package static func history(from old: SourceTree, to new: SourceTree) -> RecordHistory {
    var texts: [ObjectID: [UInt8]] = [:]
    func object(_ file: SourceFile?) -> ObjectID? {
      guard let file, let id = ObjectID(file.digest.description.utf8) else { return nil }
      texts[id] = file.bytes
      return id
    }
    func commit(_ name: String, _ time: String, follows: ObjectID?) -> Commit? {
      ObjectID(Digest(of: Array(name.utf8)).description.utf8).map {
        Commit(id: $0, parents: [follows].compactMap { $0 }, author: "Ada Example", time: time, subject: name)
      }
    }
    var changes: [CommitChanges] = []
    let first = commit("First", "2025-06-10T09:00:00Z", follows: nil)
    if let first {
      let files = old.files.map { CommitChanges.File(path: $0.path, before: nil, after: object($0)) }
      changes.append(CommitChanges(commit: first, files: files))
    }
    if let second = commit("Second", "2026-06-10T09:00:00Z", follows: first?.id) {
      let files = new.files.map { CommitChanges.File(path: $0.path, before: object(old.file(at: $0.path)), after: object($0)) }
      changes.append(CommitChanges(commit: second, files: files.filter { $0.before != $0.after }))
    }
    let assembly = HistoryAssembly(changes.reversed())
    let contents = zip(assembly.objects, assembly.paths).map { object, path in
      HistoryAssembly.Content.records(RecordExtents(texts[object] ?? [], path: path))
    }
    return assembly.history(contents, isShallow: false)
  }
}
