import DossierLedger
import DossierText
import Glibc

/// A folder with versions side by side, and the files that lead to them: `versions/VERSION/`, `versions.json`, `versions.js`,
/// `versions.atom` and `latest/index.html`.
struct PublishedFolder {
  static let versions = "versions"
  private let path: String

  init(_ path: String) { self.path = path }

  /// The files that follow from the versions that are there, in the order in which they are written.
  static func files(of shelf: ReleaseShelf) -> [(name: String, bytes: [UInt8])] {
    let list = VersionList(shelf.records.map { ($0.manifest.seal, $0.digest) })
    return [
      ("versions.json", list.json), ("versions.js", list.script), ("versions.atom", list.feed),
      ("latest/index.html", list.latestPage),
    ].map { ($0.0, Array($0.1.utf8)) }
  }

  /// Whether its list names a version. A list that cannot be read names none.
  func lists(_ version: String) -> Bool {
    guard let bytes = read("versions.json") else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("\"version\": \(JSON.string(version).compact()),")
  }

  /// Files that are not what follows from the versions.
  func differences(from shelf: ReleaseShelf) throws(EnvironmentError) -> [Finding] {
    let wrong = PublishedFolder.files(of: shelf).compactMap { file -> Finding? in
      guard let bytes = read(file.name) else {
        return Finding(.failed, "index-missing", path: file.name, "\(file.name) is missing")
      }
      if bytes == file.bytes { return nil }
      return Finding(.failed, "index-changed", path: file.name, "\(file.name) does not say which versions are there")
    }
    return wrong.isEmpty ? [Finding(.proved, "index", "the lists of versions name those that are there, and no other")] : wrong
  }

  /// Removes what killed ones have left of these files. Only under the lock on the folder.
  func sweep() {
    guard let root = try? Descriptor(folder: path) else { return }
    for place in ["versions.json", "versions.js", "versions.atom", "latest/index.html"] {
      let file = SourcePath(parts: place.split(separator: "/").map(String.init))
      guard let folder = try? root.descend(file.folder[...]), let listing = try? FolderListing(folder) else { continue }
      for member in listing.members where member.kind == .file && StageName(output: file.name).matches(member.name) {
        unsafe unlinkat(folder.number, member.name, 0)
      }
    }
  }

  private func read(_ name: String) -> [UInt8]? {
    guard let root = try? Descriptor(folder: path) else { return nil }
    let file = SourcePath(parts: name.split(separator: "/").map(String.init))
    return try? root.descend(file.folder[...]).file(file.name).read(expecting: 1 << 16, limit: 1 << 26)
  }
}
