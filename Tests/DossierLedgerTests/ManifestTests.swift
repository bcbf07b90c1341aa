import DossierTesting
import DossierText
import Testing

@testable import DossierLedger

@Suite struct ManifestTests {
  @Test func `the order of the input does not change the text`() throws {
    let manifest = try Sample.manifest()
    let paths = ["risks/rsk-001.html", "SOURCES/b \\ c.md", "index.html", "SOURCES/a.md"]
    #expect(try Sample.manifest(paths).bytes == manifest.bytes)
    let text = String(decoding: manifest.bytes, as: UTF8.self)
    #expect(
      text.hasPrefix(
        """
        # dossier manifest 1
        # version 1.0
        # organisation Example Ltd
        # as-of 2026-10-31
        # edition auditor
        # history shown
        # tool dossier 0.1.0
        # commit aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
        # tree clean
        # errors 0
        # warnings 3
        # notes 1
        # excepted 1
        # baseline-known 0
        # allowed nothing
        # signer SHA256:kkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkkk
        # previous none
        # sources 2 28
        # site 2 28
        # merkle-root
        """))
    #expect(text.contains("\n#\n# size 12\n"))
    #expect(text.contains("\n\\\(Digest(of: Array("SOURCES/b \\ c.md".utf8)))  SOURCES/b \\\\ c.md\n"))
  }

  @Test func `a written manifest can be parsed`() throws {
    let manifest = try Sample.manifest()
    let read = try Manifest(reading: manifest.bytes)
    #expect(read.seal == manifest.seal && read.entries == manifest.entries && read.hasItsRoot)
    #expect(try Seal(reading: manifest.seal.bytes) == manifest.seal)
    #expect(read.sources.map(\.source?.description) == ["a.md", "b \\ c.md"])
  }

  @Test func `the seal is the head of the manifest`() throws {
    let manifest = try Sample.manifest()
    #expect(manifest.bytes.starts(with: manifest.seal.bytes))
    #expect(throws: ManifestProblem.self) { try Seal(reading: manifest.bytes) }
    #expect(throws: ManifestProblem.self) { try Manifest(reading: manifest.seal.bytes) }
  }

  @Test(arguments: ["a\nb", "a\rb", "a\u{1B}b", "a\u{7F}"]) func `a path with a control character is refused`(path: String) throws
  {
    #expect(throws: ManifestProblem.self) { try Sample.manifest(["index.html", path]) }
  }

  @Test func `a duplicate path is refused`() { #expect(throws: ManifestProblem.self) { try Sample.manifest(["a", "b", "a"]) } }

  /// `a-b` is sorted between `a` and `a/b`.
  @Test(arguments: [["a", "a/b"], ["a", "a-b", "a/b/c"], ["SOURCES/x/y", "SOURCES/x"]])
  func `a file that is also a parent folder is refused`(paths: [String])
    throws
  {
    #expect(throws: ManifestProblem.self) { try Sample.manifest(paths) }
    let seal = try Sample.manifest(["a"]).seal
    let entries = try paths.map { try Sample.entry($0, $0) }.sorted { $0.path < $1.path }
    let head = String(decoding: seal.bytes, as: UTF8.self).replacing(
      "# site 1 1\n", with: "# site \(entries.count) \(entries.reduce(0) { $0 + $1.size })\n")
    #expect(throws: ManifestProblem.self) { try Manifest(reading: Array(head.utf8) + entries.flatMap(\.lines)) }
  }

  /// Each size is valid for a file, but the sum of all sizes overflows.
  @Test(arguments: ["", "SOURCES/"]) func `an overflow of the total size is refused`(folder: String) throws {
    let digest = Digest(of: [])
    let paths = (0..<8300).map { folder + String(10_000 + $0) }
    let huge = try paths.map { ManifestEntry(path: try #require(SourcePath($0)), size: 1 << 50, digest: digest) }
    #expect(throws: ManifestProblem.self) { try Manifest(try Sample.facts(), huge) }
    let head = String(decoding: try Manifest(try Sample.facts(), []).seal.bytes, as: UTF8.self)
    let name = folder.isEmpty ? "site" : "sources"
    for bytes in [0, Int.max] {
      let text = head.replacing("# \(name) 0 0\n", with: "# \(name) 8300 \(bytes)\n")
      #expect(throws: ManifestProblem.self) { try Manifest(reading: Array(text.utf8) + huge.flatMap(\.lines)) }
    }
    let fits = Array(huge.prefix(8191))
    #expect(try Manifest(reading: try Manifest(try Sample.facts(), fits).bytes).entries == fits)
  }

  @Test func `the name of an organisation is one line`() throws {
    let facts = try Sample.facts(organisation: " A\n# version 2\u{85} B\r\n")
    #expect(facts.organisation == "A # version 2 B")
    #expect(try Manifest(reading: try Manifest(facts, []).bytes).seal.organisation == "A # version 2 B")
  }

  @Test(arguments: ["1.0", "2026-Q3", "v1_2", "A"]) func `a valid release name is accepted`(text: String) {
    #expect(ReleaseVersion(text)?.description == text)
  }

  @Test(arguments: [
    "", ".", "..", ".a", "a/b", "a b", "-a", "latest", "Latest", "1.", "é", "a\n", String(repeating: "a", count: 65),
  ])
  func `an invalid release name is refused`(text: String) { #expect(ReleaseVersion(text) == nil) }

  /// A manifest with one byte changed, removed, doubled or inserted is refused, or it is a different manifest in canonical form.
  @Test func `a manifest with one changed byte is refused or different`() throws {
    let bytes = try Sample.manifest().bytes
    var random = Seeded(3)
    for i in bytes.indices {
      for change in 0..<4 {
        var other = bytes
        switch change {
        case 0: other[i] ^= 1 << UInt8(random.next() % 8)
        case 1: other.remove(at: i)
        case 2: other.insert(bytes[i], at: i)
        default: other.insert(UInt8(truncatingIfNeeded: random.next()), at: i)
        }
        guard other != bytes, let read = try? Manifest(reading: other) else { continue }
        #expect(read.bytes == other)
        #expect(read.digest != Digest(of: bytes))
        // A changed line no longer matches the Merkle root. A changed head is detected by its signature instead.
        if i >= read.seal.bytes.count { #expect(!read.hasItsRoot) }
      }
    }
  }

  @Test func `a damaged manifest is refused or canonical`() throws {
    let bytes = try Sample.manifest().bytes
    var random = Seeded(5)
    for _ in 0..<2000 {
      var other = bytes
      for _ in 0..<(1 + random.next() % 6) {
        let at = Int(random.next() % UInt64(other.count))
        let length = Int(random.next() % 60)
        let piece = Array(bytes[at % bytes.count..<min(bytes.count, at % bytes.count + length)])
        if random.next() % 2 == 0 {
          other.insert(contentsOf: piece, at: at)
        } else {
          other.removeSubrange(at..<min(other.count, at + length))
        }
        if other.isEmpty { other = [0] }
      }
      if let read = try? Manifest(reading: other) { #expect(read.bytes == other) }
    }
  }

  @Test func `lines in another order are refused`() throws {
    let manifest = try Sample.manifest()
    let swapped = manifest.seal.bytes + manifest.entries.reversed().flatMap(\.lines)
    #expect(throws: ManifestProblem.self) { try Manifest(reading: swapped) }
  }

  @Test(arguments: ["../a", "a/../b", "/a", "a//b", "./a", "a/"]) func `a path outside the release is refused`(path: String)
    throws
  {
    let manifest = try Sample.manifest(["zzz"])
    let text = String(decoding: manifest.bytes, as: UTF8.self)
    let evil = text.replacing("  zzz\n", with: "  \(path)\n")
    #expect(throws: ManifestProblem.self) { try Manifest(reading: Array(evil.utf8)) }
  }

  /// Compares the result with a simple algorithm that looks up every parent folder of every path.
  @Test func `a file that is a parent folder of another is found`() throws {
    var random = Seeded(7)
    for _ in 0..<(300 * Seeded.rounds) {
      let texts = Set(
        (0..<6).map { _ in (0..<(1 + random.next() % 3)).map { _ in ["a", "a-", "a.b", "b"][Int(random.next() % 4)] } })
      let entries = try texts.map { try Sample.entry($0.joined(separator: "/")) }.sorted { $0.path < $1.path }
      let isPlain = texts.contains { path in (1..<max(1, path.count)).contains { texts.contains(Array(path.prefix($0))) } }
      #expect((Manifest.fileAbove(entries) != nil) == isPlain, "\(texts)")
    }
  }

  @Test func `changed line ends are reported`() throws {
    let manifest = try Sample.manifest()
    let text = Array(String(decoding: manifest.bytes, as: UTF8.self).replacing("\n", with: "\r\n").utf8)
    #expect(Manifest.begins(text))
    let problem = #expect(throws: ManifestProblem.self) { try Manifest(reading: text) }
    #expect(problem?.reason.contains("line ends were changed") == true)
  }

  @Test func `a damaged seal is refused or canonical`() throws {
    let bytes = try Sample.manifest().seal.bytes
    var random = Seeded(11)
    for _ in 0..<(1000 * Seeded.rounds) {
      var other = bytes
      for _ in 0..<(1 + random.next() % 4) {
        other[Int(random.next() % UInt64(other.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      if let read = try? Seal(reading: other) { #expect(read.bytes == other) }
    }
  }
}
