import DossierText
import Foundation
import Testing

@testable import DossierBuild

@Suite struct NewFilesTests {
  let source = SourcePath(parts: ["evidence", "log.txt"])

  @Test func `a changed file is not copied`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("now", to: "evidence/log.txt")
    let files = NewFiles(in: scratch.path, published: true)
    let workspace = Workspace(scratch.path)
    let error = #expect(throws: EnvironmentError.self) {
      try files.copy(source, from: workspace, to: ["out", "log.txt"], expecting: Digest(of: Array("then".utf8)))
    }
    #expect(error?.description == "cannot copy evidence/log.txt: it changed while the site was built; build again")
    #expect(scratch.names("out") == [])
    try files.copy(source, from: workspace, to: ["out", "log.txt"], expecting: Digest(of: Array("now".utf8)))
    #expect(scratch.read("out/log.txt") == "now")
  }

  @Test(.timeLimit(.minutes(1))) func `a pipe does not block the copy`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("", to: "evidence/other.txt")
    let made = Process()
    made.executableURL = URL(fileURLWithPath: "/usr/bin/mkfifo")
    made.arguments = [scratch.path + "/evidence/log.txt"]
    try made.run()
    made.waitUntilExit()
    let error = #expect(throws: EnvironmentError.self) {
      try NewFiles(in: scratch.path, published: true)
        .copy(source, from: Workspace(scratch.path), to: ["log.txt"], expecting: nil)
    }
    #expect(error?.description == "cannot read evidence/log.txt: it is not a regular file")
  }

  @Test func `an existing file is not overwritten`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("mine", to: "a.txt")
    #expect(throws: EnvironmentError.self) { try NewFiles(in: scratch.path, published: false).write([0x61], to: ["a.txt"]) }
    #expect(scratch.read("a.txt") == "mine")
  }

  @Test func `a starter that fails leaves no files`() throws {
    let scratch = try TemporaryFolder()
    let date = try #require(CivilDate("2026-11-01"))
    let starter = Starter(date: date)
    // A file where the starter needs a folder.
    let last = try #require(starter.files.last { $0.path.folder.count == 2 })
    let obstacle = last.path.folder.joined(separator: "/")
    try scratch.write("mine", to: obstacle)
    #expect(throws: EnvironmentError.self) { try starter.write(into: scratch.path) }
    let left = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted()
    #expect(left == Array(Set([last.path.folder[0], obstacle])).sorted())
  }
}
