import DossierText
import Foundation
import Glibc
import Testing

@testable import DossierBuild

/// At any moment, the complete old site or the complete new site exists. No other file changes.
@Suite struct SiteWriterTests {
  private let records = try? TemporaryFolder()
  private var workspace: Workspace { Workspace(records?.path ?? "") }

  /// A site marker that contains a word and lists the files that the tests write.
  private func marked(_ word: String) -> String {
    let files = (0..<20).map { "pages/deep/\($0).html" } + ["site.json", "page.html"]
    return "{\"dossier-site\": 1, \"word\": \"\(word)\", \"files\": [\"\(files.joined(separator: "\", \""))\"]}"
  }

  /// Writes a site in which every file contains the same word.
  private func write(_ word: String, into output: String, force: Bool = false, files: Int = 5) throws {
    let word = marked(word)
    let writer = try SiteWriter(output, workspace: workspace, force: force)
    let folder = writer.folder()
    for i in 0..<files { try folder.write(Array(word.utf8), to: ["pages", "deep", "\(i).html"]) }
    try folder.write(Array(word.utf8), to: ["site.json"])
    try writer.commit()
  }

  @Test func `a site is written into a new folder`() throws {
    let folder = try TemporaryFolder()
    try write("one", into: folder("new/folders/site"))
    #expect(folder.read("new/folders/site/site.json") == marked("one"))
    #expect(folder.read("new/folders/site/pages/deep/4.html") == marked("one"))
    #expect(folder.contents.filter { $0.contains(".dossier-") }.isEmpty)
  }

  @Test func `an empty folder is used`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder("site"), withIntermediateDirectories: true)
    try write("one", into: folder("site"))
    #expect(folder.read("site/site.json") == marked("one"))
  }

  @Test func `a site is replaced completely`() throws {
    let folder = try TemporaryFolder()
    try write("one", into: folder("site"), files: 9)
    try write("two", into: folder("site"), files: 2)
    #expect(folder.contents.filter { !$0.contains("deep/") } == ["site", "site/pages", "site/pages/deep", "site/site.json"])
    #expect(folder.contents.filter { $0.hasSuffix(".html") }.count == 2)
    #expect(folder.read("site/pages/deep/0.html") == marked("two"))
  }

  @Test func `the README is kept`() throws {
    let folder = try TemporaryFolder()
    try write("one", into: folder("site"))
    try folder.write("mine", to: "site/README.md")
    try write("two", into: folder("site"))
    #expect(folder.read("site/README.md") == "mine")
    #expect(folder.read("site/site.json") == marked("two"))
  }

  @Test(arguments: [".ssh/id", ".bashrc", "README.md", "CNAME", ".nojekyll", ".well-known/x", "empty/."])
  func `a folder with any entry is not empty`(name: String) throws {
    let folder = try TemporaryFolder()
    if name.hasSuffix("/.") {
      try FileManager.default.createDirectory(atPath: folder("home/empty"), withIntermediateDirectories: true)
    } else {
      try folder.write("mine", to: "home/\(name)")
    }
    let before = folder.contents
    #expect(throws: EnvironmentError.self) { try write("one", into: folder("home")) }
    #expect(folder.contents == before)
  }

  @Test func `a site with an added file is refused and not changed`() throws {
    let folder = try TemporaryFolder()
    try write("one", into: folder("site"))
    for name in ["notes.txt", ".htaccess", "pages/mine.html", ".well-known/.htaccess", ".well-known/x.html"] {
      try folder.write("mine", to: "site/\(name)")
      let error = #expect(throws: EnvironmentError.self) { try write("two", into: folder("site")) }
      #expect(error?.description.contains(name) == true)
      #expect(folder.read("site/\(name)") == "mine")
      try FileManager.default.removeItem(atPath: folder("site/\(name)"))
    }
    try? FileManager.default.removeItem(atPath: folder("site/.well-known"))
    try write("two", into: folder("site"))
    #expect(folder.read("site/site.json") == marked("two"))
  }

  @Test func `a folder keeps its permissions and the files in it keep theirs`() throws {
    let folder = try TemporaryFolder()
    try write("one", into: folder("site"))
    for (name, mode) in [("site", 0o711), ("site/pages", 0o2750), ("site/pages/deep/0.html", 0o640)] {
      #expect(unsafe chmod(folder(name), mode_t(mode)) == 0)
    }
    try write("two", into: folder("site"))
    for (name, mode) in [("site", 0o711), ("site/pages", 0o2750), ("site/pages/deep/0.html", 0o640), ("site/site.json", 0o644)] {
      var status = stat()
      #expect(unsafe stat(folder(name), &status) == 0 && status.st_mode & 0o7777 == mode_t(mode), "\(name)")
    }
  }

  @Test func `a build that fails leaves no folder behind`() throws {
    let folder = try TemporaryFolder()
    let writer = try SiteWriter(folder("new/folders/site"), workspace: workspace, force: false)
    writer.abandon()
    #expect(folder.contents == [])
    #expect(throws: EnvironmentError.self) {
      try NewFiles(in: folder.path, published: false).write([1], to: ["a", "b", String(repeating: "x", count: 300)])
    }
    #expect(folder.contents == [])
  }

  @Test func `a locked folder is waited for, and not for ever`() throws {
    let folder = try TemporaryFolder()
    let holder = unsafe open(folder.path, O_RDONLY)
    defer { close(holder) }
    #expect(flock(holder, LOCK_EX) == 0)
    let (said, say) = AsyncStream<String>.makeStream()
    let wait = LockWait(limit: .milliseconds(200)) { say.yield($0) }
    let error = #expect(throws: EnvironmentError.self) {
      try SiteWriter(folder("site"), workspace: workspace, force: false, waiting: wait).abandon()
    }
    #expect(error?.description.contains("another process has locked it") == true)
    say.finish()
    _ = said
  }

  @Test func `a folder without a site is refused and not changed`() throws {
    let folder = try TemporaryFolder()
    try folder.write("precious", to: "home/thesis.txt")
    try folder.write("readme", to: "home/README.md")
    let error = #expect(throws: EnvironmentError.self) { try write("one", into: folder("home")) }
    #expect(error?.description.contains("thesis.txt") == true)
    #expect(error?.description.contains("--force") == true)
    #expect(folder.contents == ["home", "home/README.md", "home/thesis.txt"])
    try write("one", into: folder("home"), force: true)
    #expect(folder.read("home/site.json") == marked("one"))
    #expect(folder.read("home/thesis.txt") == nil)
    #expect(folder.read("home/README.md") == "readme")
  }

  @Test(arguments: [false, true])
  func `a file is never replaced`(force: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("a file", to: "site")
    #expect(throws: EnvironmentError.self) { try write("one", into: folder("site"), force: force) }
    #expect(folder.read("site") == "a file")
    #expect(folder.contents == ["site"])
  }

  @Test func `an output path must end with a name`() throws {
    let folder = try TemporaryFolder()
    for path in ["", "/", folder("a/."), folder("a/.."), folder("..")] {
      #expect(throws: EnvironmentError.self, "\(path)") { try SiteWriter(path, workspace: workspace, force: false).abandon() }
    }
    #expect(folder.contents.allSatisfy { !$0.contains(".dossier-") })
  }

  @Test func `a link to a folder is followed`() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder("real"), withIntermediateDirectories: true)
    try folder.link("site", to: "real")
    try write("one", into: folder("site"))
    #expect(folder.read("real/site.json") == marked("one"))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder("site")) == "real")
  }

  @Test func `an abandoned build keeps the old site`() throws {
    let folder = try TemporaryFolder()
    try write("one", into: folder("site"))
    let before = folder.contents
    let writer = try SiteWriter(folder("site"), workspace: workspace, force: false)
    let stage = writer.folder()
    try stage.write([1, 2, 3], to: ["a", "b"])
    #expect(folder.read("site/site.json") == marked("one"))
    writer.abandon()
    #expect(folder.contents == before)
  }

  @Test func `no file is written twice`() throws {
    let folder = try TemporaryFolder()
    let writer = try SiteWriter(folder("site"), workspace: workspace, force: false)
    let stage = writer.folder()
    try stage.write([1], to: ["a", "b"])
    #expect(throws: EnvironmentError.self) { try stage.write([2], to: ["a", "b"]) }
    #expect(throws: EnvironmentError.self) { try stage.write([2], to: ["a", "b", "c"]) }
    #expect(throws: EnvironmentError.self) { try stage.write([2], to: ["a"]) }
    writer.abandon()
    #expect(folder.contents == [])
  }

  @Test func `the remains of a killed build are removed`() throws {
    let folder = try TemporaryFolder()
    try folder.write("half", to: ".site.dossier-123-abc/pages/x.html")
    try folder.write("half", to: ".site.dossier-124-old/site.json")
    try folder.write("another site's", to: ".other.dossier-125-x/a")
    try folder.write("not a folder", to: ".site.dossier-126-file")
    try write("one", into: folder("site"))
    let left = folder.contents.filter { !$0.hasPrefix("site") }
    #expect(left == [".other.dossier-125-x", ".other.dossier-125-x/a", ".site.dossier-126-file"])
  }

  @Test func `the folder of a running build is not removed`() throws {
    let folder = try TemporaryFolder()
    let first = try SiteWriter(folder("site"), workspace: workspace, force: false)
    try first.folder().write(Array(marked("first").utf8), to: ["site.json"])
    try write("second", into: folder("site"))
    #expect(folder.read("site/site.json") == marked("second"))
    try first.folder().write(Array(marked("first").utf8), to: ["page.html"])
    try first.commit()
    #expect(folder.read("site/site.json") == marked("first"))
    #expect(folder.contents == ["site", "site/page.html", "site/site.json"])
  }

  /// Four builds run at the same time, many times, while a reader reads the site. Each read sees one complete site.
  @Test func `builds at the same time do not mix`() async throws {
    let folder = try TemporaryFolder()
    try write("0-0", into: folder("site"), files: 20)
    let output = folder("site")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 1...4 {
        group.addTask { for round in 0..<15 { try self.write("\(worker)-\(round)", into: output, files: 20) } }
      }
      group.addTask {
        for _ in 0..<300 {
          // The folder is opened once, so all reads through it see the same site, old or new.
          let handle = unsafe opendir(output)
          guard let stream = unsafe handle else {
            Issue.record("the site was missing for a moment")
            return
          }
          defer { unsafe closedir(stream) }
          let number = unsafe dirfd(stream)
          let words = Set((0..<20).map { Self.read("pages/deep/\($0).html", number) } + [Self.read("site.json", number)])
          // A replaced site is being removed. A removed file reads as empty. All other files must be from one build.
          #expect(words.subtracting([""]).count <= 1, "\(words)")
        }
      }
      try await group.waitForAll()
    }
    let site = Set((0..<20).map { folder.read("site/pages/deep/\($0).html") } + [folder.read("site/site.json")])
    #expect(site.count == 1)
    #expect(folder.contents.filter { $0.contains(".dossier-") }.isEmpty)
  }

  private static func read(_ name: String, _ folder: Int32) -> String {
    let file = unsafe openat(folder, name, O_RDONLY)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = unsafe Glibc.read(file, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
