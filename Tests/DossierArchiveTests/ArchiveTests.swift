import DossierTesting
import DossierText
import Testing

@testable import DossierArchive

/// A written archive can be read back, and a changed archive is refused.
@Suite struct ArchiveTests {
  struct MemorySource: ArchiveSource {
    let content: [UInt8]
    var size: Int { content.count }
    func bytes(at offset: Int, count: Int) -> [UInt8] { Array(content[offset..<(offset + count)]) }
  }

  private func archive(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    var writer = ArchiveWriter(day: try #require(CivilDate("2026-10-31")))
    var bytes: [UInt8] = []
    for (name, content) in files {
      let packed = PackedFile(name, content)
      bytes += writer.header(of: packed) + (packed.packed ?? content)
    }
    return bytes + writer.end()
  }

  private let files: [(String, [UInt8])] = [
    ("a.txt", Array("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".utf8)), ("b/empty", []), ("b/c", [1, 2, 3]),
    ("large", Array(repeating: 7, count: 300_000)),
  ]

  @Test func `a written archive can be read back`() throws {
    let source = MemorySource(content: try archive(files))
    let directory = try ArchiveDirectory(of: source)
    #expect(directory.problems.isEmpty)
    #expect(directory.entries.map(\.name) == files.map(\.0))
    for (entry, file) in zip(directory.entries, files) {
      var read: [UInt8] = []
      try entry.read(from: source) { read += $0 }
      #expect(read == file.1)
    }
  }

  /// A change of any byte is detected, except in fields that do not affect the unpacked files: times, versions and permissions.
  @Test func `a change of a relevant byte is detected`() throws {
    let bytes = try archive([("a.txt", Array("hello hello hello hello".utf8)), ("b", [1])])
    var unnoticed: [Int] = []
    for i in bytes.indices {
      var changed = bytes
      changed[i] ^= 0x20
      let source = MemorySource(content: changed)
      let directory = try ArchiveDirectory(of: source)
      var isSame = directory.problems.isEmpty && directory.entries.map(\.name) == ["a.txt", "b"]
      for entry in directory.entries where isSame {
        do { try entry.read(from: source) { _ in } } catch { isSame = false }
      }
      if isSame { unnoticed.append(i) }
    }
    // Only versions, times and permissions may be undetected. They occur in both headers of both files.
    #expect(unnoticed.count <= 2 * (2 + 4) + 2 * (4 + 4 + 2 + 4) + 8, "\(unnoticed)")
  }

  /// An archive with inserted, removed or overwritten bytes is read completely or refused. No entry gives more bytes than its
  /// header.
  @Test func `a damaged archive never gives too many bytes`() throws {
    let bytes = try archive(files)
    var random = Seeded(13)
    for _ in 0..<(1000 * Seeded.rounds) {
      var other = bytes
      for _ in 0..<(1 + random.next() % 4) {
        // Change mostly the last 400 bytes, which contain the directory.
        let range = UInt64(random.next() % 4 == 0 ? other.count : min(other.count, 400))
        let at = other.count - 1 - Int(random.next() % range)
        let length = min(Int(random.next() % 9), other.count - at)
        switch random.next() % 3 {
        case 0:
          other.replaceSubrange(at..<(at + length), with: (0..<length).map { _ in UInt8(truncatingIfNeeded: random.next()) })
        case 1: other.replaceSubrange(at..<(at + length), with: Array(repeating: 0xFF, count: length))
        default: other.insert(contentsOf: other[at..<(at + length)], at: at)
        }
      }
      let source = MemorySource(content: other)
      let directory = try ArchiveDirectory(of: source)
      for entry in directory.entries where directory.problems.isEmpty {
        var count = 0
        do {
          try entry.read(from: source) { count += $0.count }
          #expect(count == entry.size)
        } catch is ArchiveProblem {}
        #expect(count <= entry.size)
      }
    }
  }

  @Test func `a truncated archive is refused`() throws {
    let bytes = try archive(files)
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(try !ArchiveDirectory(of: MemorySource(content: Array(bytes.prefix(length)))).problems.isEmpty, "\(length)")
    }
  }

  @Test func `many entries need the ZIP64 end record`() throws {
    let many = (0..<70_000).map { ("d/\($0)", [UInt8]()) }
    let directory = try ArchiveDirectory(of: MemorySource(content: try archive(many)))
    #expect(directory.problems.isEmpty)
    #expect(directory.entries.count == 70_000)
  }

  @Test func `names are safe on every file system`() throws {
    let paths = [
      "a.md", "A.md", "con.md", "ü/x.md", "b/c.md", "B/c.md", "x:y.md", "end.", "-rf", String(repeating: "x", count: 200),
    ]
    .compactMap { SourcePath($0) }
    let names = SafeNames(paths)
    let places = paths.compactMap { names.places[$0]?.description }
    #expect(places.count == paths.count)
    #expect(Set(places.map { $0.lowercased() }).count == paths.count)
    #expect(places.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } && $0.utf8.count <= 150 })
    #expect(names.renamed.count == 8, "\(names.renamed)")
    #expect(["b/c.md", "B/c.md"].count { places.contains($0) } == 1)
  }
}
