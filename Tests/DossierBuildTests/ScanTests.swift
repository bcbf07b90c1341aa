import DossierBuild
import DossierText
import Foundation
import Glibc
import Testing

/// A scan lists the files of a workspace without reading them.
@Suite struct ScanTests {
  private func names(_ listing: Listing) -> [String] { listing.files.map(\.path.description) }

  @Test func `files are in byte order of their paths`() throws {
    let folder = try TemporaryFolder()
    for name in ["b.md", "a/z.md", "a.md", "B.md", "a/é.md", "a/e.md", "ä.md", "a-b.md", "a/b/c.txt"] {
      try folder.write(name, to: name)
    }
    let listing = try scan(Workspace(folder.path), except: nil)
    #expect(names(listing) == ["B.md", "a-b.md", "a.md", "a/b/c.txt", "a/e.md", "a/z.md", "a/é.md", "b.md", "ä.md"])
    #expect(listing.files.map(\.size) == names(listing).map(\.utf8.count))
    #expect(listing.diagnostics.isEmpty)
  }

  @Test func `names that begin with a dot are skipped`() throws {
    let folder = try TemporaryFolder()
    for name in [".git/config", ".hidden.md", "a/.x/b.md", "a/b.md", "..c.md", "d..md"] { try folder.write("x", to: name) }
    #expect(names(try scan(Workspace(folder.path), except: nil)) == ["a/b.md", "d..md"])
  }

  @Test func `links and pipes are reported and not read`() throws {
    let folder = try TemporaryFolder()
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "secret.md")
    try folder.write("x", to: "real.md")
    try folder.link("file.md", to: outside("secret.md"))
    try folder.link("folder", to: outside.path)
    try folder.link("inside.md", to: "real.md")
    try folder.link("dangling.md", to: "nowhere")
    try folder.makePipe("pipe.md")
    let listing = try scan(Workspace(folder.path), except: nil)
    #expect(names(listing) == ["real.md"])
    let reported = listing.diagnostics.map { "\($0.rule) \($0.primary.path)" }.sorted()
    #expect(
      reported == [
        "special-file pipe.md", "symbolic-link dangling.md", "symbolic-link file.md", "symbolic-link folder",
        "symbolic-link inside.md",
      ])
  }

  @Test func `a name that is not UTF-8 is reported`() throws {
    let folder = try TemporaryFolder()
    let name = Array(folder("bad").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF), 0]
    let opened = unsafe creat(name, 0o644)
    #expect(opened >= 0)
    close(opened)
    let listing = try scan(Workspace(folder.path), except: nil)
    #expect(listing.files.isEmpty)
    #expect(listing.diagnostics.map(\.rule) == [.specialFile])
  }

  @Test func `a site hides only files that it contains`() throws {
    let folder = try TemporaryFolder()
    let record = "---\nkind: risk\nid: RSK-001\n---\n"
    let marker = "{\"dossier-site\": 1, \"files\": [\"files/copy.md\", \"files/record.md\", \"a.yaml\"]}"
    try folder.write(marker, to: "site/site.json")
    for name in ["site/index.html", "site/CNAME", "site/README.md", "site/files/copy.md", "site/x.txt"] {
      try folder.write("# x\n", to: name)
    }
    for name in ["site/a.yaml", "site/b.md", "site/files/record.md", "site/files/b.yml"] { try folder.write(record, to: name) }
    try folder.write("# dossier manifest 1\n", to: "releases/1/manifest")
    for name in ["releases/1/a.md", "releases/1/seal"] { try folder.write(record, to: name) }
    let found = names(try scan(Workspace(folder.path), except: nil))
    #expect(found == ["releases/1/a.md", "site/a.yaml", "site/b.md", "site/files/b.yml", "site/files/record.md"])
  }

  @Test func `the output folder is skipped for every form of its path`() throws {
    let folder = try TemporaryFolder()
    for name in ["a.md", "site/index.html", "other/site/b.md"] { try folder.write("x", to: name) }
    for output in [folder("site"), folder("site/"), folder("other/../site"), folder("./site")] {
      #expect(names(try scan(Workspace(folder.path), except: output)) == ["a.md", "other/site/b.md"], "\(output)")
    }
    #expect(names(try scan(Workspace(folder.path), except: folder("not-there"))).count == 3)
  }

  @Test func `folders beyond the depth limit are reported`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: String(repeating: "d/", count: 64) + "deep.md")
    try folder.write("x", to: String(repeating: "e/", count: 66) + "deeper.md")
    let listing = try scan(Workspace(folder.path), except: nil)
    #expect(names(listing).map { $0.suffix(7) } == ["deep.md"])
    #expect(listing.diagnostics.count == 1)
  }

  @Test func `a missing folder ends the command`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    for path in ["nowhere", "file"] {
      #expect(throws: EnvironmentError.self) { try scan(Workspace(folder(path)), except: nil) }
    }
  }

  @Test func `the prefix makes shown paths usable`() {
    #expect(Workspace(".").prefix == "")
    #expect(Workspace("content").prefix == "content/")
    #expect(Workspace("a/b/").prefix == "a/b/")
    #expect(Workspace("/").prefix == "/")
  }
}
