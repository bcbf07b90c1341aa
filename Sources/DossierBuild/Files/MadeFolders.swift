import Glibc

/// Folders that a command created on the way to a file or folder. They are removed again if the command fails.
struct MadeFolders {
  /// The paths of the created folders. An outer folder comes before the folders in it.
  private(set) var paths: [String] = []

  /// Creates a folder and all missing folders above it. If one folder cannot be created, the folders that were created before are
  /// removed.
  init(_ path: String) throws(EnvironmentError) {
    var made = path.utf8.first == UInt8(ascii: "/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += (made.isEmpty || made == "/" ? "" : "/") + part
      guard unsafe mkdir(made, 0o755) != 0 else {
        paths.append(made)
        continue
      }
      let code = errno
      guard code == EEXIST else {
        undo()
        throw EnvironmentError("make the folder \(made)", SystemFailure(code: code))
      }
    }
  }

  /// Removes the created folders that are empty.
  func undo() { for path in paths.reversed() { unsafe rmdir(path) } }
}
