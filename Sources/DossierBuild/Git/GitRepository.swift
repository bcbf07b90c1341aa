import DossierAnalysis
import DossierRecords
import DossierText
import Glibc

/// The git repository that contains a workspace, read with the program `git`.
///
/// Git runs with our own configuration (`GitView`). Settings of the repository have no effect. Of the user's settings, only
/// `safe.directory` has an effect: as in git, a repository of another user is read only if `safe.directory` lists the repository.
///
/// Nothing from the repository is executed: no hook, pager, file system monitor, external diff, text converter, signature checker
/// or transport. Nothing is written to the repository, and no network is used.
struct GitRepository: Sendable {
  /// The reason why there is no history.
  enum Absence: Error, Equatable {
    case noProgram
    case noRepository
    case noCommits
    /// The reason, which can be git's own message.
    case refused(String)
    /// The `.git` of the folder, or a link in the repository, leads to files that may belong to another repository. The value is
    /// the reason.
    case outside(String)

    /// The reason as a clause that can follow "no history: ".
    var words: String {
      switch self {
      case .noProgram: "the program git is not installed"
      case .noRepository: "the records are not in a git repository"
      case .noCommits: "the git repository has no commits yet"
      case .refused(let reason): "git cannot read the repository (\(reason))"
      case .outside(let reason): "the git repository is not read, because it does not belong to the folder: \(reason)"
      }
    }
  }

  private let program: Program
  private let folder: String
  private let view: GitView
  /// The path of the workspace inside the repository, with a slash at the end. Empty when the workspace is the top of the
  /// repository.
  let prefix: [UInt8]
  /// The commit that is checked out.
  let head: ObjectID
  /// Whether the clone is shallow, so older commits are missing.
  let isShallow: Bool

