import Glibc

/// The folders of the git repository that contains the workspace.
///
/// Git is not used to find the repository, because git would obey `core.worktree` and included configuration files during the
/// search.
struct GitPlace {
  /// The folder that contains `.git`, without symbolic links.
  let top: String
  /// The path of the workspace from `top`, with a slash at the end. Empty if the workspace is `top` itself.
  let prefix: String
  /// The path of `.git` in `top`.
  let entry: String
  /// The git folder that contains `HEAD`.
  let own: String
  /// The folder with objects, references and settings. A linked worktree shares it with other worktrees.
  let common: String

  /// Throws `GitRepository.Absence` if there is no repository, if `.git` or the path of the workspace cannot be used, or if
  /// `refuseOutside` refuses the repository.
  init(of workspace: Workspace) throws {
    guard let start = GitPlace.real(workspace.path) else { throw GitRepository.Absence.refused("its path is not UTF-8") }
    guard let found = try GitPlace.search(from: start) else { throw GitRepository.Absence.noRepository }
    top = found.top
    prefix = start == found.top ? "" : String(start.dropFirst(found.top == "/" ? 1 : found.top.count + 1)) + "/"
    entry = found.entry
    own = found.git
    let shared = GitPlace.line(own + "/commondir").flatMap { GitPlace.real(GitPlace.path($0, in: found.git)) }
    common = shared ?? own
    try refuseOutside()
  }

  // MARK: Search

  private static func search(from start: String) throws -> (top: String, git: String, entry: String)? {
    let ceilings = Set((Program.variable("GIT_CEILING_DIRECTORIES") ?? "").split(separator: ":").compactMap { real(String($0)) })
    var folder = start
    let device = status(start)?.st_dev
    while true {
      if let git = try repository(in: folder) { return (folder, git, folder == "/" ? "/.git" : folder + "/.git") }
      guard folder != "/", let slash = folder.lastIndex(of: "/") else { return nil }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
      // Stop at the folders in `GIT_CEILING_DIRECTORIES` and at the border of the file system, as git does.
      guard !ceilings.contains(folder), status(folder)?.st_dev == device else { return nil }
    }
  }

  /// The git folder of a folder: the folder `.git`, or the folder that the file `.git` refers to. Nil if there is no `.git`, or
  /// if the folder `.git` is not a repository.
  private static func repository(in folder: String) throws -> String? {
    let entry = folder == "/" ? "/.git" : folder + "/.git"
    guard let found = status(entry) else { return nil }
    switch found.st_mode & S_IFMT {
    case S_IFDIR: return real(entry).flatMap { isRepository($0) ? $0 : nil }
    case S_IFREG:
      let lead = "gitdir: "
      guard let line = line(entry), line.hasPrefix(lead) else {
        throw GitRepository.Absence.refused("the file \(entry) is not in the format that git writes")
      }
      let target = path(String(line.dropFirst(lead.count)), in: folder)
      guard let git = real(target), isRepository(git) else {
        throw GitRepository.Absence.refused("the file \(entry) leads to \(target), which is not a repository")
      }
      return git
    default: return nil
    }
  }

  private static func isRepository(_ path: String) -> Bool {
    var head = stat()
    guard unsafe lstat(path + "/HEAD", &head) == 0 else { return false }
    return status(path + "/commondir") != nil || status(path + "/objects") != nil && status(path + "/refs") != nil
  }

  // MARK: Files outside the folder

  /// Refuses a `.git` that leads to a repository outside `top`, unless that repository refers to `top` as its worktree.
  ///
  /// Without this check, `.git` in a folder from another person could lead to one of the user's own repositories. Its authors and
  /// commit subjects would then appear on pages of the site.
  private func refuseOutside() throws {
    if !GitPlace.isInside(own, top), !isNamed(by: own) {
      throw GitRepository.Absence.outside(
        "\(entry) leads to \(own), which is outside the folder and does not list the folder as its worktree")
    }
    // For a linked worktree, `common` is outside `top`. Git then stores `own` inside `common`.
    if !GitPlace.isInside(common, top), !GitPlace.isInside(own, common) {
      throw GitRepository.Absence.outside("\(own)/commondir leads to \(common), which is outside the folder")
    }
    for path in [own + "/HEAD"] + ["objects", "refs", "packed-refs", "reftable", "shallow"].map({ common + "/" + $0 }) {
      try refuseLink(path)
    }
    try refuseLinks(below: common + "/refs", depth: 0)
  }

  private func refuseLink(_ path: String) throws {
    var found = stat()
    guard unsafe lstat(path, &found) == 0, found.st_mode & S_IFMT == S_IFLNK else { return }
    guard let target = GitPlace.real(path), GitPlace.isInside(target, common) || GitPlace.isInside(target, own) else {
      throw GitRepository.Absence.outside("\(path) is a symbolic link that leads out of the repository")
    }
  }

  private func refuseLinks(below path: String, depth: Int) throws {
    guard depth < 32, let folder = try? Descriptor(folder: path), let listing = try? FolderListing(folder) else { return }
    for member in listing.members {
      if member.kind == .link { try refuseLink("\(path)/\(member.name)") }
      if member.kind == .folder { try refuseLinks(below: "\(path)/\(member.name)", depth: depth + 1) }
    }
  }

  /// Whether the git folder `git`, which is outside `top`, refers to `top` as its worktree. Git writes this reference into the
  /// file `gitdir` for a linked worktree, and into the setting `core.worktree` for a submodule.
  private func isNamed(by git: String) -> Bool {
    if let back = GitPlace.line(git + "/gitdir") {
      let path = GitPlace.path(back, in: git)
      return path.hasSuffix("/.git") && GitPlace.real(String(path.dropLast("/.git".count))) == top
    }
    guard let worktree = try? GitSettings(git + "/config").value("core.worktree") else { return false }
    return GitPlace.real(GitPlace.path(worktree, in: git)) == top
  }

  // MARK: Paths

  static func isInside(_ path: String, _ folder: String) -> Bool {
    path == folder || path.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  private static func path(_ text: String, in folder: String) -> String {
    text.utf8.first == UInt8(ascii: "/") ? text : folder + "/" + text
  }

  /// The path without symbolic links. Nil if it does not exist or is not UTF-8.
  static func real(_ path: String) -> String? {
    guard let found = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(found) }
    return unsafe String(validatingCString: found)
  }

  private static func status(_ path: String) -> stat? {
    var found = stat()
    return unsafe stat(path, &found) == 0 ? found : nil
  }

  /// The first line of a small file. Nil if there is no such file.
  static func line(_ path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), let folder = try? Descriptor(folder: String(path[...slash])),
      let file = try? folder.file(String(path[path.index(after: slash)...])),
      let bytes = try? file.read(expecting: 256, limit: 1 << 14)
    else { return nil }
    return String(validating: bytes.prefix { $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
  }
}
