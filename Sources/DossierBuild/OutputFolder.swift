import CFileSystem
import Glibc

/// The folder a site is written to, seen from its parent.
struct OutputFolder: ~Copyable {
  let parent: Descriptor
  let parentPath: String
  private let name: String
  private let path: String

  /// Makes missing folders above the output. A symbolic link is followed once, to the folder it names.
  init(_ path: String) throws(EnvironmentError) {
    let real = OutputFolder.resolved(path)
    let trimmed = String(real.reversed().drop { $0 == "/" }.reversed())
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, !last.isEmpty, last != ".", last != ".." else {
      throw EnvironmentError("build into \(path)", reason: "name a folder of its own")
    }
    let above = parts.dropLast().joined(separator: "/")
    let parentPath = parts.count == 1 ? "." : above.isEmpty ? "/" : above
    try OutputFolder.makeFolders(parentPath)
    let parent = try Descriptor(folder: parentPath)
    self.parent = parent
    self.parentPath = parentPath
    self.name = String(last)
    self.path = path
  }

  var stagePrefix: String { ".\(name).dossier-" }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  private static func makeFolders(_ path: String) throws(EnvironmentError) {
    var made = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made == "/" ? "" : "/") + part
      if unsafe mkdir(made, 0o755) != 0, errno != EEXIST { throw EnvironmentError("make the folder \(made)", code: errno) }
    }
  }

  func mayBeReplaced(force: Bool, marker: String, kept: String) throws(EnvironmentError) {
    guard !force, let folder = parent.open(name, O_RDONLY | O_DIRECTORY) else {
      var status = stat()
      guard unsafe fstatat(parent.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0, status.st_mode & S_IFMT != S_IFDIR else {
        return
      }
      throw EnvironmentError("build into \(path)", reason: "there is a file of that name")
    }
    guard let listing = FolderListing(folder) else { throw EnvironmentError("read the folder \(path)", code: errno) }
    let others = listing.members.map(\.name).filter { $0 != kept }
    guard others.isEmpty || others.contains(marker) else {
      throw EnvironmentError(
        "build into \(path)",
        reason: "it holds \(others[0]) and is no dossier site; choose another folder with --output, or replace it with --force")
    }
  }

  /// The bytes of a file directly in the output, where there is one.
  func read(_ member: String) -> [UInt8]? {
    guard let folder = parent.open(name, O_RDONLY | O_DIRECTORY), let file = folder.open(member, O_RDONLY) else { return nil }
    return file.read(expecting: 1 << 16, limit: 1 << 24)
  }

  /// Removes what builds that no longer live have left: nobody holds a lock on it.
  func sweep() {
    guard let listing = FolderListing(parent) else { return }
    for member in listing.members where member.kind == .folder && member.name.utf8.starts(with: stagePrefix.utf8) {
      guard let left = parent.open(member.name, O_RDONLY | O_DIRECTORY) else { continue }
      guard flock(left.number, LOCK_EX | LOCK_NB) == 0 else { continue }
      FolderRemoval.remove(member.name, in: parent)
    }
  }

  /// Exchanges the output with the staged folder in one step, or moves it there when there is no output yet.
  func swap(with stage: String) throws(EnvironmentError) {
    if unsafe dossier_rename_new(parent.number, stage, name) == 0 {
      fsync(parent.number)
      return
    }
    if unsafe dossier_rename_exchange(parent.number, stage, name) == 0 {
      fsync(parent.number)
      FolderRemoval.remove(stage, in: parent)
      return
    }
    guard errno == EINVAL || errno == ENOSYS else { throw EnvironmentError("put the new site at \(path)", code: errno) }
    // A file system without exchange: for the moment between two renames there is no site, and after a kill there the
    // next build finds the old one under this name.
    let old = stage + "-old"
    guard unsafe renameat(parent.number, name, parent.number, old) == 0 || errno == ENOENT,
      unsafe renameat(parent.number, stage, parent.number, name) == 0
    else { throw EnvironmentError("put the new site at \(path)", code: errno) }
    FolderRemoval.remove(old, in: parent)
  }
}
