import DossierLedger
import DossierRecords

/// The history that the pages of a release show. This history is complete. It is the same, no matter when and where the release
/// is published.
struct SealedHistory {
  private let workspace: Workspace
  private let isShown: Bool

  init(of workspace: Workspace, isShown: Bool) {
    self.workspace = workspace
    self.isShown = isShown
  }

  /// The last commit of the history of a new release: the commit that is checked out.
  func end() throws -> HistoryEnd {
    do {
      let git = try GitRepository(of: workspace)
      try refuseShallow(git, "--no-history leaves it out")
      return .commit(git.head)
    } catch let absence as GitRepository.Absence {
      switch absence {
      case .noRepository, .noCommits: return .none(absence.words)
      case .noProgram, .refused, .outside: throw EnvironmentError("read the git repository", reason: absence.words)
      }
    }
  }

  /// The last commit of the history of an existing release. Throws when the commit is not in this clone.
  func end(of seal: Seal) throws -> HistoryEnd {
    switch seal.origin {
    case .noCommit: return .none(GitRepository.Absence.noCommits.words)
    case .noRepository: return .none(GitRepository.Absence.noRepository.words)
    case .commit(let id, _):
      guard isShown, let commit = ObjectID(id.utf8) else { return .none("it was left out") }
      do {
        let git = try GitRepository(of: workspace)
        guard try git.has(commit) else {
          let way =
            git.isShallow
            ? "this clone, which is shallow; get it with `git fetch --unshallow`" : "this clone; get it with `git fetch`"
          throw ReleaseRefusal("commit \(id), from which release \(seal.version) was made, is not in \(way)")
        }
        try refuseShallow(git, nil)
        return .commit(commit)
      } catch let absence as GitRepository.Absence {
        throw ReleaseRefusal("the pages of release \(seal.version) show the history of the records, but \(absence.words)")
      }
    }
  }

  /// Refuses a history with missing objects, because the history on the pages must be the same in every clone.
  static func refuseDamaged(_ history: RecordHistory) throws(ReleaseRefusal) {
    guard history.extent.absent > 0, let remark = history.extent.remark else { return }
    throw ReleaseRefusal("\(remark.dropLast()) (`git fsck` lists them); use a complete clone")
  }

  private func refuseShallow(_ git: GitRepository, _ way: String?) throws(ReleaseRefusal) {
    guard isShown, git.isShallow else { return }
    throw ReleaseRefusal(
      "this clone is shallow, so the history on the pages would be incomplete; run `git fetch --unshallow`"
        + (way.map { " (\($0))" } ?? ""))
  }
}
