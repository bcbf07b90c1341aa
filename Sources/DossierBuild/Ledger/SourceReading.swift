import DossierAnalysis
import DossierLedger
import DossierText
import Glibc

/// Reads the sources of a workspace from the disk. Finds the sources with the same scan as every other command. `passedOver`
/// contains the paths that the scan reported instead of listing them, for example symbolic links.
func readSources(_ workspace: Workspace, workers: Int) async throws -> (found: [FoundFile], passedOver: [SourcePath]) {
  let listing = try scan(workspace, except: nil)
  let files = try await orderedMap(listing.files.map(\.path), workers: workers) { path in
    FoundFile(path: path, content: try content(of: path, in: workspace.path))
  }
  return (files, listing.diagnostics.map(\.primary.path))
}

/// The content of the entry at a path inside a folder. Symbolic links are never followed. A file is read only if `isWanted`
/// returns true for its size.
func content(
  of path: SourcePath, in folder: String, isWanted: (Int) -> Bool = { _ in true }
) throws(EnvironmentError) -> FoundFile.Content {
  let root = try Descriptor(folder: folder)
  var size = 0
  do throws(SystemFailure) {
    let file = try root.descend(path.folder[...]).file(path.name)
    let expected = Int(try file.status().st_size)
    guard isWanted(expected) else { return .sized(expected) }
    let digest = try file.digest { part throws(SystemFailure) in
      size += part.count
      // Another process writes to the file. Stop, because the file may never end.
      if size > expected { throw .hasGrown }
    }
    return .file(size: size, digest: digest)
  } catch {
    if error.isGrowth { return .sized(size) }
    return error.code == EACCES || error.code == EPERM || error.code == EIO ? .unreadable : .special
  }
}
