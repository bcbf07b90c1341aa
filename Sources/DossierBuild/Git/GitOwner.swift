import Glibc

/// Refuses a repository that the user does not trust. The user trusts a repository that the user owns, and a repository that
/// the git setting `safe.directory` lists. Git has the same rule.
enum GitOwner {
  static func refuse(_ place: GitPlace) throws {
    guard let other = [place.top, place.entry, place.own, place.common].first(where: { !isOwn($0) }) else { return }
    guard !isListed(place) else { return }
    throw GitRepository.Absence.refused(
      "another user owns \(other), and your git setting safe.directory does not list \(place.top)")
  }

  private static func isOwn(_ path: String) -> Bool {
    var found = stat()
    guard unsafe lstat(path, &found) == 0 else { return false }
    if found.st_uid == geteuid() { return true }
    // With `sudo`, files of the user who ran `sudo` are trusted too.
    return geteuid() == 0 && Program.variable("SUDO_UID").flatMap { UInt32($0) } == found.st_uid
  }

  /// Reads `safe.directory` from the settings of the system and of the user, never from the settings of a repository.
  private static func isListed(_ place: GitPlace) -> Bool {
    let environment =
      Program.inherited(["PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM"])
      + ["LC_ALL=C", "GIT_DIR=/dev/null"]
    guard let program = Program(named: "git", environment: environment) else { return false }
    var listed: [String] = []
    for scope in ["--system", "--global"] {
      let arguments = ["-C", "/", "config", scope, "--includes", "--type=path", "-z", "--get-all", "safe.directory"]
      guard let found = try? program.output(arguments), found.result.status == 0 else { continue }
      for value in found.bytes.split(separator: 0, omittingEmptySubsequences: false).dropLast() {
        // An empty value removes all earlier values.
        if value.isEmpty { listed = [] } else { listed.append(String(decoding: value, as: UTF8.self)) }
      }
    }
    return listed.contains { value in
      if value == "*" { return true }
      if value.hasSuffix("/*") {
        return GitPlace.real(String(value.dropLast(2))).map { GitPlace.isInside(place.top, $0) } ?? false
      }
      return GitPlace.real(value).map { $0 == place.top || $0 == place.own } ?? false
    }
  }
}
