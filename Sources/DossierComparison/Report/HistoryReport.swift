package import DossierRecords
package import DossierText

/// The history of a record, as text for people and as JSON for programs.
package enum HistoryReport {
  /// Why a record has no revisions.
  package enum Absence: Sendable, Hashable {
    /// Neither a commit nor a file of the folder contains the id.
    case unknownID
    case inNoCommit
    /// The folder of the submodule that contains the record.
    case inSubmodule(SourcePath)
    /// The form of the record in its file is not followed, for example an item of a register in flow style.
    case notFollowed(SourcePath)

    package init(of entry: Entry?, in history: RecordHistory) {
      guard let entry else { self = .unknownID; return }
      if let submodule = history.submodule(of: entry.path) { self = .inSubmodule(submodule); return }
      let isFollowed =
        entry.isAdopted
        || RecordExtents(entry.source.bytes, path: entry.path).records.contains { RecordID.key($0.id) == RecordID.key(entry.id) }
      self = isFollowed ? .inNoCommit : .notFollowed(entry.path)
    }

    fileprivate func words(_ id: String) -> String {
      switch self {
      case .unknownID: "no commit and no file contains \(id)"
      case .inNoCommit: "\(id) is in no commit of this repository"
      case .inSubmodule(let folder):
        "\(id) is in the submodule \(TerminalText.visible(folder.description)); the history of a submodule is not read"
      case .notFollowed(let path):
        "the history of \(id) is not read, because of the form of its file; use `git log -- \(TerminalText.visible(path.description))`"
      }
    }
  }

  package static func text(_ id: String, _ revisions: [Revision], _ extent: RecordHistory.Extent, absence: Absence) -> String {
    guard !revisions.isEmpty else {
      return absence.words(TerminalText.visible(id)) + "\n" + (extent.remark.map { $0 + "\n" } ?? "")
    }
    let lines = revisions.map { revision in
      let author = TerminalText.visible(revision.commit.author)
      let subject = TerminalText.visible(revision.commit.subject)
      let words = TerminalText.visible(revision.change.words)
      return "\(revision.commit.id.short)  \(revision.commit.time.prefix(10))  \(author): \(subject)  (\(words))\n"
    }
    return lines.joined() + (extent.remark.map { $0 + "\n" } ?? "")
  }

  package static func json(_ id: String, _ revisions: [Revision], _ extent: RecordHistory.Extent) -> String {
    let list = revisions.map { revision in
      JSON.object([
        "commit": .string(revision.commit.id.description), "author": .string(revision.commit.author),
        "time": .string(revision.commit.time), "subject": .string(revision.commit.subject),
        "change": .string(revision.change.words), "path": .string(revision.path.description),
        "sha256": .string(revision.digest.description),
      ])
    }
    let whole = JSON.object([
      "schema": .integer(1), "id": .string(id), "shallow": .bool(extent.isShallow), "absent_objects": .integer(extent.absent),
      "revisions": .array(list),
    ])
    return whole.pretty() + "\n"
  }
}
