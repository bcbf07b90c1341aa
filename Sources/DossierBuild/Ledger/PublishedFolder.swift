import DossierLedger
import DossierText
import Glibc

/// A folder with versions side by side, and the files that lead to them: `versions/VERSION/`, `versions.json`, `versions.js`,
/// `versions-pages.js`, `versions.atom`, `latest/index.html`, and `index.html` unless somebody else's stands there.
struct PublishedFolder {
  static let versions = "versions"
  private static let home = "index.html"
  private static let data = "versions.json"
  private let path: String
  /// This program with its version.
  private let tool: String

  init(_ path: String, tool: ToolVersion) {
    self.path = path
    self.tool = "\(tool.name) \(tool.version)"
  }

  /// A file that follows from the versions that are there.
  private struct ListFile {
    let name: String
    let bytes: [UInt8]
    /// Whether every version of the program writes it alike.
    var isData = false
  }

  /// In the order in which they are written.
  private func files(of shelf: ReleaseShelf, tool: String) -> [ListFile] {
    let list = VersionList(shelf.records.map { ($0.manifest, $0.digest) }, tool: tool)
    return [
      ListFile(name: PublishedFolder.data, bytes: Array(list.json.utf8), isData: true),
      ListFile(name: "versions.js", bytes: Array(list.script.utf8), isData: true),
      ListFile(name: "versions-pages.js", bytes: Array(list.pagesScript.utf8)),
      ListFile(name: "versions.atom", bytes: Array(list.feed.utf8)),
      ListFile(name: "latest/index.html", bytes: Array(list.latestPage.utf8)),
      ListFile(name: PublishedFolder.home, bytes: Array(list.homePage.utf8)),
    ]
  }

  /// Makes them anew. Only under the lock on the folder.
  func write(_ shelf: ReleaseShelf) throws(EnvironmentError) {
    for file in files(of: shelf, tool: tool) where !isForeign(file.name) {
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
  static func lists(_ version: String, in path: String) -> Bool {
    guard let bytes = read(data, in: path) else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("\"version\": \(JSON.string(version).compact()),")
  }

  /// What the list says of itself: the program that made it, this one where it names none, and the versions.
  private func listed() -> (maker: String, versions: [String]) {
    guard let bytes = read(PublishedFolder.data) else { return (tool, []) }
    let file = SourceFile(path: SourcePath(parts: [PublishedFolder.data]), bytes: bytes)
    let list = JSONReader.read(file).value
    let maker = list?["tool"]?.text.flatMap { $0.utf8.count <= 100 && $0.hasPrefix("dossier ") ? $0 : nil }
    return (maker ?? tool, list?["versions"]?.elements?.compactMap { $0["version"]?.text } ?? [])
  }

  /// Files that are not what follows from the versions.
  func differences(from shelf: ReleaseShelf) throws(EnvironmentError) -> [Finding] {
    let (maker, listed) = listed()
    let there = Set(shelf.records.map(\.name) + shelf.damaged.map(\.name))
    var findings = listed.filter { !there.contains($0) }.map { name in
      let name = TerminalText.visible(name)
      return Finding(
        .failed, "version-missing", path: "\(PublishedFolder.versions)/\(name)",
        "\(PublishedFolder.data) lists the version \(name), and it is not there")
    }
    let advice = findings.isEmpty ? "; `dossier publish` makes it anew" : ""
    var others: [String] = []
    for file in files(of: shelf, tool: maker) where !isForeign(file.name) {
      guard let bytes = read(file.name) else {
        findings.append(Finding(.failed, "index-missing", path: file.name, "\(file.name) is missing"))
        continue
      }
      if bytes == file.bytes { continue }
      if maker != tool, !file.isData {
        others.append(file.name)
      } else {
        findings.append(
          Finding(
            .failed, "index-changed", path: file.name,
            "\(file.name) is not what follows from the versions that are there\(advice)"))
      }
    }
    if findings.isEmpty {
      findings = [Finding(.proved, "index", "the lists of versions name those that are there, and no other")]
    }
    if !others.isEmpty {
      let names = others.joined(separator: ", ")
      findings.append(
        Finding(
          .unchecked, "index-maker",
          "made by \(TerminalText.visible(maker)), so not compared with what \(tool) would write: \(names)"))
    }
    if isForeign(PublishedFolder.home) {
      findings.append(
        Finding(
          .unchecked, "index-foreign", path: PublishedFolder.home,
          "\(PublishedFolder.home) is no list of versions made by dossier; what it says was not looked at"))
    }
    return findings
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

  private func read(_ name: String) -> [UInt8]? { PublishedFolder.read(name, in: path) }

  private static func read(_ name: String, in path: String) -> [UInt8]? {
    guard let root = try? Descriptor(folder: path) else { return nil }
    let file = SourcePath(parts: name.split(separator: "/").map(String.init))
    return try? root.descend(file.folder[...]).file(file.name).read(expecting: 1 << 16, limit: 1 << 26)
  }
}
