import DossierLedger
import DossierRecords
import DossierText

/// The checked out commit of a workspace, and whether the sources equal the files of that commit.
///
/// The comparison uses the bytes of the files and ignores git's settings, attributes and index. Nothing from the repository is
/// executed: no hook, no monitor, no filter.
struct CheckedOutTree {
  let origin: Seal.Origin
  let historyEnd: HistoryEnd
  /// Sources that differ from the commit, and files of the commit that are missing.
  let differing: [SourcePath]

  /// Runs git. If there is no repository, `origin` and `historyEnd` contain no commit.
  init(of workspace: Workspace, sources: Set<SourcePath>) throws {
    let git: GitRepository
    do { git = try GitRepository(of: workspace) } catch let absence as GitRepository.Absence {
      differing = absence == .noCommits ? sources.sorted() : []
      origin = try CheckedOutTree.origin(of: workspace, absence)
      historyEnd = .none(absence.words)
      return
    }
    let committed = try git.tree(of: git.head)?.files ?? []
    let objects = Dictionary(committed.map { ($0.path, $0.object) }) { first, _ in first }
    let found = try git.objects(of: sources.sorted())
    // Git cannot hash a file here if its path contains control characters. A later step rejects this path.
    let changed = sources.filter { path in
      guard let committed = objects[path] else { return true }
      return ManifestEntry.canList(path) && found[path] != committed
    }
    let gone = objects.keys.filter { !sources.contains($0) && !SealedFolder.holds($0) && !CheckedOutTree.isFile($0, workspace) }
    differing = (changed + gone).sorted()
    historyEnd = .commit(git.head)
    origin = .commit(git.head.description, isClean: differing.isEmpty)
  }

  /// The origin of a workspace from which git read no commit. Throws if this folder or a folder above it contains a `.git`,
  /// because git may have failed to read a repository there.
  private static func origin(of workspace: Workspace, _ absence: GitRepository.Absence) throws(EnvironmentError) -> Seal.Origin {
    if absence == .noCommits { return .noCommit }
    if try GitRepository.isAbove(workspace) { throw EnvironmentError("read the git repository", reason: absence.words) }
    return .noRepository
  }

  private static func isFile(_ path: SourcePath, _ workspace: Workspace) -> Bool {
    guard let root = try? Descriptor(folder: workspace.path), (try? root.descend(path.folder[...]).file(path.name)) != nil else {
      return false
    }
    return true
  }
}

extension GitRepository {
  /// The git object ids of files in the working tree. The bytes are hashed unchanged: without filters and without line end
  /// conversion. Files whose names contain control characters are left out.
  fileprivate func objects(of paths: [SourcePath]) throws -> [SourcePath: ObjectID] {
    let named = paths.filter(ManifestEntry.canList)
    guard !named.isEmpty else { return [:] }
    // Paths are relative to the top of the repository. The `./` stops git from unquoting a name that begins with a quotation
    // mark.
    let list = named.flatMap { Array("./".utf8) + prefix + Array("\($0)\n".utf8) }
    let lines = try output(["hash-object", "--no-filters", "--stdin-paths"], input: list).split(separator: 0x0A)
    guard lines.count == named.count else {
      throw EnvironmentError("hash the sources with git", reason: "git did not return an object id for every file")
    }
    return Dictionary(zip(named, lines).compactMap { path, line in ObjectID(line).map { (path, $0) } }) { first, _ in first }
  }
}
