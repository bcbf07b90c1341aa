/// The folder and name for a file to write. The folder is created if it does not exist.
struct FilePlace {
  let folder: String
  let name: String
  /// The folders that `init` created, because they did not exist.
  let made: MadeFolders

  init(_ path: String) throws(EnvironmentError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, !last.isEmpty, last != ".", last != ".." else {
      throw EnvironmentError("write \(path)", reason: "it is not the path of a file")
    }
    name = String(last)
    let above = parts.dropLast().joined(separator: "/")
    folder = parts.count == 1 ? "." : above.isEmpty ? "/" : above
    made = try MadeFolders(folder)
  }
}
