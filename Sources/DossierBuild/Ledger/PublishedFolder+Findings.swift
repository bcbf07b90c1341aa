import DossierLedger
import DossierText

extension PublishedFolder {
  /// The claims of `versions.json`: the program that made the file, and the versions. If the file contains no valid program name,
  /// the result contains the name of this program.
  private func listed() -> (maker: String, versions: [String]) {
    guard let bytes = read(.data) else { return (tool, []) }
    let file = SourceFile(path: ListFile.data.path, bytes: bytes)
    let list = JSONReader.read(file).value
    let maker = list?["tool"]?.text.flatMap { $0.utf8.count <= 100 && $0.hasPrefix("dossier ") ? $0 : nil }
    return (maker ?? tool, list?["versions"]?.elements?.compactMap { $0["version"]?.text } ?? [])
  }

  /// Compares the list files with the versions in the folder.
  ///
  /// The list is not signed, so its claims can be false. The list may claim that another program made it. This claim is accepted
  /// only if that program also made a version in the folder.
  func differences(from index: ReleaseIndex<Manifest>) throws -> [Finding] {
    let (maker, listed) = listed()
    let there = Set(index.releases.map(\.name) + index.damaged.map(\.name))
    var failed = listed.filter { !there.contains($0) }.map { name in
      let name = TerminalText.visible(name)
      return Finding(
        .failed, "version-missing", path: "\(PublishedFolder.versions)/\(name)",
        "\(ListFile.data.rawValue) lists version \(name), but this version is missing")
    }
    let advice = failed.isEmpty ? "; run `dossier publish` to write it again" : ""
    let isKnown = maker == tool || index.releases.contains { $0.manifest.seal.tool == maker }
    if !isKnown {
      failed.append(
        Finding(
          .failed, "index-maker", path: ListFile.data.rawValue,
          "\(ListFile.data.rawValue) says that \(Quotation.ofTool(maker)) made it, but no version here was made by that program\(advice)"
        ))
    }
    let list = VersionList(index, tool: maker)
    let links = ListLinks(list)
    let contents = try ListFile.contents(of: list)
    var same: [String] = []
    var others: [String] = []
    for file in ListFile.allCases where !isForeign(file) {
      let name = file.rawValue
      guard let bytes = read(file) else {
        failed.append(Finding(.failed, "index-missing", path: name, "\(name) is missing"))
        continue
      }
      if bytes == contents[file] {
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
          Finding(.failed, "index-changed", path: name, "\(name) does not match the versions in the folder\(advice)"))
      }
    }
    return failed + remarks(same: failed.isEmpty ? same : [], others: others, maker)
  }

  /// The findings about correct files, about files that another program made, and about a home page that dossier did not write.
  private func remarks(same: [String], others: [String], _ maker: String) -> [Finding] {
    var findings: [Finding] = []
    if !same.isEmpty {
      findings.append(
        Finding(.proved, "index", "the lists contain exactly the versions in the folder: \(same.joined(separator: ", "))"))
    }
    if !others.isEmpty {
      findings.append(
        Finding(
          .unchecked, "index-maker",
          "made by \(Quotation.ofTool(maker)), not by \(tool); only the links were checked, and they lead to versions in the folder: \(others.joined(separator: ", "))"
        ))
    }
    if isForeign(.home) {
      let home = ListFile.home.rawValue
      findings.append(
        Finding(
          .unchecked, "index-foreign", path: home,
          "\(home) is not a version list made by dossier, so its contents were not checked"))
    }
    return findings
  }

  /// Files in the published folder that dossier did not generate from a version. In `latest`, an additional file is a failure. At
  /// the top level, a web host may need additional files.
  func additions() throws(EnvironmentError) -> [Finding] {
    var findings: [Finding] = []
    let root = try Descriptor(folder: path)
    if let latest = try? root.folder(ListFile.latest.path.parts[0]) {
      let members = try attempt("read the folder \(path)/latest") { () throws(SystemFailure) in
        try FolderListing(latest).members
      }
      // Ignore temporary files of a killed publication, because the next publication removes them.
      for member in members where member.name != ListFile.latest.path.name && !StageName.isOfAny(member.name) {
        let name = "latest/\(TerminalText.visible(member.name))"
        findings.append(Finding(.failed, "file-extra", path: name, "\(name) is not part of any release"))
      }
    }
    let own = [PublishedFolder.versions] + ListFile.allCases.map(\.path.parts[0])
    let members = try attempt("read the folder \(path)") { () throws(SystemFailure) in try FolderListing(root).members }
    let others = members.map(\.name).filter { !own.contains($0) }.map { TerminalText.visible($0) }
    if !others.isEmpty {
      let names = others.joined(separator: ", ")
      findings.append(Finding(.unchecked, "beside", "next to the versions, not part of any release and not checked: \(names)"))
    }
    return findings
  }
}
