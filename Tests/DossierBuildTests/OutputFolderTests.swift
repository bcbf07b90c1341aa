import Foundation
import Testing

@testable import DossierBuild

@Suite struct OutputFolderTests {
  let marker = "{\n  \"dossier-site\": 1,\n  \"tool\": \"dossier\"\n}\n"

  @Test(arguments: [
    ("{\n  \"dossier-site\": 1,\n", true), ("{\"dossier-site\":1}", true), ("{\"dossier-site\": 12}", false),
    ("{\"dossier-site\": 1", false), ("{\"name\": \"my site\"}", false), ("", false), ("[{\"dossier-site\": 1}]", false),
  ])
  func `a site marker is recognised by its content`(text: String, isOurs: Bool) {
    #expect(SiteMarker.begins(Array(text.utf8)) == isOurs)
  }

  @Test(arguments: [
    (".site.dossier-12-1z", true), (".site.dossier-12-1z-old", true), (".site.dossier-notes", false),
    (".site.dossier-12-", false),
    (".site.dossier--1z", false), (".site.dossier-12-1Z", false), (".site.dossier-12-1z-2", false),
    (".other.dossier-12-1z", false),
  ])
  func `only temporary names of dossier are removed`(name: String, isOurs: Bool) throws {
    #expect(StageName(output: "site").matches(name) == isOurs)
    let scratch = try TemporaryFolder()
    try scratch.write("x", to: name + "/file")
    let output = try OutputFolder(scratch.path + "/site")
    try output.locked { () throws(EnvironmentError) in output.sweep() }
    #expect(scratch.names() == (isOurs ? [] : [name]))
  }

  @Test func `a locked temporary folder is not removed`() throws {
    let scratch = try TemporaryFolder()
    let workspace = try TemporaryFolder()
    let first = try SiteWriter(scratch.path + "/site", workspace: Workspace(workspace.path), force: false)
    try first.folder().write([0x61], to: ["index.html"])
    let second = try SiteWriter(scratch.path + "/site", workspace: Workspace(workspace.path), force: false)
    second.abandon()
    try first.commit()
    #expect(scratch.names() == ["site"])
    #expect(scratch.read("site/index.html") == "a")
  }

  @Test func `a swap in two steps installs the new site and removes the old one`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("old", to: "site/index.html")
    try scratch.write("new", to: ".site.dossier-1-a/index.html")
    let output = try OutputFolder(scratch.path + "/site")
    try output.swapInTwoSteps(with: ".site.dossier-1-a")
    #expect(scratch.names() == ["site"])
    #expect(scratch.read("site/index.html") == "new")
  }

  @Test func `a failed swap in two steps restores the old site`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write("old", to: "site/index.html")
    let output = try OutputFolder(scratch.path + "/site")
    #expect(throws: SystemFailure.self) { try output.swapInTwoSteps(with: ".site.dossier-1-gone") }
    #expect(scratch.names() == ["site"])
    #expect(scratch.read("site/index.html") == "old")
  }

  @Test func `the old site of a killed build is restored before the cleanup`() throws {
    let scratch = try TemporaryFolder()
    let workspace = try TemporaryFolder()
    try scratch.write(marker, to: ".site.dossier-1-a-old/site.json")
    try scratch.write("half", to: ".site.dossier-1-a/index.html")
    let writer = try SiteWriter(scratch.path + "/site", workspace: Workspace(workspace.path), force: false)
    writer.abandon()
    #expect(scratch.names() == ["site"])
    #expect(scratch.read("site/site.json") == marker)
  }

  @Test func `the old site is removed when the new one exists`() throws {
    let scratch = try TemporaryFolder()
    let workspace = try TemporaryFolder()
    try scratch.write(marker, to: ".site.dossier-1-a-old/site.json")
    try scratch.write(marker, to: "site/site.json")
    let writer = try SiteWriter(scratch.path + "/site", workspace: Workspace(workspace.path), force: false)
    writer.abandon()
    #expect(scratch.names() == ["site"])
  }

  @Test func `a folder that appears during a build is not replaced`() throws {
    let scratch = try TemporaryFolder()
    let workspace = try TemporaryFolder()
    let writer = try SiteWriter(scratch.path + "/site", workspace: Workspace(workspace.path), force: false)
    try scratch.write("mine", to: "site/thesis.txt")
    #expect(throws: EnvironmentError.self) { try writer.commit() }
    writer.abandon()
    #expect(scratch.names() == ["site"])
    #expect(scratch.read("site/thesis.txt") == "mine")
  }

  @Test func `a dangling link is not an unused name`() throws {
    let scratch = try TemporaryFolder()
    let workspace = try TemporaryFolder()
    try FileManager.default.createSymbolicLink(atPath: scratch.path + "/site", withDestinationPath: "nowhere")
    for force in [false, true] {
      #expect(throws: EnvironmentError.self) {
        _ = try SiteWriter(scratch.path + "/site", workspace: Workspace(workspace.path), force: force)
      }
    }
    #expect(scratch.names() == ["site"])
  }
}
