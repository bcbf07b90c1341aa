import Glibc

/// Decides whether a site may take the place of what is there.
struct OutputGuard {
  let workspace: Workspace
  /// Replace a folder that is no site of ours; never one that holds what the user works with.
  let force: Bool

  /// Nothing of that name, an empty folder and a site of ours may be replaced.
  func admit(_ name: String, in parent: borrowing Descriptor, shown path: String) throws(EnvironmentError) {
    let action = "build into \(path)"
    guard let there = try attempt(action, { () throws(SystemFailure) in try parent.status(of: name) }) else { return }
    guard there.st_mode & S_IFMT == S_IFDIR else {
      throw EnvironmentError(action, reason: "there is a file of that name")
    }
    let folder = try attempt(action) { () throws(SystemFailure) in try parent.folder(name) }
    let listing = try attempt("read the folder \(path)") { () throws(SystemFailure) in try FolderListing(folder) }
    if let reason = try unconditional(folder, listing) {
      throw EnvironmentError(action, reason: "\(reason); choose another folder with --output")
    }
    guard !force, let other = foreign(folder, listing) else { return }
    throw EnvironmentError(
      action, reason: "it holds \(other) and is no dossier site; choose another folder with --output, or replace it with --force")
  }

  /// Why the folder is not replaced even with `--force`.
  private func unconditional(_ folder: borrowing Descriptor, _ listing: FolderListing) throws(EnvironmentError) -> String? {
    let output = FileIdentity(folder)
    let read = try parents(of: try Descriptor(folder: workspace.path))
    if read.first == output { return "it is the folder that is read" }
    if read.contains(where: { $0 == output }) { return "the folder that is read lies in it" }
    let current = try parents(of: try Descriptor(folder: "."))
    if current.first == output { return "it is the current folder" }
    if current.contains(where: { $0 == output }) { return "the current folder lies in it" }
    if listing.members.contains(where: { $0.name == ".git" }) { return "it holds .git, so it is a repository" }
    let isInside = try parents(of: folder).contains { $0 == read.first }
    if isInside, let other = foreign(folder, listing) {
      return "it lies in the folder that is read and holds \(other), which is no part of a site"
    }
    return nil
  }

  /// Something that a site of ours would not have and that would be lost.
  private func foreign(_ folder: borrowing Descriptor, _ listing: FolderListing) -> String? {
    if SiteMarker.isHeld(by: folder) { return nil }
    return listing.members.first { !CarriedOver.includes($0.name) }?.name
  }

  private func parents(of folder: borrowing Descriptor) throws(EnvironmentError) -> [FileIdentity] {
    try attempt("find the folders above") { () throws(SystemFailure) in try FileIdentity.upwards(from: folder) }
  }
}
