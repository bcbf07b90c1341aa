import DossierLedger
import DossierText
import Glibc

/// The sources of a workspace as they are on the disk now, found as every other command finds them.
func readSources(_ workspace: Workspace, workers: Int) async throws -> (found: [FoundFile], passedOver: [SourcePath]) {
  let listing = try scan(workspace, except: nil)
  let files = try await orderedMap(listing.files.map(\.path), workers: workers) { path in
    FoundFile(path: path, content: try content(of: path, in: workspace.path))
  }
  return (files, listing.diagnostics.map(\.primary.path))
}

/// What stands at a path inside a folder, never through a symbolic link.
func content(of path: SourcePath, in folder: String) throws(EnvironmentError) -> FoundFile.Content {
  let root = try Descriptor(folder: folder)
  do throws(SystemFailure) {
    let file = try root.descend(path.folder[...]).file(path.name)
    var size = 0
    let digest = try file.digest { part throws(SystemFailure) in size += part.count }
    return .file(size: size, digest: digest)
  } catch {
    return error.code == EACCES || error.code == EPERM || error.code == EIO ? .unreadable : .special
  }
}
