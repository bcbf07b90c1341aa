import DossierText
import Testing

@Suite struct SourcePathTests {
  @Test(arguments: ["", "/", "/a", "a/", "a//b", ".", "..", "a/.", "a/../b", "./a", "a\u{0}b"])
  func refuses(text: String) {
    #expect(SourcePath(text) == nil)
  }

  @Test func hasParts() throws {
    let path = try #require(SourcePath("content/risks/RSK-001.tar.MD"))
    #expect(path.parts == ["content", "risks", "RSK-001.tar.MD"])
    #expect(path.folder == ["content", "risks"])
    #expect(path.name == "RSK-001.tar.MD")
    #expect(path.fileExtension == "md")
    #expect(path.description == "content/risks/RSK-001.tar.MD")
  }

  @Test(arguments: [("a", ""), (".gitignore", ""), ("a.", ""), ("a.b.yaml", "yaml"), ("...", ""), (".a.b", "b")])
  func `the file extension is read`(name: String, expected: String) throws {
    #expect(try #require(SourcePath("x/" + name)).fileExtension == expected)
  }

  @Test(
    arguments: [
      ("b.md", "a/b/b.md"),
      ("./b.md", "a/b/b.md"),
      ("x/./y/../z.md", "a/b/x/z.md"),
      ("../c.md", "a/c.md"),
      ("../../c.md", "c.md"),
      ("../../../c.md", nil),
      ("../../../../etc/passwd", nil),
      ("x/../../../../c.md", nil),
      ("../../../a/b/c.md", nil),
      ("../..", nil),
      ("..", "a"),
      (".", "a/b"),
      ("b//c.md", "a/b/b/c.md"),
      ("...", "a/b/..."),
      ("..b/.c", "a/b/..b/.c"),
      ("x\u{0}y", nil),
      // A slash followed by a combining mark is still a slash.
      ("x/\u{338}y", "a/b/x/\u{338}y"),
      ("..\u{301}/y", "a/b/..\u{301}/y"),
    ] as [(String, String?)])
  func resolves(link: String, expected: String?) throws {
    let file = try #require(SourcePath("a/b/file.md"))
    #expect(file.resolving(link) == expected.flatMap { SourcePath($0) })
    #expect(file.resolving(link)?.description == expected)
  }

  @Test func `paths that differ only in Unicode normalisation are different`() throws {
    let composed = try #require(SourcePath("caf\u{E9}.md"))
    let decomposed = try #require(SourcePath("cafe\u{301}.md"))
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect((composed < decomposed) != (decomposed < composed))
  }

  @Test func ordersByBytes() throws {
    let paths = try ["b", "a/c", "a.md", "B", "a", "é"].map { try #require(SourcePath($0)) }
    #expect(paths.sorted().map(\.description) == ["B", "a", "a.md", "a/c", "b", "é"])
  }
}
