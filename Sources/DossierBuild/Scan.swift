package import DossierText
import Glibc

/// What was found in a workspace, before anything is read.
package struct Listing: Sendable {
  package let files: [Found]
  package let diagnostics: [Diagnostic]

  package struct Found: Sendable {
    package let path: SourcePath
    /// Bytes, when it was listed.
    package let size: Int
  }

  /// Folders inside one another beyond this number are not read.
  static let deepest = 64
}

/// What is said of what a listing passes over, in a folder as in a commit.
extension Diagnostic {
  static func link(_ path: SourcePath) -> Diagnostic {
    Diagnostic(
      .symbolicLink, .warning, "a symbolic link is not followed", at: .init(path, .start),
      help: "put a copy of what it points to in its place, or remove the link")
  }

  static func special(_ path: SourcePath) -> Diagnostic {
    Diagnostic(
      .specialFile, .warning, "this is no regular file and is not read", at: .init(path, .start),
      help: "remove it, or give it a name in UTF-8")
  }

  static func closedFolder(_ path: SourcePath) -> Diagnostic {
    Diagnostic(
      .unreadableFile, .error, "this folder cannot be read", at: .init(path, .start), help: "check its permissions")
  }
}

/// The stage *scan*: lists the files of a workspace in the order of their paths' bytes, without reading them.
///
/// Names that begin with a dot are passed over, and so are the output folder when it lies inside, every folder that holds a site of ours
/// and every release under `releases/`. Symbolic links are not followed and things that are no regular files not opened; both are
/// reported.
package func scan(_ workspace: Workspace, except output: String?) throws(EnvironmentError) -> Listing {
  let root = try Descriptor(folder: workspace.path)
  let skipped = output.flatMap(FileIdentity.init(path:))
  var scan = FolderScan(skipped: skipped)
  try scan.visit(root, [], workspace.path)
  return Listing(files: scan.files.sorted { $0.path < $1.path }, diagnostics: scan.diagnostics)
}

/// The files at the top of a workspace, without going into its folders.
package func topFiles(of workspace: Workspace) throws(EnvironmentError) -> Listing {
  let root = try Descriptor(folder: workspace.path)
  let listing = try attempt("read the folder \(workspace.path)") { () throws(SystemFailure) in try FolderListing(root) }
  let files = listing.members.compactMap { member in
    member.kind == .file ? Listing.Found(path: SourcePath(parts: [member.name]), size: member.size) : nil
  }
  return Listing(files: files, diagnostics: [])
}

private struct FolderScan {
  let skipped: FileIdentity?
  var files: [Listing.Found] = []
  var diagnostics: [Diagnostic] = []

  init(skipped: FileIdentity?) { self.skipped = skipped }

  mutating func visit(_ folder: borrowing Descriptor, _ parts: [String], _ shown: String) throws(EnvironmentError) {
    let listing = try attempt("read the folder \(shown)") { () throws(SystemFailure) in try FolderListing(folder) }
    for member in listing.members where member.name.utf8.first != UInt8(ascii: ".") {
      let path = SourcePath(parts: parts + [member.name])
      switch member.kind {
      case .file: files.append(Listing.Found(path: path, size: member.size))
      case .link: diagnostics.append(.link(path))
      case .other, .nameless: diagnostics.append(.special(path))
      case .folder:
        // Deeper than any path can be used, and bounded, so that recursion is too.
        guard parts.count < Listing.deepest, let inner = try? folder.folder(member.name) else {
          diagnostics.append(.closedFolder(path))
          continue
        }
        if let skipped, FileIdentity(inner) == skipped { continue }
        // Whatever was built here once, under whatever name, is no source.
        if SiteMarker.isHeld(by: inner) { continue }
        // A release describes sources and is none, nor are those before it.
        if parts == [SealedFolder.releases], SealedFolder.isHeld(by: inner) { continue }
        try visit(inner, parts + [member.name], "\(shown)/\(member.name)")
      }
    }
  }
}
