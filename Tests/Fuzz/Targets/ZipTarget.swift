@testable import DossierArchive
@testable import DossierText

/// ZIP archives: an archive without problems has safe names and unpacks to its sizes, and a written archive is read unchanged.
enum ZipTarget {
  /// An archive in memory.
  private struct Archive: ArchiveSource {
    let all: [UInt8]
    var size: Int { all.count }

    func bytes(at offset: Int, count: Int) throws -> [UInt8] {
      try require(offset >= 0 && count >= 0 && count <= size - offset, "bytes \(offset) to \(offset + count) of \(size) are read")
      return Array(all[offset..<(offset + count)])
    }
  }

  /// Entries above this size are not unpacked, because a small archive can contain a very large file.
  private static let largest = 4 << 20

  static func run(_ bytes: [UInt8]) throws {
    let archive = Archive(all: bytes)
    let directory = try ArchiveDirectory(of: archive)
    guard directory.problems.isEmpty else { return try writeParts(of: bytes) }
    var files: [(String, [UInt8])] = []
    var isWhole = true
    for entry in directory.entries {
      guard let path = SourcePath(entry.name) else { throw Violation(description: "the name \(entry.name) is not safe") }
      try require(path.description == entry.name, "the name \(entry.name) is read in two ways")
      guard !entry.isFolder, entry.size <= largest else { continue }
      var content: [UInt8] = []
      do {
        try entry.read(from: archive) { content += $0 }
        try require(content.count == entry.size, "the entry has \(content.count) bytes, not \(entry.size)")
        files.append((entry.name, content))
      } catch is ArchiveProblem { isWhole = false }
    }
    if isWhole, files.allSatisfy({ $0.0.utf8.allSatisfy { $0 < 0x80 } }) { try write(files) }
  }

  /// Writes the input as files of an archive.
  private static func writeParts(of bytes: [UInt8]) throws {
    let half = bytes.count / 2
    try write([("a.txt", bytes), ("b/c.txt", Array(bytes[..<half])), ("b/d.txt", Array(bytes[half...]))])
  }

  private static func write(_ files: [(name: String, content: [UInt8])]) throws {
    guard let day = CivilDate("2026-10-31") else { return }
    var writer = ArchiveWriter(day: day)
    var bytes: [UInt8] = []
    for file in files {
      let packed = PackedFile(file.name, file.content)
      bytes += writer.header(of: packed) + (packed.packed ?? file.content)
    }
    let archive = Archive(all: bytes + writer.end())
    let directory = try ArchiveDirectory(of: archive)
    try require(directory.problems.isEmpty, "a written archive has problems: \(directory.problems)")
    try require(directory.entries.map(\.name) == files.map(\.name), "a written archive has other names")
    for (entry, file) in zip(directory.entries, files) {
      var content: [UInt8] = []
      try entry.read(from: archive) { content += $0 }
      try require(content == file.content, "a written file is read in another way")
    }
  }
}
