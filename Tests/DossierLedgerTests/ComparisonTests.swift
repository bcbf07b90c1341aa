import DossierLedger
import DossierText
import Testing

@Suite struct ComparisonTests {
  private func found(_ path: String, _ text: String) throws -> FoundFile {
    FoundFile(
      path: try #require(SourcePath(path)),
      content: .file(size: text.utf8.count, digest: Digest(of: Array(text.utf8))))
  }

  private func codes(_ entries: [ManifestEntry], _ found: [FoundFile]) -> [String] {
    entries.differences(from: found, prefix: "file") { $0.path }.map { "\($0.code) \($0.path ?? "")" }
  }

  @Test func `equal files give no findings`() throws {
    #expect(codes([try Sample.entry("a"), try Sample.entry("b")], [try found("b", "x"), try found("a", "x")]) == [])
  }

  @Test func `every difference is reported`() throws {
    let entries = try ["a", "b", "c", "d", "e", "f"].map { try Sample.entry($0, "text of \($0)") }
    let there = [
      try found("a", "text of a"), try found("b", "text of B"), try found("c", "longer than before"),
      try found("moved", "text of d"), try found("new", "?"),
      FoundFile(path: SourcePath(parts: ["e"]), content: .special),
      FoundFile(path: SourcePath(parts: ["link"]), content: .special),
    ]
    #expect(
      codes(entries, there) == [
        "file-changed b", "file-changed c", "file-special e", "file-missing f", "file-special link", "file-renamed moved",
        "file-extra new",
      ])
  }

  /// A file in an unreadable folder is not reported as missing.
  @Test func `unreadable entries are reported as unreadable`() throws {
    let entries = try ["a/b", "c", "d"].map { try Sample.entry($0) }
    let there = [
      FoundFile(path: SourcePath(parts: ["a"]), content: .unreadable),
      FoundFile(path: SourcePath(parts: ["c"]), content: .unreadable),
      FoundFile(path: SourcePath(parts: ["e"]), content: .nameless), FoundFile(path: SourcePath(parts: ["f"]), content: .deep),
    ]
    #expect(
      codes(entries, there) == ["file-unreadable a", "file-unreadable c", "file-missing d", "file-special e", "file-extra f"])
  }
}
