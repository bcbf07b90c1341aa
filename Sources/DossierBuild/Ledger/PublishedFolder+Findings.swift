import DossierLedger
import DossierText

extension PublishedFolder {
  /// What the list says of itself: the program that made it, this one where it names none, and the versions.
  private func listed() -> (maker: String, versions: [String]) {
    guard let bytes = read(.data) else { return (tool, []) }
    let file = SourceFile(path: ListFile.data.path, bytes: bytes)
    let list = JSONReader.read(file).value
    let maker = list?["tool"]?.text.flatMap { $0.utf8.count <= 100 && $0.hasPrefix("dossier ") ? $0 : nil }
    return (maker ?? tool, list?["versions"]?.elements?.compactMap { $0["version"]?.text } ?? [])
  }

  /// Files that are not what follows from the versions.
  ///
  /// The list is not signed, so that another program made it is believed only of one that made a version that is there.
  func differences(from shelf: ReleaseShelf) throws(EnvironmentError) -> [Finding] {
    let (maker, listed) = listed()
    let there = Set(shelf.records.map(\.name) + shelf.damaged.map(\.name))
    var failed = listed.filter { !there.contains($0) }.map { name in
      let name = TerminalText.visible(name)
      return Finding(
        .failed, "version-missing", path: "\(PublishedFolder.versions)/\(name)",
        "\(ListFile.data.rawValue) lists the version \(name), and it is not there")
    }
    let advice = failed.isEmpty ? "; `dossier publish` makes it anew" : ""
    let isKnown = maker == tool || shelf.records.contains { $0.manifest.seal.tool == maker }
    if !isKnown {
      failed.append(
        Finding(
          .failed, "index-maker", path: ListFile.data.rawValue,
          "\(ListFile.data.rawValue) says that \(TerminalText.visible(maker)) made it, which made no version that is there\(advice)"
        ))
    }
    let list = VersionList(shelf, tool: maker)
    let links = ListLinks(list)
    var same: [String] = []
    var others: [String] = []
    for file in ListFile.allCases where !isForeign(file) {
      let name = file.rawValue
      guard let bytes = read(file) else {
        failed.append(Finding(.failed, "index-missing", path: name, "\(name) is missing"))
        continue
      }
      if bytes == file.bytes(of: list) {
        same.append(name)
      } else if maker != tool, isKnown, !file.isData {
        let objection = links.objection(to: bytes, file)
        if let objection {
          failed.append(Finding(.failed, "index-changed", path: name, "\(name) \(objection)\(advice)"))
        } else {
          others.append(name)
        }
      } else {
        failed.append(
          Finding(.failed, "index-changed", path: name, "\(name) is not what follows from the versions that are there\(advice)"))
      }
    }
    return failed + remarks(same: failed.isEmpty ? same : [], others: others, maker)
  }

  /// Of files that are what they should be, of those that another program made, and of a page of somebody else's.
  private func remarks(same: [String], others: [String], _ maker: String) -> [Finding] {
    var findings: [Finding] = []
    if !same.isEmpty {
      findings.append(
        Finding(.proved, "index", "the lists name the versions that are there, and no other: \(same.joined(separator: ", "))"))
    }
    if !others.isEmpty {
      findings.append(
        Finding(
          .unchecked, "index-maker",
          "made by \(TerminalText.visible(maker)), so not compared with what \(tool) would write, only that the links lead to versions that are there: \(others.joined(separator: ", "))"
        ))
    }
    if isForeign(.home) {
      let home = ListFile.home.rawValue
      findings.append(
        Finding(
          .unchecked, "index-foreign", path: home,
          "\(home) is no list of versions made by dossier; what it says was not looked at"))
    }
    return findings
  }

  /// What follows from no version: beside the page in `latest`, none of it may be; beside the versions, a web host may want some.
  func additions() throws(EnvironmentError) -> [Finding] {
    var findings: [Finding] = []
    let root = try Descriptor(folder: path)
    if let latest = try? root.folder(ListFile.latest.path.parts[0]) {
      let members = try attempt("read the folder \(path)/latest") { () throws(SystemFailure) in
        try FolderListing(latest).members
      }
      // What a killed publication leaves, the next sweeps away.
      for member in members where member.name != ListFile.latest.path.name && !StageName.isOfAny(member.name) {
        let name = "latest/\(TerminalText.visible(member.name))"
        findings.append(Finding(.failed, "file-extra", path: name, "\(name) belongs to no release"))
      }
    }
    let own = [PublishedFolder.versions] + ListFile.allCases.map(\.path.parts[0])
    let members = try attempt("read the folder \(path)") { () throws(SystemFailure) in try FolderListing(root).members }
    let others = members.map(\.name).filter { !own.contains($0) }.map { TerminalText.visible($0) }
    if !others.isEmpty {
      let names = others.joined(separator: ", ")
      findings.append(Finding(.unchecked, "beside", "beside the versions, part of no release and not looked at: \(names)"))
    }
    return findings
  }
}