  /// Opens the repository of a workspace. Throws `Absence` if there is no repository, or if the repository has no commits or
  /// cannot be used.
  init(of workspace: Workspace) throws {
    guard Program(named: "git", environment: []) != nil else {
      // Without git, a missing `.git` folder still shows that there is no repository.
      throw try GitRepository.isAbove(workspace) ? Absence.noProgram : .noRepository
    }
    let place = try GitPlace(of: workspace)
    try GitOwner.refuse(place)
    view = try GitView(of: place)
    guard let program = Program(named: "git", environment: GitRepository.environment(place, view)) else {
      throw Absence.noProgram
    }
    self.program = program
    folder = workspace.path
    prefix = Array(place.prefix.utf8)
    let shallow = try GitRepository.output(program, folder, ["rev-parse", "--is-shallow-repository"])
    guard shallow.result.status == 0 else { throw GitRepository.absence(shallow.result.complaint) }
    isShallow = shallow.bytes.starts(with: "true".utf8)
    let head = try GitRepository.output(program, folder, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
    guard head.result.status == 0, let id = ObjectID(head.bytes.filter { $0 != 0x0A }) else { throw Absence.noCommits }
    self.head = id
  }

  /// Whether there is a `.git` in the folder or in a folder above it.
  static func isAbove(_ workspace: Workspace) throws(EnvironmentError) -> Bool {
    let folder = try Descriptor(folder: workspace.path)
    let depth = try attempt("find the folders above") { () throws(SystemFailure) in try FileIdentity.upwards(from: folder).count }
    var above = ".git"
    for _ in 0..<depth {
      var status = stat()
      if unsafe fstatat(folder.number, above, &status, 0) == 0 { return true }
      above = "../" + above
    }
    return false
  }

  /// Whether a commit is in this clone.
  func has(_ commit: ObjectID) throws -> Bool { try answer(["cat-file", "-e", commit.description + "^{commit}"]) != nil }

  /// Whether `commit` equals `last` or is an ancestor of `last`.
  func has(_ commit: ObjectID, before last: ObjectID) throws -> Bool {
    try answer(["merge-base", "--is-ancestor", commit.description, last.description]) != nil
  }

  /// Runs git and returns its complete output. When git fails, throws the first line of git's message.
  func output(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let (bytes, result) = try GitRepository.output(program, folder, arguments, input)
    guard result.status == 0 else { throw GitRepository.absence(result.complaint) }
    return bytes
  }

  /// Runs git and returns its output, or nil if git ends with a status other than 0.
  ///
  /// Use this function for git commands that answer "no" with such a status, for example because a commit does not exist.
  func answer(_ arguments: [String]) throws -> [UInt8]? {
    let (bytes, result) = try GitRepository.output(program, folder, arguments)
    return result.status == 0 ? bytes : nil
  }

  /// Reads many objects of one type in one run of git, in the given order. Each content is verified against its object id. For
  /// objects above `limit` bytes, only size and digest are kept; `largePart` gets their bytes in parts, before the object is
  /// verified.
  func contents(
    of objects: [ObjectID], type: String = "blob", limit: Int = SourceFiles.largestText,
    largePart: @escaping ([UInt8]) -> Void = { _ in }, _ use: @escaping (Int, GitObject) -> Void
  ) throws {
    guard !objects.isEmpty else { return }
    var reader = BatchReader(objects, type: type, limit: limit, largePart: largePart, use)
    let result = try program.run(
      GitRepository.arguments(folder) + ["cat-file", "--batch", "--buffer"],
      input: objects.flatMap { $0.text + [0x0A] }
    ) { reader.add($0) }
    guard result.status == 0, reader.count == objects.count else { throw GitRepository.absence(result.complaint) }
  }

  /// The maximum size of a tree object in bytes. It is larger than the limit for a file, because a folder can have many entries.
  private static let largestTree = 1 << 28

  /// Reads tree objects. A tree that is missing, invalid or does not match its hash is left out.
  func trees(_ ids: Set<ObjectID>) throws -> [ObjectID: TreeObject] {
    let wanted = ids.sorted { $0.text.lexicographicallyPrecedes($1.text) }
    var found: [ObjectID: TreeObject] = [:]
    try contents(of: wanted, type: "tree", limit: GitRepository.largestTree) { i, object in
      found[wanted[i]] = object.bytes.flatMap { TreeObject($0, digits: wanted[i].text.count) }
    }
    return found
  }

  /// Reads the trees `tops` and the trees in them, a level at a time. A folder is read only if `isWanted` returns true for it.
  func trees(
    in tops: Set<ObjectID>, where isWanted: (_ name: [UInt8], _ entry: TreeObject.Entry) -> Bool
  ) throws -> [ObjectID: TreeObject] {
    var found: [ObjectID: TreeObject] = [:]
    var level = tops
    while !level.isEmpty {
      let new = try trees(level)
      found.merge(new) { first, _ in first }
      level = []
      for tree in new.values {
        for (name, entry) in tree.entries where entry.type == .folder && found[entry.object] == nil {
          if isWanted(name, entry) { level.insert(entry.object) }
        }
      }
    }
    return found
  }

  /// The messages of `git fsck` about missing objects and about objects that do not match their ids. Empty if git reports no such
  /// object.
  ///
  /// Git checks all objects in the clone and all objects that the commit needs. The check takes as long as reading every object
  /// once. Messages about the format of old objects with correct ids and about branch names are left out.
  func faults(_ commit: ObjectID) throws -> [String] {
    let arguments = ["fsck", "--full", "--no-dangling", "--no-reflogs", "--no-progress", commit.description]
    let (bytes, result) = try GitRepository.output(program, folder, arguments)
    guard result.status != 0 else { return [] }
    let lines = (result.complaint + "\n" + String(decoding: bytes, as: UTF8.self)).split(separator: "\n").map(String.init)
    return lines.filter { line in
      ["error: ", "fatal: ", "missing "].contains { line.hasPrefix($0) } && !line.hasPrefix("error: refs/")
    }
  }

  // MARK: Running git

  private static func output(
    _ program: Program, _ folder: String, _ arguments: [String], _ input: [UInt8] = []
  ) throws(EnvironmentError) -> (bytes: [UInt8], result: Program.Result) {
    try program.output(GitRepository.arguments(folder) + arguments, input: input)
  }

  private static func arguments(_ folder: String) -> [String] { ["--no-pager", "--literal-pathspecs", "-C", folder] }

  /// The environment variables for git. If a git hook runs dossier, the variables of the hook are left out. The variables that
  /// locate the user's configuration are left out too.
  private static func environment(_ place: GitPlace, _ view: GitView) -> [String] {
    Program.inherited(["PATH"]) + GitSettings.none.filter { !$0.hasPrefix("GIT_DIR=") }
      + [
        "GIT_DIR=\(view.path)", "GIT_WORK_TREE=\(place.top)", "GIT_OBJECT_DIRECTORY=\(place.common)/objects",
        "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
        "GIT_NO_REPLACE_OBJECTS=1", "GIT_ATTR_NOSYSTEM=1", "GIT_GRAFT_FILE=/dev/null",
      ]
  }

  private static func absence(_ complaint: String) -> Absence {
    if complaint.contains("not a git repository") { return .noRepository }
    let line = complaint.split(separator: "\n").first.map(String.init) ?? "it gave no reason"
    return .refused(line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line)
  }
}
