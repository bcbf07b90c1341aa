import DossierText

/// Suggests files for paths that do not exist. Use one instance for all paths, because an instance caches indexes.
struct FileNames {
  private let byFolder: [SourcePath: [SourcePath]]
  private var indexes: [SourcePath: SuggestionIndex] = [:]
  private let byName: [SourcePath: [SourcePath]]
  private let folders: Set<SourcePath>

  init(_ paths: [SourcePath]) {
    var folders: Set<SourcePath> = []
    for path in paths {
      var parts = path.folder
      while !parts.isEmpty, folders.insert(SourcePath(parts: parts)).inserted { parts.removeLast() }
    }
    self.folders = folders
    byFolder = Dictionary(grouping: paths) { SourcePath(parts: $0.folder) }
    byName = Dictionary(grouping: paths) { SourcePath(parts: [$0.name]) }
  }

  /// A suggested file, and whether it is certainly the intended file: the only file in the folder whose name differs only in
  /// capitals or in the form of its accents. Some file systems open this file.
  struct Match {
    let path: SourcePath
    let isCertain: Bool
  }

  /// Whether the path is a folder that contains one of the files, directly or in other folders.
  func isFolder(_ path: SourcePath) -> Bool { folders.contains(path) }

  /// A file in the same folder with a similar name, because the name may be misspelt. If there is none, a file in another folder
  /// with the same name, because the file may have been moved.
  mutating func closest(to path: SourcePath) -> Match? {
    let folder = SourcePath(parts: path.folder)
    let neighbours = byFolder[folder] ?? []
    let namesakes = byName[SourcePath(parts: [path.name])] ?? []
    if let name = indexes[folder, default: SuggestionIndex(neighbours.lazy.map(\.name))].closest(to: path.name) {
      // Swift compares strings by canonical equivalence, so the two forms of an accent are equal.
      let same = neighbours.filter { $0.name.lowercased() == path.name.lowercased() }
      return Match(
        path: same.first ?? SourcePath(parts: path.folder + [name]), isCertain: same.count == 1 && namesakes.isEmpty)
    }
    // If several files have the name, suggest none. One file is only a suggestion: other folders may have files with this name.
    guard namesakes.count == 1, let namesake = namesakes.first else { return nil }
    return Match(path: namesake, isCertain: false)
  }
}

extension SourcePath {
  /// The relative path from this file to `target`, in the form that a field for a file contains.
  func relative(to target: SourcePath) -> String {
    var shared = 0
    while shared < folder.count, shared < target.folder.count, folder[shared] == target.folder[shared] { shared += 1 }
    let up = Array(repeating: "..", count: folder.count - shared)
    return (up + target.parts.dropFirst(shared)).joined(separator: "/")
  }

  /// The relative path as the destination of a Markdown link.
  ///
  /// Characters that would end the link or have another meaning are percent-encoded.
  func link(to target: SourcePath) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in relative(to: target).utf8 {
      switch byte {
      case 0...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "%"),
        UInt8(ascii: "#"), UInt8(ascii: "?"), UInt8(ascii: "\\"):
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
