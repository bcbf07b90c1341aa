import DossierLedger
import DossierSite
import DossierText
import Glibc

/// A folder with all published versions (`versions/VERSION/`) and the list files that link to them. An `index.html` that dossier
/// did not write is kept.
struct PublishedFolder {
  static let versions = "versions"
  let path: String
  /// The name and version of this program.
  let tool: String

  init(_ path: String, tool: ToolVersion) {
    self.path = path
    self.tool = "\(tool.name) \(tool.version)"
  }

  /// Writes all list files again. The caller must hold the lock of the folder.
  func write(_ index: ReleaseIndex<Manifest>) throws {
    let contents = try ListFile.contents(of: VersionList(index, tool: tool))
    for file in ListFile.allCases where !isForeign(file) {
      try WholeFile.write(contents[file] ?? [], to: "\(path)/\(file.rawValue)", replacing: true)
    }
  }

  /// Whether the file is a home page that dossier did not write. Such a page is kept unchanged.
  func isForeign(_ file: ListFile) -> Bool {
    guard file == .home, let root = try? Descriptor(folder: path) else { return false }
    guard let status = try? root.status(of: file.rawValue) else { return false }
    guard status.st_mode & S_IFMT == S_IFREG else { return true }
    return read(file).map { !$0.starts(with: PublishedVersions.homePageBegin.utf8) } ?? true
  }

  /// Whether `versions.json` lists a version. False when the file cannot be read.
  static func lists(_ version: String, in path: String) -> Bool {
    guard let bytes = read(.data, in: path) else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("\"version\": \(JSON.string(version).compact()),")
  }

  /// Removes temporary files that killed processes left behind. The caller must hold the lock of the folder.
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
  init(_ index: ReleaseIndex<Manifest>, tool: String) {
    self.init(index.releases.map { ($0.manifest, $0.digest) }, tool: tool)
  }
}
