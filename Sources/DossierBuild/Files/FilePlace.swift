/// Where a file is to be written: the folder, which is made where it is not there, and the name in it.
struct FilePlace {
  let folder: String
  let name: String

  init(_ path: String) throws(EnvironmentError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, !last.isEmpty, last != ".", last != ".." else {
      throw EnvironmentError("write \(path)", reason: "it is not the path of a file")
    }
    name = String(last)
    let above = parts.dropLast().joined(separator: "/")
    folder = parts.count == 1 ? "." : above.isEmpty ? "/" : above
    try OutputFolder.makeFolders(folder)
  }
}
