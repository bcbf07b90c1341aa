package import DossierText
import Glibc

/// A folder for new files. An existing file is never overwritten.
///
/// The value can be used from any thread. It contains only a path, which is opened again for each file.
package struct NewFiles: Sendable {
  private let path: String
  /// Whether the files will be published. Every user may then read the files, even if the umask says otherwise.
  private let published: Bool

  init(in path: String, published: Bool) {
    self.path = path
    self.published = published
  }

  /// Writes a file and creates the folders above it. A file that cannot be written completely is removed.
  package func write(_ bytes: [UInt8], to parts: [String]) throws(EnvironmentError) {
    try create(parts) { file throws(EnvironmentError) in
      try attempt("write \(parts.joined(separator: "/"))") { () throws(SystemFailure) in try file.write(bytes) }
    }
  }

  /// Copies a file of the workspace in parts. Fails if the digest of the file is not the expected digest.
  package func copy(
    _ source: SourcePath, from workspace: Workspace, to parts: [String], expecting digest: Digest?
  ) throws(EnvironmentError) {
    let root = try Descriptor(folder: workspace.path)
    let original = try attempt("read \(source)") { () throws(SystemFailure) in
      try root.descend(source.folder[...]).file(source.name)
    }
    try create(parts) { file throws(EnvironmentError) in
      let copied = try attempt("copy \(source)") { () throws(SystemFailure) in
        try original.digest { part throws(SystemFailure) in try file.write(part) }
      }
      guard copied == digest else {
        throw EnvironmentError("copy \(source)", reason: "it changed while the site was built; build again")
      }
    }
  }

  /// Whether an entry exists at the path.
  func has(_ parts: [String]) -> Bool {
    var status = stat()
    return unsafe lstat(place(parts), &status) == 0
  }

  func remove(_ parts: [String]) { unsafe unlink(place(parts)) }

  /// Removes a folder if it is empty.
  func removeFolder(_ parts: [String]) { unsafe rmdir(place(parts)) }

  private func place(_ parts: [String]) -> String { ([path] + parts).joined(separator: "/") }

  private func create(
    _ parts: [String], _ fill: (borrowing Descriptor) throws(EnvironmentError) -> Void
  ) throws(EnvironmentError) {
    let root = try Descriptor(folder: path)
    let action = "write \(parts.joined(separator: "/"))"
    let name = parts.last ?? ""
    // The number of parts in the path of the outermost folder that this call creates. Nil if all folders existed.
    var firstNew: Int?
    do throws(EnvironmentError) {
      let folder = try attempt(action) { () throws(SystemFailure) in
        try NewFiles.folder(parts.dropLast(), in: root, published, &firstNew)
      }
      let file = try attempt(action) { () throws(SystemFailure) in try folder.open(name, O_WRONLY | O_CREAT | O_EXCL) }
      do throws(EnvironmentError) {
        if published { try attempt(action) { () throws(SystemFailure) in try file.permit(0o644) } }
        try fill(file)
        do throws(SystemFailure) { try file.close() } catch { throw EnvironmentError(action, error) }
      } catch {
        unsafe unlinkat(folder.number, name, 0)
        throw error
      }
    } catch {
      // Leave no empty folder behind. A folder that another thread has filled remains.
      if let firstNew { for count in (firstNew..<parts.count).reversed() { removeFolder(Array(parts.prefix(count))) } }
      throw error
    }
  }

  /// Opens the folder. Creates it and the folders above it if they do not exist.
  private static func folder(
    _ parts: ArraySlice<String>, in parent: borrowing Descriptor, _ published: Bool, _ firstNew: inout Int?
  ) throws(SystemFailure) -> Descriptor {
    guard let first = parts.first else { return try parent.folder(".") }
    if unsafe mkdirat(parent.number, first, 0o755) == 0 {
      firstNew = firstNew ?? parts.startIndex + 1
      let made = try parent.folder(first)
      if published { try made.permit(0o755) }
      return try folder(parts.dropFirst(), in: made, published, &firstNew)
    }
    let code = errno
    guard code == EEXIST else { throw SystemFailure(code: code) }
    return try folder(parts.dropFirst(), in: try parent.folder(first), published, &firstNew)
  }
}
