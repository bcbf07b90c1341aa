package import DossierText

/// A git commit.
package struct Commit: Sendable, Hashable {
  package let id: ObjectID
  /// The nearest ancestors that changed the workspace or are merges, in the order of git's parents.
  ///
  /// A merge has several parents. The first commit has no parent.
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

  /// The date of the commit in the time zone of the author. Nil if `CivilDate` does not support the year.
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

  /// A file with its git object before and after the commit. An object is nil if the file did not exist at that time.
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
