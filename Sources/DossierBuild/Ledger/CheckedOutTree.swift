import DossierLedger
import DossierRecords
import DossierText

/// What git knows of a workspace: the commit, and whether the sources are those of it.
///
/// Nothing of the repository is run: no hook, no monitor. What redirects git to another repository is not passed on to it.
struct CheckedOutTree {
  let origin: Seal.Origin
  let historyEnd: HistoryEnd
  /// Sources that are not those of the commit, and files of the commit that are gone.
  let differing: [SourcePath]

  /// Asks git; outside a repository there is nothing to ask.
  init(of workspace: Workspace, sources: Set<SourcePath>) throws {
    let git: GitRepository
    do { git = try GitRepository(of: workspace) } catch let absence as GitRepository.Absence {
      differing = absence == .noCommits ? sources.sorted() : []
      origin = try CheckedOutTree.origin(of: workspace, absence)
      historyEnd = .none(absence.words)
      return
    }
    let changes = try git.changes() + git.overlooked().map { (state: "  ", path: $0) }
    differing = Set(changes.flatMap { CheckedOutTree.differing($0.state, $0.path, sources) }).sorted()
    historyEnd = .commit(git.head)
    origin = .commit(git.head.description, isClean: differing.isEmpty)
  }

  /// Where there is a `.git` above, git must be able to answer: that it refuses is no proof that there is no repository.
  private static func origin(of workspace: Workspace, _ absence: GitRepository.Absence) throws(EnvironmentError) -> Seal.Origin {
    if absence == .noCommits { return .noCommit }
    if try GitRepository.isAbove(workspace) { throw EnvironmentError("ask git", reason: absence.words) }
    return .noRepository
  }

  private static func differing(_ state: String, _ path: SourcePath, _ sources: Set<SourcePath>) -> [SourcePath] {
    if sources.contains(path) { return [path] }
    // A repository inside this one is named as a whole.
    let inner = sources.filter { $0.parts.starts(with: path.parts) }
    if !inner.isEmpty { return inner.sorted() }
    let isGone = state.contains("D") && !path.parts.contains { $0.hasPrefix(".") } && !SealedFolder.holds(path)
    return isGone ? [path] : []
  }
}

extension GitRepository {
  /// What differs from the last commit or is not in it, with git's two letters for how.
  fileprivate func changes() throws -> [(state: String, path: SourcePath)] {
    let listed = try output([
      "status", "--porcelain=v1", "-z", "--untracked-files=all", "--ignored=traditional", "--no-renames", "--", ".",
    ])
    return listed.split(separator: 0).compactMap { entry in
      guard entry.count > 3, entry.dropFirst(3).starts(with: prefix) else { return nil }
      // A repository inside this one ends with a slash.
      let name = String(decoding: entry.dropFirst(3 + prefix.count), as: UTF8.self)
      guard let path = SourcePath(name.hasSuffix("/") ? String(name.dropLast()) : name) else { return nil }
      return (String(decoding: entry.prefix(2), as: UTF8.self), path)
    }
  }

  /// What git was told not to look at: marked as unchanged, or skipped.
  fileprivate func overlooked() throws -> [SourcePath] {
    try output(["ls-files", "-v", "-z", "--", "."]).split(separator: 0).compactMap { entry in
      guard let tag = entry.first, (0x61...0x7A).contains(tag) || tag == UInt8(ascii: "S") else { return nil }
      return SourcePath(String(decoding: entry.dropFirst(2), as: UTF8.self))
    }
  }
}
