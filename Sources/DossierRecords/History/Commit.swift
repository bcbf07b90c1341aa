package import DossierText

/// A commit.
package struct Commit: Sendable, Hashable {
  package let id: ObjectID
  /// The nearest ancestors that changed the workspace or are merges, first parent first. A merge has several, the first commit
  /// has none.
  package let parents: [ObjectID]
  package let author: String
  /// The author date with UTC offset, in ISO 8601.
  package let time: String
  package let subject: String

  package init(id: ObjectID, parents: [ObjectID], author: String, time: String, subject: String) {
    self.id = id
    self.parents = parents
    self.author = author
    self.time = time
    self.subject = subject
  }

  /// The author's local date. Nil if the year is outside the supported range.
  package var day: CivilDate? { CivilDate(String(time.prefix(10))) }
}

/// A commit and the files that differ from its first parent.
package struct CommitChanges: Sendable {
  package let commit: Commit
  package let files: [File]

  package init(commit: Commit, files: [File]) {
    self.commit = commit
    self.files = files
  }

  /// A file before and after the commit. Nil if the file did not exist.
  package struct File: Sendable, Hashable {
    package let path: SourcePath
    package let before: ObjectID?
    package let after: ObjectID?

    package init(path: SourcePath, before: ObjectID?, after: ObjectID?) {
      self.path = path
      self.before = before
      self.after = after
    }
  }
}
