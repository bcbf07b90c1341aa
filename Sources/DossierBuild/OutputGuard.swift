import DossierText
import Glibc

/// Decides whether a site may replace the existing output.
struct OutputGuard {
  let workspace: Workspace
  /// Whether to replace a folder even if it contains entries that dossier did not write. Some folders are never replaced.
  let force: Bool

  /// Allows a name that does not exist, an empty folder, and a site of dossier. Other files in the site are allowed only if the
  /// new site keeps them (`CarriedOver`). With `force`, most other folders are allowed too. Returns the files that the new site
  /// keeps.
  func admit(
    _ name: String, in parent: borrowing Descriptor, at parentPath: String, shown path: String
  ) throws(EnvironmentError) -> [SourcePath] {
    let action = "build into \(path)"
    if let system = try SystemFolder.containing(parent) { throw EnvironmentError(action, reason: "it is in \(system)") }
    let above = (GitPlace.real(parentPath) ?? parentPath).split(separator: "/")
    if name == ".git" || above.contains(".git") {
      throw refusal(action, "it is or is in a .git folder, so it is part of a repository")
    }
    guard let there = try attempt(action, { () throws(SystemFailure) in try parent.status(of: name) }) else { return [] }
    guard there.st_mode & S_IFMT == S_IFDIR else {
      throw EnvironmentError(action, reason: "a file of that name exists")
    }
    let folder = try attempt(action) { () throws(SystemFailure) in try parent.folder(name) }
    if let reason = try unconditional(folder) { throw refusal(action, reason) }
    let contents = try attempt("read the folder \(path)") { () throws(SystemFailure) in
      try SiteContents(folder, isWhole: force)
    }
    if let mount = contents.mountPoint { throw refusal(action, "another file system is mounted at \(mount) in it") }
    let isSite = SiteMarker.isHeld(by: folder)
    // If the folder is not a site, any entry makes the folder non-empty. This includes files such as `README.md`, which a new
    // site would keep.
    guard let other = contents.foreign ?? (isSite ? nil : contents.kept.first?.description) else { return contents.kept }
    if !isSite, try isInWorkspace(folder) {
      throw refusal(action, "it is in the workspace folder and contains \(other), which is not part of a site")
    }
    guard !force else { return contents.kept }
    let advice = "choose another folder with --output, or replace the folder with --force"
    throw EnvironmentError(
      action,
      reason: isSite
        ? "the folder contains \(other), which its site.json does not list, so \(other) is not part of the site; move \(other) elsewhere, \(advice)"
        : "the folder contains \(other) and is not a dossier site; \(advice)")
  }

  private func refusal(_ action: String, _ reason: String) -> EnvironmentError {
    EnvironmentError(action, reason: "\(reason); choose another folder with --output")
  }

  /// The reason why the folder is not replaced even with `--force`. Nil if `--force` replaces the folder.
  private func unconditional(_ folder: borrowing Descriptor) throws(EnvironmentError) -> String? {
    let output = FileIdentity(folder)
    if let system = try SystemFolder.containing(folder) { return "it is in \(system)" }
    if folder.isMountPoint { return "another file system or folder is mounted there" }
    let read = try parents(of: try Descriptor(folder: workspace.path))
    if read.first == output { return "it is the workspace folder" }
    if read.contains(where: { $0 == output }) { return "it contains the workspace folder" }
    let current = try parents(of: try Descriptor(folder: "."))
    if current.first == output { return "it is the current folder" }
    if current.contains(where: { $0 == output }) { return "it contains the current folder" }
    if let reason = try home(output) { return reason }
    let own = try attempt("find the folders above") { () throws(SystemFailure) in try folder.status(of: ".git") }
    if own != nil { return "it contains .git, so it is a repository" }
    if isRepository(folder) { return "it has the files of a .git folder, so it is a repository" }
    return nil
  }

  private func home(_ output: FileIdentity?) throws(EnvironmentError) -> String? {
    for home in HomeFolders.all {
      if home.identity == output { return "it is the home folder \(home.path)" }
      let above = try parents(of: try Descriptor(folder: home.path))
      if above.contains(where: { $0 == output }) { return "it contains the home folder \(home.path)" }
    }
    return nil
  }

  private func isInWorkspace(_ folder: borrowing Descriptor) throws(EnvironmentError) -> Bool {
    let workspace = FileIdentity(try Descriptor(folder: workspace.path))
    return try parents(of: folder).contains { $0 == workspace }
  }

  /// Whether the folder has the contents of a `.git` folder. Such a folder can have any name.
  private func isRepository(_ folder: borrowing Descriptor) -> Bool {
    ["HEAD", "objects", "refs"].allSatisfy { name in
      var status = stat()
      return unsafe fstatat(folder.number, name, &status, 0) == 0
    }
  }

  private func parents(of folder: borrowing Descriptor) throws(EnvironmentError) -> [FileIdentity] {
    try attempt("find the folders above") { () throws(SystemFailure) in try FileIdentity.upwards(from: folder) }
  }
}
