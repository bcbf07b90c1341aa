import CFileSystem
import Glibc

/// The folder a site is written to, seen from its parent.
struct OutputFolder: ~Copyable {
  let parent: Descriptor
  let parentPath: String
  let stages: StageName
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
    self.stages = StageName(output: self.name)
  }

  private static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }

  static func makeFolders(_ path: String) throws(EnvironmentError) {
    var made = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made == "/" ? "" : "/") + part
      guard unsafe mkdir(made, 0o755) != 0 else { continue }
      let code = errno
      if code != EEXIST { throw EnvironmentError("make the folder \(made)", SystemFailure(code: code)) }
    }
  }

  /// Only one build at a time looks at what is there, sweeps, begins a stage, or exchanges. Unlocks at the end.
  borrowing func locked<Result: ~Copyable>(_ body: () throws(EnvironmentError) -> Result) throws(EnvironmentError) -> Result {
    _ = try attempt("lock the folder \(parentPath)") { () throws(SystemFailure) in try parent.lock(waiting: true) }
    defer { parent.unlock() }
    return try body()
  }

  func admit(_ rule: OutputGuard) throws(EnvironmentError) { try rule.admit(name, in: parent, shown: path) }

  /// Brings back the old site of a build that was killed between two renames. Only under the lock, and before anything is swept.
  func recover() throws(EnvironmentError) {
    try attempt("bring back the old site at \(path)") { () throws(SystemFailure) in
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

  /// Removes what builds that no longer live have left: nobody holds a lock on it. Only under the lock, so that no stage is taken
  /// between its making and its locking.
  func sweep() {
    guard let listing = try? FolderListing(parent) else { return }
    for member in listing.members where member.kind == .folder && stages.matches(member.name) {
      guard let left = try? parent.folder(member.name), (try? left.lock(waiting: false)) == true else { continue }
      FolderRemoval.remove(member.name, in: parent)
    }
  }

  /// Links what is carried over from the site that is there, if one is, into the new one.
  func carryOver(to stage: borrowing Descriptor) throws(EnvironmentError) {
    try attempt("carry over what is kept in \(path)") { () throws(SystemFailure) in
      guard try parent.status(of: name) != nil else { return }
      try CarriedOver.link(from: try parent.folder(name), to: stage)
    }
  }

  /// Exchanges the output with the staged folder in one step, or moves it there when there is no output yet.
  func swap(with stage: String) throws(EnvironmentError) {
    try attempt("put the new site at \(path)") { () throws(SystemFailure) in
      if unsafe dossier_rename_new(parent.number, stage, name) == 0 {
        fsync(parent.number)
        return
      }
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

  /// Moves the staged folder to the output's name, which must be free. Only under the lock.
  func place(_ stage: String) throws(EnvironmentError) {
    try attempt("put \(path) in its place") { () throws(SystemFailure) in
      if unsafe dossier_rename_new(parent.number, stage, name) != 0 {
        let code = errno
        guard code == EINVAL || code == ENOSYS else { throw SystemFailure(code: code) }
        // A file system that cannot rename to a free name only: looked at once more, and renamed.
        if try parent.status(of: name) != nil { throw SystemFailure(code: EEXIST) }
        guard unsafe renameat(parent.number, stage, parent.number, name) == 0 else { throw SystemFailure(code: errno) }
      }
      fsync(parent.number)
    }
  }

  /// For a file system without exchange: for the moment between two renames there is no site, and after a kill there the next build
  /// brings the old one back.
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
