import DossierText
import Testing

@testable import DossierBuild

@Suite struct ReplacementTests {
  private static func change(_ name: String, from old: String) throws -> FixResult.Change {
    let path = try #require(SourcePath(name))
    return FixResult.Change(path: path, old: SourceFile(path: path, bytes: Array(old.utf8)), new: Array("new".utf8))
  }

  @Test func `no file is replaced if one of them changed on disk`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("old", to: "a.md")
    try scratch.write("changed", to: "b/c.md")
    try scratch.write("old", to: "d.md")
    let changes = try ["a.md", "b/c.md", "d.md"].map { try Self.change($0, from: "old") }
    let error = #expect(throws: EnvironmentError.self) { try FixResult.Change.write(changes, in: Workspace(scratch.path)) }
    #expect(error?.description == "cannot write b/c.md: it changed after it was read; run the command again")
    #expect(["a.md", "b/c.md", "d.md"].map(scratch.read) == ["old", "changed", "old"])
    #expect(scratch.contents == ["a.md", "b", "b/c.md", "d.md"])
  }

  /// The digests of the two names have the same first 12 digits.
  @Test func `two files are replaced together although their names have similar digests`() throws {
    let scratch = try TemporaryFolder()
    let names = ["r15516801.md", "r7431941.md"]
    for name in names { try scratch.write("old", to: name) }
    try FixResult.Change.write(names.map { try Self.change($0, from: "old") }, in: Workspace(scratch.path))
    #expect(names.map(scratch.read) == ["new", "new"])
    #expect(scratch.contents == names)
  }

  @Test func `any number of files is replaced`() throws {
    let scratch = try TemporaryFolder()
    let names = (100..<350).map { "\($0).md" }
    for name in names { try scratch.write("old", to: name) }
    try FixResult.Change.write(names.map { try Self.change($0, from: "old") }, in: Workspace(scratch.path))
    #expect(names.allSatisfy { scratch.read($0) == "new" })
    #expect(scratch.contents == names)
  }
}
