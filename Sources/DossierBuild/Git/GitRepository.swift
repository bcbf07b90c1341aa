import DossierAnalysis
import DossierRecords
import DossierText
import Glibc

/// The git repository that contains a workspace, read with the program `git`.
///
/// Nothing from the repository is executed, regardless of its configuration: no hook, pager, file system monitor, external diff,
/// text converter, signature checker or transport. Nothing is written, and no network is used. The user's own `safe.directory`
/// setting applies: a repository that another user owns is refused, as git does.
struct GitRepository: Sendable {
  /// The reason why there is no history.
  enum Absence: Error, Equatable {
    case noProgram
    case noRepository
    case noCommits
    /// git's own message.
    case refused(String)

    /// The reason as a clause that can follow "no history: ".
    var words: String {
      switch self {
      case .noProgram: "the program git is not installed"
      case .noRepository: "the records are not in a git repository"
      case .noCommits: "the git repository has no commits yet"
      case .refused(let reason): "git cannot read the repository (\(reason))"
      }
    }
  }

  private let program: Program
  private let folder: String
  /// The path of the workspace inside the repository, with a slash at the end. Empty when the workspace is the top of the
  /// repository.
  let prefix: [UInt8]
  /// The commit that is checked out.
  let head: ObjectID
  /// Whether the clone is shallow, so older commits are missing.
  let isShallow: Bool

  /// Opens the repository of a workspace. Throws `Absence` when there is none or when it has no commits.
  init(of workspace: Workspace) throws {
    guard let program = Program(named: "git", environment: GitRepository.environment) else {
      // Without git, a missing `.git` folder still shows that there is no repository.
      throw try GitRepository.isAbove(workspace) ? Absence.noProgram : .noRepository
    }
    self.program = program
    folder = workspace.path
    let found = try GitRepository.output(
      program, folder, ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"])
    guard found.result.status == 0 else { throw GitRepository.absence(found.result.complaint) }
    let lines = found.bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false).map(Array.init)
    guard lines.count == 3, lines[0] == Array("true".utf8) else { throw Absence.noRepository }
    isShallow = lines[1] == Array("true".utf8)
    prefix = lines[2].last == 0x0A ? lines[2].dropLast() : lines[2]
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

  /// Whether `commit` equals `last` or is an ancestor of it.
  func has(_ commit: ObjectID, before last: ObjectID) throws -> Bool {
    try answer(["merge-base", "--is-ancestor", commit.description, last.description]) != nil
  }

  /// Runs git and returns its complete output. When git fails, throws the first line of git's message.
  func output(_ arguments: [String], input: [UInt8] = []) throws -> [UInt8] {
    let (bytes, result) = try GitRepository.output(program, folder, arguments, input)
    guard result.status == 0 else { throw GitRepository.absence(result.complaint) }
    return bytes
  }

  /// Runs git and returns its output, or nil when git fails. For commands whose failure has a known meaning.
  func answer(_ arguments: [String]) throws -> [UInt8]? {
    let (bytes, result) = try GitRepository.output(program, folder, arguments)
    return result.status == 0 ? bytes : nil
  }

  /// Reads many objects of one type in one run of git, in the given order. Each content is verified against its object id. For
  /// objects above `limit` bytes, only size and digest are kept.
  func contents(
    of objects: [ObjectID], type: String = "blob", limit: Int = SourceFiles.largestText, _ use: @escaping (Int, GitObject) -> Void
  ) throws {
    guard !objects.isEmpty else { return }
    var reader = BatchReader(objects, type: type, limit: limit, use)
    let result = try program.run(
      GitRepository.arguments(folder) + ["cat-file", "--batch", "--buffer"],
      input: objects.flatMap { $0.text + [0x0A] }
    ) { reader.add($0) }
    guard result.status == 0, reader.count == objects.count else { throw GitRepository.absence(result.complaint) }
  }

  /// The messages of `git fsck` about missing objects and about objects that do not match their ids. Empty when there are none.
  ///
  /// It checks all objects in the clone and all objects that the commit needs. It takes as long as reading every object once.
  /// Messages about the format of old objects with correct ids and about branch names are left out.
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

  /// Command line options override every configuration file.
  private static func arguments(_ folder: String) -> [String] {
    let settings = [
      "core.fsmonitor=false", "core.hooksPath=/dev/null", "core.untrackedCache=false", "protocol.allow=never",
      // These caches can differ from the objects that they describe.
      "core.commitGraph=false", "core.multiPackIndex=false",
      "safe.bareRepository=explicit",
      "log.showSignature=false", "log.showRoot=true", "log.follow=false", "log.mailmap=false", "core.quotePath=false",
      "diff.orderFile=/dev/null", "diff.relative=false",
    ]
    return ["--no-pager", "--literal-pathspecs"] + settings.flatMap { ["-c", $0] } + ["-C", folder]
  }

  /// The environment for git. It leaves out `GIT_DIR` and similar variables, which are set if a git hook runs dossier. It keeps
  /// the variables that locate the user's own configuration, for `safe.directory`.
  private static var environment: [String] {
    Program.inherited(["PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CEILING_DIRECTORIES"])
      + [
        "LC_ALL=C", "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
        "GIT_NO_REPLACE_OBJECTS=1", "GIT_ATTR_NOSYSTEM=1", "GIT_GRAFT_FILE=/dev/null",
      ]
  }

  private static func absence(_ complaint: String) -> Absence {
    if complaint.contains("not a git repository") { return .noRepository }
    let line = complaint.split(separator: "\n").first.map(String.init) ?? "it gave no reason"
    return .refused(line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line)
  }
}
