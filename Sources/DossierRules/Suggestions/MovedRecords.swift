import DossierRecords
import DossierText

/// The present files of records that the git history knows in other files. A record is known by its id, so its move is certain.
struct MovedRecords {
  /// The present path by former path. Nil if the records of the former file are in several files now.
  private let paths: [SourcePath: SourcePath?]

  init(_ dossier: Dossier) {
    var paths: [SourcePath: SourcePath?] = [:]
    for entry in dossier.entries {
      for revision in dossier.history.revisions(of: entry.id) {
        guard case .moved(let former)? = revision.change.move, former != entry.path else { continue }
        paths[former] = .some(paths[former, default: entry.path] == entry.path ? entry.path : nil)
      }
    }
    self.paths = paths
  }

  /// The file to which the records of a former file were moved.
  func path(ofFormer path: SourcePath) -> SourcePath? { paths[path] ?? nil }
}

extension Revision.Change {
  /// The change as a move. Nil if the commit did not move the record.
  fileprivate var move: Revision.Change? {
    switch self {
    case .moved(let path), .movedAndChanged(let path): .moved(from: path)
    default: nil
    }
  }
}
