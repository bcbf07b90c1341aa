import DossierAnalysis
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

/// What stands at a path inside a folder, never through a symbolic link. Of a file with a size that is not wanted nothing is read.
func content(
  of path: SourcePath, in folder: String, isWanted: (Int) -> Bool = { _ in true }
) throws(EnvironmentError) -> FoundFile.Content {
  let root = try Descriptor(folder: folder)
  var size = 0
  do throws(SystemFailure) {
    let file = try root.descend(path.folder[...]).file(path.name)
    let said = Int(try file.status().st_size)
    guard isWanted(said) else { return .sized(said) }
    let digest = try file.digest { part throws(SystemFailure) in
      size += part.count
      // Somebody writes to it: that may never end.
      if size > said { throw .hasGrown }
    }
    return .file(size: size, digest: digest)
  } catch {
    if error.isGrowth { return .sized(size) }
    return error.code == EACCES || error.code == EPERM || error.code == EIO ? .unreadable : .special
  }
}
