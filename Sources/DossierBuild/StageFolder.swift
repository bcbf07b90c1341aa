package import DossierText
import Glibc

/// A folder to write new files into, such as the one in which a site grows. Usable from any thread: it is only a path, opened for each file.
package struct StageFolder: Sendable {
  private let path: String

  init(path: String) throws(EnvironmentError) { self.path = path }

  /// Writes a file, making the folders above it. Fails when there is one of that name already.
  package func write(_ bytes: [UInt8], to parts: [String]) throws(EnvironmentError) {
    let file = try create(parts)
    guard file.write(bytes[...]) else { throw EnvironmentError("write \(parts.joined(separator: "/"))", code: errno) }
  }

  /// Copies a file of the workspace, a part at a time.
  package func copy(_ source: SourcePath, from workspace: Workspace, to parts: [String]) throws(EnvironmentError) {
    let root = try Descriptor(folder: workspace.path)
    guard let folder = root.descend(source.folder[...]), let original = folder.open(source.name, O_RDONLY | O_NONBLOCK) else {
      throw EnvironmentError("read \(source)", code: errno)
    }
    guard original.isRegular else { throw EnvironmentError("read \(source)", reason: "it is no regular file") }
    let file = try create(parts)
    while true {
      guard let part = original.part() else { throw EnvironmentError("read \(source)", code: errno) }
      if part.isEmpty { return }
      guard file.write(part[...]) else { throw EnvironmentError("write \(parts.joined(separator: "/"))", code: errno) }
    }
  }

  /// Whether there is a file of that name.
  func has(_ parts: [String]) -> Bool {
    var status = stat()
    return unsafe lstat(path + "/" + parts.joined(separator: "/"), &status) == 0
  }

  private func create(_ parts: [String]) throws(EnvironmentError) -> Descriptor {
    let flags = O_WRONLY | O_CREAT | O_EXCL
    let root = try Descriptor(folder: path)
    for attempt in 0...1 {
      if let folder = root.descend(parts.dropLast()), let file = folder.open(parts.last ?? "", flags) { return file }
      guard errno == ENOENT, attempt == 0 else { break }
      var made = path
      for part in parts.dropLast() {
        made += "/" + part
        if unsafe mkdir(made, 0o755) != 0, errno != EEXIST { break }
      }
    }
    throw EnvironmentError("write \(parts.joined(separator: "/"))", code: errno)
  }
}
