import DossierLedger
import DossierText

/// Where a list that another version of the program made leads to: nowhere but to the versions that are there.
///
/// What it says in words is not looked at. A page with anything in it that no list needs is refused rather than understood.
struct ListLinks {
  private let versions: [String]

  init(_ list: VersionList) { versions = list.versions.map(\.seal.version.description) }

  /// What is wrong with a file, to follow its name; nil where its links are those of the versions.
  func objection(to bytes: [UInt8], _ file: ListFile) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return "is no text" }
    if file == .pages {
      let (begin, end) = ("globalThis.dossierPages = ", ";\n")
      guard text.hasPrefix(begin), text.hasSuffix(end) else { return "is more than a list of pages" }
      let value = Array(text.utf8.dropFirst(begin.utf8.count).dropLast(end.utf8.count))
      return JSONReader.read(SourceFile(path: file.path, bytes: value)).value == nil ? "is more than a list of pages" : nil
    }
    guard let tags = MarkupTags(text) else { return "holds what no list of versions needs" }
    var named: Set<String> = []
    for tag in tags.tags {
      guard let targets = tag.targets else { return "holds what no list of versions needs" }
      for target in targets {
        guard let version = version(target, from: file) else {
          return "leads to \(TerminalText.visible(String(target.prefix(80)))), which is no version that is there"
        }
        named.formUnion(version)
      }
    }
    let wanted = file == .latest ? Array(versions.prefix(1)) : versions
    if file == .latest, let other = named.first(where: { !wanted.contains($0) }) {
      return "leads to \(other), which is not the newest"
    }
    if let lost = wanted.first(where: { !named.contains($0) }) { return "does not lead to the version \(lost)" }
    return nil
  }

  /// The version that a link leads to, none where it leads to another of the lists; nil where it leads anywhere else.
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
