import CFileSystem
import DossierText
import Glibc

/// The folder that a site is written to, with a descriptor of its parent folder.
struct OutputFolder: ~Copyable {
  let parent: Descriptor
  let parentPath: String
  let stages: StageName
  /// The folders above the output that `init` created, because they did not exist.
  let made: MadeFolders
  private let name: String
  private let path: String
  private let wait: LockWait

  /// Creates missing folders above the output. A symbolic link is resolved once, at the start.
  init(_ path: String, waiting wait: LockWait = LockWait()) throws(EnvironmentError) {
    let real = OutputFolder.resolved(path)
    let trimmed = String(real.reversed().drop { $0 == "/" }.reversed())
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, !last.isEmpty, last != ".", last != ".." else {
      throw EnvironmentError("build into \(path)", reason: "choose a separate folder")
    }
    let above = parts.dropLast().joined(separator: "/")
    let parentPath = parts.count == 1 ? "." : above.isEmpty ? "/" : above
    let made = try MadeFolders(parentPath)
    do throws(EnvironmentError) { parent = try Descriptor(folder: parentPath) } catch {
      made.undo()
      throw error
    }
    self.made = made
    self.wait = wait
    self.parentPath = parentPath
    self.name = String(last)
    self.path = path
    self.stages = StageName(output: self.name)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  /// Runs `body` under a lock of the parent folder, so that only one build at a time checks, cleans up or replaces the output.
  borrowing func locked<Result: ~Copyable>(_ body: () throws(EnvironmentError) -> Result) throws(EnvironmentError) -> Result {
    try wait.lock(parent, shown: parentPath)
    defer { parent.unlock() }
    return try body()
  }

  /// Checks that the output may be replaced. Returns the users' files that the new site keeps.
  func admit(_ rule: OutputGuard) throws(EnvironmentError) -> [SourcePath] {
    try rule.admit(name, in: parent, at: parentPath, shown: path)
  }

  /// Restores the old site of a build that was killed between two renames. Call this function under the lock, and before `sweep`.
  func recover() throws(EnvironmentError) {
    try attempt("restore the old site at \(path)") { () throws(SystemFailure) in
      guard try parent.status(of: name) == nil else { return }
      let old = try FolderListing(parent).members.last { member in
        guard member.kind == .folder, stages.isOld(member.name) else { return false }
        guard let folder = try? parent.folder(member.name) else { return false }
        return SiteMarker.isHeld(by: folder)
      }
      guard let old else { return }
      guard unsafe dossier_rename_new(parent.number, old.name, name) != 0 else { return }
      guard unsafe renameat(parent.number, old.name, parent.number, name) == 0 else { throw SystemFailure(code: errno) }
    }
  }

  /// Removes the folders of killed builds. No process has a lock on these folders. Call this function under the lock of the
  /// parent folder. Otherwise, the new folder of another build could be removed before that build locks it.
  func sweep() {
    guard let listing = try? FolderListing(parent) else { return }
    for member in listing.members where member.kind == .folder && stages.matches(member.name) {
      guard let left = try? parent.folder(member.name), (try? left.lock()) == true else { continue }
      FolderRemoval.remove(member.name, in: parent)
    }
  }

  /// Gives a new staged folder the group and the access control lists of the old site, so that new files inherit them.
  func prepare(_ stage: borrowing Descriptor) throws(EnvironmentError) {
    try attempt("keep the attributes of \(path)") { () throws(SystemFailure) in
      guard try parent.status(of: name) != nil else { return }
      try stage.take(attributesOf: try parent.folder(name))
      // Keep the folder writable, because files are written into it later.
      try stage.permit(0o700)
    }
  }

  /// Puts the users' files of the old site into the new site, as hard links or copies. Gives new files and folders the owner,
  /// permissions and attributes of the old files and folders with the same names. Does nothing if there is no old site.
  func carryOver(_ files: [SourcePath], to stage: borrowing Descriptor) throws(EnvironmentError) {
    try attempt("keep the files in \(path)") { () throws(SystemFailure) in
      guard try parent.status(of: name) != nil else { return }
      let old = try parent.folder(name)
      try CarriedOver.link(files, from: old, to: stage)
      try KeptAttributes.copy(from: old, to: stage)
    }
  }

  /// Exchanges the output with the staged folder in one step. Moves the staged folder if there is no output yet.
  func swap(with stage: String) throws(EnvironmentError) {
    try attempt("move the new site to \(path)") { () throws(SystemFailure) in
      if unsafe dossier_rename_new(parent.number, stage, name) == 0 {
        fsync(parent.number)
        return
      }
      // Every other error, such as a full disk, is not about an old site or about the kind of rename.
      let refusal = errno
      guard [EEXIST, EINVAL, ENOSYS].contains(refusal) else { throw SystemFailure(code: refusal) }
      if unsafe dossier_rename_exchange(parent.number, stage, name) == 0 {
        fsync(parent.number)
        FolderRemoval.remove(stage, in: parent)
        return
      }
      let code = errno
      guard code == EINVAL || code == ENOSYS else { throw SystemFailure(code: code) }
      try swapInTwoSteps(with: stage)
    }
  }

  /// Moves the staged folder to the output's name, which must not exist. Call this function under the lock.
  func place(_ stage: String) throws(EnvironmentError) {
    try attempt("move the result to \(path)") { () throws(SystemFailure) in
      if unsafe dossier_rename_new(parent.number, stage, name) != 0 {
        let code = errno
        guard code == EINVAL || code == ENOSYS else { throw SystemFailure(code: code) }
        // This file system has no rename operation that fails if the new name exists. So check first that the name does not
        // exist, and then rename.
        if try parent.status(of: name) != nil { throw SystemFailure(code: EEXIST) }
        guard unsafe renameat(parent.number, stage, parent.number, name) == 0 else { throw SystemFailure(code: errno) }
      }
      fsync(parent.number)
    }
  }

  /// Replaces the site with two renames, for a file system that cannot exchange two names.
  ///
  /// Between the two renames there is no site. If the build is killed there, the next build restores the old site.
  func swapInTwoSteps(with stage: String) throws(SystemFailure) {
    let old = StageName.old(stage)
    if unsafe renameat(parent.number, name, parent.number, old) != 0 {
      let code = errno
      guard code == ENOENT else { throw SystemFailure(code: code) }
    }
    guard unsafe renameat(parent.number, stage, parent.number, name) == 0 else {
      let code = errno
      unsafe renameat(parent.number, old, parent.number, name)
      throw SystemFailure(code: code)
    }
    fsync(parent.number)
    FolderRemoval.remove(old, in: parent)
  }
}
