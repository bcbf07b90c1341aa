import DossierAnalysis
package import DossierText
import Glibc

/// The files of a workspace, before any file is read. Also the diagnostics about entries that are left out.
package struct Listing: Sendable {
  package let files: [Found]
  package let diagnostics: [Diagnostic]

  package struct Found: Sendable {
    package let path: SourcePath
    /// The size in bytes when the file was listed.
    package let size: Int
  }

  /// The maximum depth of nested folders. Deeper folders are not read.
  static let deepest = 64
}

/// Diagnostics about entries that a listing of a folder or a commit leaves out.
extension Diagnostic {
  static func link(_ path: SourcePath) -> Diagnostic {
    Diagnostic(
      .symbolicLink, .warning, "a symbolic link is not followed", at: .init(path, .start),
      help: "replace the link with a copy of its target, or remove it")
  }

  static func special(_ path: SourcePath) -> Diagnostic {
    Diagnostic(
      .specialFile, .warning, "this is not a regular file with a name in UTF-8, so dossier does not read it",
      at: .init(path, .start),
      help: "remove it, or give it a name in UTF-8 if it is a file or folder")
  }

  static func closedFolder(_ path: SourcePath) -> Diagnostic {
    Diagnostic(
      .unreadableFile, .error, "this folder cannot be read", at: .init(path, .start), help: "check its permissions")
  }
}

/// The stage *scan*: lists the files of a workspace without reading them. The files are sorted by the bytes of their paths.
///
/// The list does not contain names that begin with a dot, or the output folder. In the folder of a built site, and of a release
/// under `releases/`, only record files that `SiteMarker.isSource` accepts are listed. Symbolic links are not followed. Files
/// that are not regular (for example pipes) are not opened. A diagnostic reports each of these links and files.
package func scan(_ workspace: Workspace, except output: String?) throws(EnvironmentError) -> Listing {
  let root = try workspaceFolder(workspace)
  let skipped = output.flatMap(FileIdentity.init(path:))
  var scan = FolderScan(skipped: skipped)
  try scan.visit(root, [], workspace.path)
  return Listing(files: scan.files.sorted { $0.path < $1.path }, diagnostics: scan.diagnostics)
}

/// The files in the workspace folder itself, without the files in its subfolders.
package func topFiles(of workspace: Workspace) throws(EnvironmentError) -> Listing {
  let root = try workspaceFolder(workspace)
  let listing = try attempt("read the folder \(workspace.path)") { () throws(SystemFailure) in try FolderListing(root) }
  let files = listing.members.compactMap { member in
    member.kind == .file ? Listing.Found(path: SourcePath(parts: [member.name]), size: member.size) : nil
  }
  return Listing(files: files, diagnostics: [])
}

/// Opens the folder of the workspace. Throws for a folder with contents that the kernel generates.
private func workspaceFolder(_ workspace: Workspace) throws(EnvironmentError) -> Descriptor {
  let root = try Descriptor(folder: workspace.path)
  if let system = try SystemFolder.containing(root) {
    throw EnvironmentError("read the folder \(workspace.path)", reason: "it is in \(system)")
  }
  return root
}

private struct FolderScan {
  let skipped: FileIdentity?
  var files: [Listing.Found] = []
  var diagnostics: [Diagnostic] = []

  init(skipped: FileIdentity?) { self.skipped = skipped }

  /// Adds the files in a site or a release that are read as sources (`SiteMarker.isSource`). `depth` is the number of parts in
  /// the path of the site. `written` contains the files that its marker lists.
  private mutating func visit(
    site folder: borrowing Descriptor, _ parts: [String], depth: Int, _ written: Set<String>
  ) {
    guard let listing = try? FolderListing(folder) else { return }
    for member in listing.members where member.name.utf8.first != UInt8(ascii: ".") {
      let path = SourcePath(parts: parts + [member.name])
      switch member.kind {
      case .file:
        let isSource = SiteMarker.isSource(SourcePath(parts: Array(path.parts.dropFirst(depth))), written: written) {
          guard member.size <= SourceFiles.largestText else { return nil }
          let length = SiteMarker.startLength
          return try? Array(folder.file(member.name).read(expecting: length, limit: length).prefix(length))
        }
        if isSource { files.append(Listing.Found(path: path, size: member.size)) }
      case .folder:
        guard path.parts.count <= Listing.deepest, let inner = try? folder.folder(member.name), !inner.isKernelFolder,
          skipped.map({ FileIdentity(inner) != $0 }) ?? true
        else { continue }
        visit(site: inner, path.parts, depth: depth, written)
      case .link, .other, .nameless: continue
      }
    }
  }

  mutating func visit(_ folder: borrowing Descriptor, _ parts: [String], _ shown: String) throws(EnvironmentError) {
    let listing = try attempt("read the folder \(shown)") { () throws(SystemFailure) in try FolderListing(folder) }
    for member in listing.members where member.name.utf8.first != UInt8(ascii: ".") {
      let path = SourcePath(parts: parts + [member.name])
      switch member.kind {
      case .file: files.append(Listing.Found(path: path, size: member.size))
      case .link: diagnostics.append(.link(path))
      case .other, .nameless: diagnostics.append(.special(path))
      case .folder:
        // The limit makes sure that the recursion ends. Useful paths do not reach the limit.
        guard parts.count < Listing.deepest, let inner = try? folder.folder(member.name) else {
          diagnostics.append(.closedFolder(path))
          continue
        }
        if let skipped, FileIdentity(inner) == skipped { continue }
        if inner.isKernelFolder {
          diagnostics.append(.special(path))
          continue
        }
        // The files of a site that was built here earlier, under any name, are not sources.
        if SiteMarker.isHeld(by: inner) {
          visit(site: inner, path.parts, depth: path.parts.count, SiteMarker.files(of: inner) ?? [])
          continue
        }
        // A release describes sources and is not a source itself.
        if parts == [SealedFolder.releases], SealedFolder.isHeld(by: inner) {
          visit(site: inner, path.parts, depth: path.parts.count, [])
          continue
        }
        try visit(inner, parts + [member.name], "\(shown)/\(member.name)")
      }
    }
  }
}
