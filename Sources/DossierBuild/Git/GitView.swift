import Glibc

/// A temporary git folder with our own configuration, and with links to the objects and references of a repository.
///
/// Git always reads the configuration of its git folder. The temporary folder has only two kinds of settings from the repository:
/// the format and the extensions. The temporary folder has no hooks, attributes, grafts or index. The folder is removed when this
/// object is destroyed. If the process is killed, a later process removes the folder.
final class GitView: Sendable {
  /// The absolute path of the folder.
  let path: String
  private let place: Place

  /// A new temporary folder in the user's own folder for temporary folders.
  private struct Place: ~Copyable {
    let parentPath: String
    let parent: Descriptor
    let name: String
    /// The open temporary folder. It is locked, so that another process does not remove it.
    let folder: Descriptor

    /// Creates and locks the folder. Nil if another process removed the folder or its parent before the lock.
    static func make() throws -> Place? {
      let parentPath = try GitView.parentFolder()
      let stages = StageName(output: "git")
      let name = stages.new()
      do throws(SystemFailure) {
        let parent = try Descriptor(made: unsafe Glibc.open(parentPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
        GitView.sweep(parent, stages)
        guard unsafe mkdirat(parent.number, name, 0o700) == 0 else { throw SystemFailure(code: errno) }
        let folder = try parent.folder(name)
        guard try folder.lock(), try parent.status(of: name)?.st_ino == folder.status().st_ino else { return nil }
        return Place(parentPath: parentPath, parent: parent, name: name, folder: folder)
      } catch {
        if error.code == ENOENT { return nil }
        throw EnvironmentError("make a temporary folder in \(parentPath)", error)
      }
    }

    /// Tries again after other processes removed the folder. They remove only folders that are not locked yet.
    static func make(tries: Int) throws -> Place {
      if let place = try make() { return place }
      guard tries > 1 else {
        throw EnvironmentError("make a temporary folder", reason: "other processes removed it again and again")
      }
      return try make(tries: tries - 1)
    }
  }

  init(of place: GitPlace) throws {
    let format = try GitSettings(place.common + "/config").format
    let head = try GitView.head(of: place)
    let made = try Place.make(tries: 1000)
    path = "\(made.parentPath)/\(made.name)"
    self.place = made
    try write(GitView.configuration(format), to: "config")
    try write(head, to: "HEAD")
    for link in ["refs", "packed-refs", "reftable", "shallow"] where unsafe access("\(place.common)/\(link)", F_OK) == 0 {
      guard unsafe symlinkat("\(place.common)/\(link)", self.place.folder.number, link) == 0 else {
        throw EnvironmentError("link to \(place.common)/\(link)", SystemFailure(code: errno))
      }
    }
  }

  deinit {
    FolderRemoval.remove(place.name, in: place.parent)
    // The call fails if another process still has a temporary folder in the parent folder. The parent folder then remains.
    unsafe rmdir(place.parentPath)
  }

  private func write(_ text: String, to file: String) throws {
    try attempt("write \(path)/\(file)") { () throws(SystemFailure) in
      let new = try place.folder.open(file, O_WRONLY | O_CREAT | O_EXCL, mode: 0o600)
      try new.write(Array(text.utf8))
    }
  }

  /// The text of `HEAD`. The text is copied, because git does not follow a link from `HEAD` to another folder.
  private static func head(of place: GitPlace) throws -> String {
    let path = place.own + "/HEAD"
    var target = [CChar](repeating: 0, count: 4096)
    let length = unsafe readlink(path, &target, target.count - 1)
    // In old repositories, `HEAD` can be a symbolic link.
    if length > 0 { return "ref: " + String(decoding: target.prefix(length).map { UInt8(bitPattern: $0) }, as: UTF8.self) + "\n" }
    guard let line = GitPlace.line(path) else { throw GitRepository.Absence.refused("its HEAD cannot be read") }
    return line + "\n"
  }

  // MARK: Configuration

  /// The settings that replace the settings of the repository and the user.
  private static let settings = [
    ("core.bare", "false"), ("core.fsmonitor", "false"), ("core.hooksPath", "/dev/null"), ("core.untrackedCache", "false"),
    ("core.attributesFile", "/dev/null"), ("core.excludesFile", "/dev/null"), ("core.quotePath", "false"),
    // Turn off these caches, because a cache can differ from the objects that it describes.
    ("core.commitGraph", "false"), ("core.multiPackIndex", "false"),
    ("protocol.allow", "never"), ("gc.auto", "0"), ("maintenance.auto", "false"),
    ("log.showSignature", "false"), ("log.showRoot", "true"), ("log.follow", "false"), ("log.mailmap", "false"),
    ("diff.orderFile", "/dev/null"), ("diff.relative", "false"),
  ]

  static func configuration(_ format: [(name: String, value: String)]) -> String {
    (format.map { ($0.name, $0.value) } + settings).map { name, value in
      let parts = name.split(separator: ".", maxSplits: 1)
      return "[\(parts[0])]\n\t\(parts.count > 1 ? parts[1] : "") = \(quoted(value))\n"
    }.joined()
  }

  private static func quoted(_ value: String) -> String {
    var out = "\""
    for byte in value.unicodeScalars {
      switch byte {
      case "\"", "\\": out += "\\" + String(byte)
      case "\n": out += "\\n"
      default: out.unicodeScalars.append(byte)
      }
    }
    return out + "\""
  }

  // MARK: Place

  /// The user's own folder for temporary folders, for example `/dev/shm/dossier-1000`. The function uses the first place that is
  /// usable.
  ///
  /// The first places are in memory, so that nothing remains on a disk if the process is killed.
  private static func parentFolder() throws -> String {
    let places =
      ["/dev/shm"] + ["XDG_RUNTIME_DIR", "TMPDIR"].compactMap(Program.variable) + ["/tmp", "/var/tmp"]
    let name = "dossier-\(geteuid())"
    var failures: [String] = []
    for place in places where place.utf8.first == UInt8(ascii: "/") {
      // If the place does not exist, opening it reports the reason.
      let above = GitPlace.real(place) ?? place
      do throws(SystemFailure) {
        try makeOwnFolder(name, in: try Descriptor(made: unsafe Glibc.open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)))
        return "\(above)/\(name)"
      } catch { failures.append("\(above)/\(name): \(error.reason)") }
    }
    throw EnvironmentError("make a temporary folder", reason: "\(failures.joined(separator: "; ")); set TMPDIR to another folder")
  }

  /// Creates the folder, if the user does not have it yet.
  private static func makeOwnFolder(_ name: String, in parent: borrowing Descriptor) throws(SystemFailure) {
    if unsafe mkdirat(parent.number, name, 0o700) != 0 {
      let code = errno
      guard code == EEXIST else { throw SystemFailure(code: code) }
    }
    // Another user may have made a folder or a link with this name.
    let status = try parent.folder(name).status()
    guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else { throw .isOpenToOthers }
  }

  private static func sweep(_ parent: borrowing Descriptor, _ stages: StageName) {
    guard let listing = try? FolderListing(parent) else { return }
    for member in listing.members where member.kind == .folder && stages.matches(member.name) {
      guard let left = try? parent.folder(member.name), (try? left.lock()) == true else { continue }
      FolderRemoval.remove(member.name, in: parent)
    }
  }
}
