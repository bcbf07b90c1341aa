import DossierLedger
import DossierText
import Glibc

/// A folder with versions side by side, `versions/VERSION/`, and the files that lead to them; `index.html` only unless somebody else's
/// stands there.
struct PublishedFolder {
  static let versions = "versions"
  let path: String
  /// This program with its version.
  let tool: String

  init(_ path: String, tool: ToolVersion) {
    self.path = path
    self.tool = "\(tool.name) \(tool.version)"
  }

  /// Makes them anew. Only under the lock on the folder.
  func write(_ shelf: ReleaseShelf) throws(EnvironmentError) {
    let list = VersionList(shelf, tool: tool)
    for file in ListFile.allCases where !isForeign(file) {
      try WholeFile.write(file.bytes(of: list), to: "\(path)/\(file.rawValue)", replacing: true)
    }
  }

  /// Whether it is the first page of somebody else, which stays as it is.
  func isForeign(_ file: ListFile) -> Bool {
    guard file == .home, let root = try? Descriptor(folder: path) else { return false }
    guard let status = try? root.status(of: file.rawValue) else { return false }
    guard status.st_mode & S_IFMT == S_IFREG else { return true }
    return read(file).map { !$0.starts(with: VersionList.homePageBegin.utf8) } ?? true
  }

  /// Whether its list names a version. A list that cannot be read names none.
  static func lists(_ version: String, in path: String) -> Bool {
    guard let bytes = read(.data, in: path) else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("\"version\": \(JSON.string(version).compact()),")
  }

  /// Removes what killed ones have left of these files. Only under the lock on the folder.
  func sweep() {
    guard let root = try? Descriptor(folder: path) else { return }
    for file in ListFile.allCases.map(\.path) {
      guard let folder = try? root.descend(file.folder[...]), let listing = try? FolderListing(folder) else { continue }
      for member in listing.members where member.kind == .file && StageName(output: file.name).matches(member.name) {
        unsafe unlinkat(folder.number, member.name, 0)
      }
    }
  }

  func read(_ file: ListFile) -> [UInt8]? { PublishedFolder.read(file, in: path) }

  private static func read(_ file: ListFile, in path: String) -> [UInt8]? {
    guard let root = try? Descriptor(folder: path) else { return nil }
    return try? root.descend(file.path.folder[...]).file(file.path.name).read(expecting: 1 << 16, limit: 1 << 26)
  }
}

extension VersionList {
  init(_ shelf: ReleaseShelf, tool: String) {
    self.init(shelf.records.map { ($0.manifest, $0.digest) }, tool: tool)
  }
}
