package import DossierRecords
import DossierText

/// The history of a record, as text for people and as JSON for programs.
package enum HistoryReport {
  package static func text(_ id: String, _ revisions: [Revision], _ extent: RecordHistory.Extent) -> String {
    guard !revisions.isEmpty else {
      return "\(TerminalText.visible(id)) is in no commit\n" + (extent.remark.map { $0 + "\n" } ?? "")
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
