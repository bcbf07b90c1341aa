import DossierLedger
import DossierRecords
import DossierText

/// What git knows of a workspace: the commit, and whether the sources are those of it.
///
/// The bytes of the files are compared, whatever git's settings, attributes and index say. Nothing of the repository is run: no hook, no
/// monitor, no filter.
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
    let committed = try git.tree(of: git.head)?.files ?? []
    let objects = Dictionary(committed.map { ($0.path, $0.object) }) { first, _ in first }
    let found = try git.objects(of: sources.sorted())
    // What cannot be listed cannot be asked for either; it is refused by its name later.
    let changed = sources.filter { path in
      guard let committed = objects[path] else { return true }
      return ManifestEntry.canList(path) && found[path] != committed
    }
    let gone = objects.keys.filter { !sources.contains($0) && !SealedFolder.holds($0) && !CheckedOutTree.isFile($0, workspace) }
    differing = (changed + gone).sorted()
    historyEnd = .commit(git.head)
    origin = .commit(git.head.description, isClean: differing.isEmpty)
  }

  /// Where there is a `.git` above, git must be able to answer: that it refuses is no proof that there is no repository.
  private static func origin(of workspace: Workspace, _ absence: GitRepository.Absence) throws(EnvironmentError) -> Seal.Origin {
    if absence == .noCommits { return .noCommit }
    if try GitRepository.isAbove(workspace) { throw EnvironmentError("ask git", reason: absence.words) }
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
  /// The names that git would give files of the working tree, byte for byte as they are: no filter of the repository is run on them and
  /// no line end changed. Without those whose names have control characters.
  fileprivate func objects(of paths: [SourcePath]) throws -> [SourcePath: ObjectID] {
    let named = paths.filter(ManifestEntry.canList)
    guard !named.isEmpty else { return [:] }
    // From the top of the repository; with a dot, because git would take off the quotes of a name that begins with one.
    let list = named.flatMap { Array("./".utf8) + prefix + Array("\($0)\n".utf8) }
    let lines = try output(["hash-object", "--no-filters", "--stdin-paths"], input: list).split(separator: 0x0A)
    guard lines.count == named.count else { throw EnvironmentError("ask git", reason: "it did not name every file") }
    return Dictionary(zip(named, lines).compactMap { path, line in ObjectID(line).map { (path, $0) } }) { first, _ in first }
  }
}
