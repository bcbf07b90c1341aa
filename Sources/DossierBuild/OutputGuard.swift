import Glibc

/// Decides whether a site may replace the existing output.
struct OutputGuard {
  let workspace: Workspace
  /// Whether to replace a folder that is not a site of dossier. Folders that the user works in are never replaced.
  let force: Bool

  /// Allows a name that does not exist, an empty folder and a site of dossier.
  func admit(_ name: String, in parent: borrowing Descriptor, shown path: String) throws(EnvironmentError) {
    let action = "build into \(path)"
    guard let there = try attempt(action, { () throws(SystemFailure) in try parent.status(of: name) }) else { return }
    guard there.st_mode & S_IFMT == S_IFDIR else {
      throw EnvironmentError(action, reason: "a file of that name exists")
    }
    let folder = try attempt(action) { () throws(SystemFailure) in try parent.folder(name) }
    let listing = try attempt("read the folder \(path)") { () throws(SystemFailure) in try FolderListing(folder) }
    if let reason = try unconditional(folder, listing) {
      throw EnvironmentError(action, reason: "\(reason); choose another folder with --output")
    }
    guard !force, let other = foreign(folder, listing) else { return }
    throw EnvironmentError(
      action,
      reason: "it contains \(other) and is not a dossier site; choose another folder with --output, or replace it with --force")
  }

  /// Why the folder is not replaced even with `--force`.
  private func unconditional(_ folder: borrowing Descriptor, _ listing: FolderListing) throws(EnvironmentError) -> String? {
    let output = FileIdentity(folder)
    let read = try parents(of: try Descriptor(folder: workspace.path))
    if read.first == output { return "it is the workspace folder" }
    if read.contains(where: { $0 == output }) { return "it contains the workspace folder" }
    let current = try parents(of: try Descriptor(folder: "."))
    if current.first == output { return "it is the current folder" }
    if current.contains(where: { $0 == output }) { return "it contains the current folder" }
    if listing.members.contains(where: { $0.name == ".git" }) { return "it contains .git, so it is a repository" }
    let isInside = try parents(of: folder).contains { $0 == read.first }
    if isInside, let other = foreign(folder, listing) {
      return "it is in the workspace folder and contains \(other), which is not part of a site"
    }
    return nil
  }

  /// A file or folder that is not part of a site of dossier and would be lost.
  private func foreign(_ folder: borrowing Descriptor, _ listing: FolderListing) -> String? {
    if SiteMarker.isHeld(by: folder) { return nil }
    return listing.members.first { !CarriedOver.includes($0.name) }?.name
  }

  private func parents(of folder: borrowing Descriptor) throws(EnvironmentError) -> [FileIdentity] {
    try attempt("find the folders above") { () throws(SystemFailure) in try FileIdentity.upwards(from: folder) }
  }
}
