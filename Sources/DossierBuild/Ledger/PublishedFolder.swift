import DossierLedger
import DossierText
import Glibc

/// A folder with versions side by side, and the files that lead to them: `versions/VERSION/`, `versions.json`, `versions.js`,
/// `versions-pages.js`, `versions.atom`, `latest/index.html`, and `index.html` unless somebody else's stands there.
struct PublishedFolder {
  static let versions = "versions"
  private static let home = "index.html"
  private let path: String

  init(_ path: String) { self.path = path }

  /// The files that follow from the versions that are there, in the order in which they are written.
  static func files(of shelf: ReleaseShelf) -> [(name: String, bytes: [UInt8])] {
    let list = VersionList(shelf.records.map { ($0.manifest, $0.digest) })
    return [
      ("versions.json", list.json), ("versions.js", list.script), ("versions-pages.js", list.pagesScript),
      ("versions.atom", list.feed), ("latest/index.html", list.latestPage), (home, list.homePage),
    ].map { ($0.0, Array($0.1.utf8)) }
  }

  /// Makes them anew. Only under the lock on the folder.
  func write(_ shelf: ReleaseShelf) throws(EnvironmentError) {
    for file in PublishedFolder.files(of: shelf) where !isForeign(file.name) {
      try WholeFile.write(file.bytes, to: "\(path)/\(file.name)", replacing: true)
    }
  }

  /// Whether it is the first page of somebody else, which stays as it is.
  private func isForeign(_ name: String) -> Bool {
    guard name == PublishedFolder.home, let root = try? Descriptor(folder: path) else { return false }
    guard let status = try? root.status(of: name) else { return false }
    guard status.st_mode & S_IFMT == S_IFREG else { return true }
    return read(name).map { !$0.starts(with: VersionList.homePageBegin.utf8) } ?? true
  }

  /// Whether its list names a version. A list that cannot be read names none.
  func lists(_ version: String) -> Bool {
    guard let bytes = read("versions.json") else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("\"version\": \(JSON.string(version).compact()),")
  }

  /// Files that are not what follows from the versions.
  func differences(from shelf: ReleaseShelf) throws(EnvironmentError) -> [Finding] {
    var wrong = PublishedFolder.files(of: shelf).compactMap { file -> Finding? in
      if isForeign(file.name) { return nil }
      guard let bytes = read(file.name) else {
        return Finding(.failed, "index-missing", path: file.name, "\(file.name) is missing")
      }
      if bytes == file.bytes { return nil }
      return Finding(
        .failed, "index-changed", path: file.name,
        "\(file.name) is not what follows from the versions that are there; `dossier publish` makes it anew")
    }
    if wrong.isEmpty { wrong = [Finding(.proved, "index", "the lists of versions name those that are there, and no other")] }
    if isForeign(PublishedFolder.home) {
      wrong.append(
        Finding(
          .unchecked, "index-foreign", path: PublishedFolder.home,
          "\(PublishedFolder.home) is no list of versions made by dossier; what it says was not looked at"))
    }
    return wrong
  }

  /// What follows from no version: beside the page in `latest`, none of it may be; beside the versions, a web host may want some.
  func additions() throws(EnvironmentError) -> [Finding] {
    var findings: [Finding] = []
    let root = try Descriptor(folder: path)
    if let latest = try? root.folder("latest") {
      let members = try attempt("read the folder \(path)/latest") { () throws(SystemFailure) in try FolderListing(latest).members
      }
      // What a killed publication leaves, the next sweeps away.
      for member in members where member.name != "index.html" && !StageName.isOfAny(member.name) {
        let name = "latest/\(TerminalText.visible(member.name))"
        findings.append(Finding(.failed, "file-extra", path: name, "\(name) belongs to no release"))
      }
    }
    let own = [
      PublishedFolder.versions, "versions.json", "versions.js", "versions-pages.js", "versions.atom", "latest",
      PublishedFolder.home,
    ]
    let members = try attempt("read the folder \(path)") { () throws(SystemFailure) in try FolderListing(root).members }
    let others = members.map(\.name).filter { !own.contains($0) }.map { TerminalText.visible($0) }
    if !others.isEmpty {
      let names = others.joined(separator: ", ")
      findings.append(Finding(.unchecked, "beside", "beside the versions, part of no release and not looked at: \(names)"))
    }
    return findings
  }

  /// Removes what killed ones have left of these files. Only under the lock on the folder.
  func sweep() {
    guard let root = try? Descriptor(folder: path) else { return }
    for place in [
      "versions.json", "versions.js", "versions-pages.js", "versions.atom", "latest/index.html", PublishedFolder.home,
    ] {
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
