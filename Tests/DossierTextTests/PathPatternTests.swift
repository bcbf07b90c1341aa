import DossierText
import Testing

@Suite struct PathPatternTests {
  @Test(arguments: [
    ("docs/**/*.md", "docs/a.md"), ("docs/**/*.md", "docs/x/y/a.md"), ("**/*.md", "a.md"), ("**", "a/b/c"),
    ("docs/*", "docs/a.md"),
    ("*.md", "a.md"), ("a?c.md", "a\u{e9}c.md"), ("**/policies/**/*.md", "policies/a.md"), ("a/**/b/**/c", "a/b/b/x/b/c"),
    ("*a*b*", "xxaxxbxx"), ("a**", "abc"), ("docs/**", "docs/a/b.md"),
  ])
  func `a pattern matches`(pattern: String, path: String) throws {
    #expect(try #require(PathPattern(pattern)).matches(try #require(SourcePath(path))))
  }

  @Test(arguments: [
    ("docs/*.md", "docs/x/a.md"), ("*.md", "docs/a.md"), ("docs/**/*.md", "doc/a.md"), ("docs/**/*.md", "docs/a.yaml"),
    ("a?c", "ac"), ("A.md", "a.md"), ("docs", "docs/a.md"), ("a/**/b", "a/c"), ("a/*/b", "a/b"),
  ])
  func `a pattern does not match`(pattern: String, path: String) throws {
    #expect(!(try #require(PathPattern(pattern)).matches(try #require(SourcePath(path)))))
  }

  @Test(arguments: ["", "/docs", "docs/", "docs//a", "./docs", "../a", "a/../b", "a\0b"])
  func refuses(text: String) {
    #expect(PathPattern(text) == nil)
  }

  /// Many stars and a long name must not cost more than the product of the lengths.
  @Test func isNeverSlow() throws {
    let pattern = try #require(PathPattern(String(repeating: "*a", count: 200) + "b"))
    let path = try #require(SourcePath(String(repeating: "a", count: 4000)))
    let clock = ContinuousClock()
    var matches = true
    let long = clock.measure { matches = pattern.matches(path) }
    #expect(!matches && long < .seconds(5))
    let deep = try #require(PathPattern(String(repeating: "**/a/", count: 60) + "b"))
    let folders = try #require(SourcePath(String(repeating: "a/", count: 500) + "c"))
    matches = true
    let nested = clock.measure { matches = deep.matches(folders) }
    #expect(!matches && nested < .seconds(5))
  }
}
