import DossierText

/// Which file was meant by a path that leads nowhere. Made once for all such paths.
struct FileNames {
  private let byFolder: [SourcePath: [SourcePath]]
  private var indexes: [SourcePath: SuggestionIndex] = [:]
  private let byName: [SourcePath: [SourcePath]]

  init(_ paths: [SourcePath]) {
    byFolder = Dictionary(grouping: paths) { SourcePath(parts: $0.folder) }
    byName = Dictionary(grouping: paths) { SourcePath(parts: [$0.name]) }
  }

  /// A file that may be meant, and whether nothing else can be.
  struct Match {
    let path: SourcePath
    let isCertain: Bool
  }

  /// A name in the same folder that differs little, for a slip of the pen; else the same name elsewhere, for a file that moved.
  mutating func closest(to path: SourcePath) -> Match? {
    let folder = SourcePath(parts: path.folder)
    let neighbours = byFolder[folder] ?? []
    let namesakes = byName[SourcePath(parts: [path.name])] ?? []
    if let name = indexes[folder, default: SuggestionIndex(neighbours.lazy.map(\.name))].closest(to: path.name) {
      let isSpelling = name == Suggestion.spelling(of: path.name, among: neighbours.lazy.map(\.name))
      return Match(path: SourcePath(parts: path.folder + [name]), isCertain: isSpelling && namesakes.isEmpty)
    }
    // Of several files of that name none is plainly meant; and every folder may have a first page.
    guard namesakes.count == 1, let namesake = namesakes.first else { return nil }
    let isCommon = ["readme", "index"].contains { path.name.lowercased().hasPrefix($0 + ".") }
    return Match(path: namesake, isCertain: !isCommon)
  }
}

extension SourcePath {
  /// How a file field of this file names `target`.
  func relative(to target: SourcePath) -> String {
    var shared = 0
    while shared < folder.count, shared < target.folder.count, folder[shared] == target.folder[shared] { shared += 1 }
    let up = Array(repeating: "..", count: folder.count - shared)
    return (up + target.parts.dropFirst(shared)).joined(separator: "/")
  }

  /// The same as the destination of a Markdown link: what would end the link or mean something else there is percent-encoded.
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
