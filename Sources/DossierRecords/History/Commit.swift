package import DossierText

/// One commit, as its author wrote it.
package struct Commit: Sendable, Hashable {
  package let id: ObjectID
  /// The commits it follows, the first one first: of those that changed something in the workspace, or merged, the nearest. More than
  /// one for a merge, none for the first.
  package let parents: [ObjectID]
  package let author: String
  /// Author's date with zone, ISO 8601.
  package let time: String
  package let subject: String

  package init(id: ObjectID, parents: [ObjectID], author: String, time: String, subject: String) {
    self.id = id
    self.parents = parents
    self.author = author
    self.time = time
    self.subject = subject
  }

  /// The day where the author was. Nil where the clock was set to a year that no calendar of ours has.
  package var day: CivilDate? { CivilDate(String(time.prefix(10))) }
}

/// A commit and the files in which it differs from the first one it follows.
package struct CommitChanges: Sendable {
  package let commit: Commit
  package let files: [File]

  package init(commit: Commit, files: [File]) {
    self.commit = commit
    self.files = files
  }

  /// A file before and after; nil where it was not there.
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
