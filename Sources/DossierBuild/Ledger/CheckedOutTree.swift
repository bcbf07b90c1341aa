import DossierLedger
import DossierText
import Glibc

/// What git knows of a workspace: the commit, and whether the sources are those of it.
///
/// Nothing of the repository is run: no hook, no monitor. What redirects git to another repository is not passed on to it.
struct CheckedOutTree {
  let origin: Seal.Origin
  /// Sources that are not those of the commit, and files of the commit that are gone.
  let differing: [SourcePath]

  /// Asks git; outside a repository there is nothing to ask.
  init(of workspace: Workspace, sources: Set<SourcePath>) throws(EnvironmentError) {
    let git = CheckedOutTree.Asked(path: workspace.path)
    guard try git.isRepository() else {
      (origin, differing) = (.noRepository, [])
      return
    }
    guard let commit = try git.commit() else {
      (origin, differing) = (.noCommit, sources.sorted())
      return
    }
    let changes = try git.changes() + git.overlooked().map { (state: "  ", path: $0) }
    differing = Set(changes.flatMap { CheckedOutTree.differing($0.state, $0.path, sources) }).sorted()
    origin = .commit(commit, isClean: differing.isEmpty)
  }

  private static func differing(_ state: String, _ path: SourcePath, _ sources: Set<SourcePath>) -> [SourcePath] {
    if sources.contains(path) { return [path] }
    // A repository inside this one is named as a whole.
    let inner = sources.filter { $0.parts.starts(with: path.parts) }
    if !inner.isEmpty { return inner.sorted() }
    let isGone = state.contains("D") && !path.parts.contains { $0.hasPrefix(".") } && !SealedFolder.holds(path)
    return isGone ? [path] : []
  }

  private struct Asked {
    let path: String

    private func run(_ arguments: [String]) throws(EnvironmentError) -> ChildProgram.Outcome? {
      try ChildProgram(name: "git").run(
        [
          "--no-optional-locks", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null",
          "-c", "core.untrackedCache=false", "-C", path,
        ] + arguments)
    }

    private func output(_ arguments: [String]) throws(EnvironmentError) -> [UInt8] {
      guard let done = try run(arguments) else { throw EnvironmentError("ask git", reason: "there is no program `git`") }
      guard done.status == 0 else { throw EnvironmentError("ask git", reason: done.complaint) }
      return done.output
    }

    /// Where there is a `.git` above, git must be able to answer: that it refuses is no proof that there is no repository.
    func isRepository() throws(EnvironmentError) -> Bool {
      let done = try run(["rev-parse", "--is-inside-work-tree"])
      if let done, done.status == 0 { return done.output.starts(with: "true".utf8) }
      let folder = try Descriptor(folder: path)
      let depth = try attempt("find the folders above") { () throws(SystemFailure) in try FileIdentity.upwards(from: folder).count
      }
      var above = ".git"
      for _ in 0..<depth {
        var status = stat()
        if unsafe fstatat(folder.number, above, &status, 0) == 0 {
          throw EnvironmentError("ask git", reason: done?.complaint ?? "there is no program `git`")
        }
        above = "../" + above
      }
      return false
    }

    func commit() throws(EnvironmentError) -> String? {
      let done = try run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"])
      guard let done, done.status == 0 else { return nil }
      return String(decoding: done.output.prefix { $0 != 0x0A }, as: UTF8.self)
    }

    func changes() throws(EnvironmentError) -> [(state: String, path: SourcePath)] {
      let prefix = try output(["rev-parse", "--show-prefix"]).dropLast()
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
    func overlooked() throws(EnvironmentError) -> [SourcePath] {
      try output(["ls-files", "-v", "-z", "--", "."]).split(separator: 0).compactMap { entry in
        guard let tag = entry.first, (0x61...0x7A).contains(tag) || tag == UInt8(ascii: "S") else { return nil }
        return SourcePath(String(decoding: entry.dropFirst(2), as: UTF8.self))
      }
    }
  }
}
