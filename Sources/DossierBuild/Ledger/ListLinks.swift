import DossierLedger
import DossierText

/// Checks the links of a version list that another version of the program made. The links must lead only to versions in the
/// folder.
///
/// The visible text of a list file is not checked. A list file with markup that a version list does not need is rejected.
struct ListLinks {
  private let versions: [String]

  init(_ list: VersionList) { versions = list.versions.map(\.seal.version.description) }

  /// The problem of a file, in words that can follow the name of the file. Nil if the file has no problem. A correct file
  /// links to every version that it must list. All its other links lead to list files. For `versions-pages.js`, only the form
  /// is checked.
  func objection(to bytes: [UInt8], _ file: ListFile) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "is not UTF-8 text" }
    if file == .pages {
      let (begin, end) = ("globalThis.dossierPages = ", ";\n")
      guard text.hasPrefix(begin), text.hasSuffix(end) else { return "is not only a list of pages" }
      let value = Array(text.utf8.dropFirst(begin.utf8.count).dropLast(end.utf8.count))
      return JSONReader.read(SourceFile(path: file.path, bytes: value)).value == nil ? "is not only a list of pages" : nil
    }
    guard let tags = MarkupTags(text) else { return "contains markup that a version list does not need" }
    var named: Set<String> = []
    for tag in tags.tags {
      guard let targets = tag.targets else { return "contains markup that a version list does not need" }
      for target in targets {
        guard let version = version(target, from: file) else {
          return "links to \(TerminalText.visible(String(target.prefix(80)))), which is not part of a version in the folder"
        }
        named.formUnion(version)
      }
    }
    let wanted = file == .latest ? Array(versions.prefix(1)) : versions
    if file == .latest, let other = named.first(where: { !wanted.contains($0) }) {
      return "links to \(other), which is not the newest version"
    }
    if let lost = wanted.first(where: { !named.contains($0) }) { return "has no link to version \(lost)" }
    return nil
  }

  /// The version that a link leads to. Empty if the link leads to another list file. Nil if the link leads to any other place.
  private func version(_ target: String, from file: ListFile) -> [String]? {
    let plain = target.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) || (0x2D...0x39).contains($0) || $0 == 0x5F }
    guard plain else { return nil }
    var parts = target.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    for _ in file.path.folder {
      guard parts.first == ".." else { return nil }
      parts.removeFirst()
    }
    if parts == ListFile.feed.path.parts || parts == ListFile.data.path.parts { return [] }
    let isInside = parts.dropLast().allSatisfy { !$0.isEmpty } && !parts.contains { $0 == "." || $0 == ".." }
    guard parts.count > 2, isInside, parts[0] == PublishedFolder.versions, versions.contains(parts[1]) else { return nil }
    return [parts[1]]
  }
}
