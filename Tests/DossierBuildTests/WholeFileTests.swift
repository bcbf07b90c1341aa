import DossierBuild
import DossierText
import Testing

@Suite struct WholeFileTests {
  @Test func `parent folders are created and no temporary file remains`() throws {
    let scratch = try TemporaryFolder()
    try WholeFile.write([0x61], to: scratch("a/b/c.yaml"), replacing: false)
    #expect(scratch.read("a/b/c.yaml") == "a")
    #expect(scratch.contents == ["a", "a/b", "a/b/c.yaml"])
  }

  @Test func `an existing file is kept unless replacing is requested`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("mine", to: "a.txt")
    let error = #expect(throws: EnvironmentError.self) { try WholeFile.write([0x61], to: scratch("a.txt"), replacing: false) }
    #expect(error?.description.hasSuffix("it already exists; choose another place") == true)
    #expect(scratch.read("a.txt") == "mine")
    try WholeFile.write([0x61], to: scratch("a.txt"), replacing: true)
    #expect(scratch.read("a.txt") == "a")
    #expect(scratch.contents == ["a.txt"])
  }

  @Test func `a folder is not replaced`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("mine", to: "a/b.txt")
    #expect(throws: EnvironmentError.self) { try WholeFile.write([0x61], to: scratch("a"), replacing: true) }
    #expect(throws: EnvironmentError.self) { try WholeFile.write([0x61], to: scratch("a/"), replacing: true) }
    #expect(scratch.contents == ["a", "a/b.txt"])
  }

  @Test func `an input can be a link and keeps its name`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("{}", to: "real/data")
    try scratch.link("x.json", to: scratch("real/data"))
    let input = try InputFile(scratch("x.json"), limit: 10)
    #expect(input.source.bytes == Array("{}".utf8))
    #expect(input.prefix + input.source.path.description == scratch("x.json"))
    try scratch.makePipe("pipe")
    for name in ["pipe", "real", "nothing", "real/"] {
      #expect(throws: EnvironmentError.self) { _ = try InputFile(scratch(name), limit: 10) }
    }
  }
}
