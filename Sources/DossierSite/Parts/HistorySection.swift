import DossierAssessment
import DossierRecords
import DossierText

/// The history of a record: who changed it and when, as far as git knows.
struct HistorySection: ViewModel {
  let notes: [String]
  let rows: [Row]

  static let view = View<HistorySection>(
    .texts("notes", \.notes), .list("rows", \.rows), .flag("has_rows", { !$0.rows.isEmpty }))

  /// One commit.
  struct Row: ViewModel {
    let date: String
    /// A note that the commit was made after the as-of date. Nil for other commits.
    let note: String?
    let author: String
    let subject: String
    let change: String
    let commit: String
    static let view = View<Row>(
      .text("date", \.date), .optional("note", \.note), .text("author", \.author), .text("subject", \.subject),
      .text("change", \.change),
      .text("commit", \.commit))
  }

  private static let most = 12

  /// Returns nil if the history was not read from git.
  init?(_ site: Site, _ position: Int) {
    let history = site.dossier.history
    if history.extent == .unread { return nil }
    let entry = site.dossier.entries[position]
    let revisions = history.revisions(of: entry)
    var notes = history.extent.remark.map { [$0] } ?? []
    let current = site.committed[RecordID.key(entry.id)]
    if case .none = history.extent {
    } else if let last = revisions.first, let first = revisions.last {
      if revisions.count > 1 {
        notes.append(
          HistoryWords.changes(
            revisions.count, first: HistorySection.day(first), last: HistorySection.day(last),
            isComplete: first.change != .firstKnown && first.change != .begun))
      }
      if revisions.count > HistorySection.most {
        notes.append(HistoryWords.shown(HistorySection.most))
      }
      if entry.isAdopted { notes.append(HistoryWords.ofFile(entry.path.description)) }
      let read = entry.isAdopted ? last : history.current(entry.id)
      if current.map({ $0 != read?.digest }) ?? false {
        notes.append(HistoryWords.uncommitted)
      }
    } else if let submodule = history.submodule(of: entry.path) {
      notes.append(HistoryWords.inSubmodule(submodule.description))
    } else {
      notes.append(current == nil ? HistoryWords.notFollowed : HistoryWords.inNoCommit)
    }
    self.notes = notes
    let shown =
      revisions.count > HistorySection.most ? revisions.prefix(HistorySection.most) + revisions.suffix(1) : revisions[...]
    rows = shown.map { revision in
      Row(
        date: HistorySection.day(revision),
        note: revision.commit.day.map(site.facts.asOf.includes) == false ? HistoryWords.afterAsOf : nil,
        author: revision.commit.author, subject: revision.commit.subject,
        change: revision.change.words, commit: revision.commit.id.short)
    }
  }

  private static func day(_ revision: Revision) -> String {
    revision.commit.day?.description ?? HistoryWords.unknownDate
  }

  /// The digests of the records in the current files, by id. If the bytes of a file were corrected during reading, its records
  /// are left out.
  static func digests(_ dossier: Dossier) -> [String: Digest] {
    var digests: [String: Digest] = [:]
    var seen: Set<SourcePath> = []
    let adopted = AdoptedFiles(dossier.configuration.adopt)
    for entry in dossier.entries where seen.insert(entry.path).inserted {
      guard Digest(of: entry.source.bytes) == entry.source.digest else { continue }
      if entry.isAdopted {
        digests[RecordID.key(entry.id)] = adopted.version(entry.source.bytes, path: entry.path)?.digest
        continue
      }
      for part in RecordExtents(entry.source.bytes, path: entry.path).records where digests[RecordID.key(part.id)] == nil {
        digests[RecordID.key(part.id)] = part.digest
      }
    }
    return digests
  }
}
