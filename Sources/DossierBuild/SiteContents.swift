import DossierText
import Glibc

/// The entries of an output folder: the files that the program wrote, the files that a new site keeps, and all others.
struct SiteContents {
  /// The files that a new site keeps, in order.
  private(set) var kept: [SourcePath] = []
  /// The first entry that the program did not write and that a new site does not keep.
  private(set) var foreign: String?
  /// The first folder at which another file system or folder is mounted.
  private(set) var mountPoint: String?

  /// Whether to look at all entries. If false, the search ends at the first foreign entry.
  private let isWhole: Bool
  /// The files that the marker lists.
  private let written: Set<String>
  private let folders: Set<String>

  /// Lists the entries of `folder` at any depth. Does not follow symbolic links, and does not enter mount points.
  init(_ folder: borrowing Descriptor, isWhole: Bool) throws(SystemFailure) {
    self.isWhole = isWhole
    // If the marker contains no list, only the marker itself counts as a written file.
    written = SiteMarker.files(of: folder) ?? (SiteMarker.isHeld(by: folder) ? [SiteMarker.name] : [])
    folders = Set(written.flatMap(SiteContents.folders(above:)))
    try look(in: folder, [])
  }

  private mutating func look(in folder: borrowing Descriptor, _ parts: [String]) throws(SystemFailure) {
    for member in try FolderListing(folder).members {
      if foreign != nil, !isWhole { return }
      let path = SourcePath(parts: parts + [member.name])
      guard member.kind == .folder else {
        if CarriedOver.includes(path, member.kind) {
          kept.append(path)
        } else if member.kind != .file || !written.contains(path.description) {
          note(path)
        }
        continue
      }
      let inner = try folder.folder(member.name)
      if inner.isMountPoint {
        mountPoint = mountPoint ?? path.description
        note(path)
      } else if folders.contains(path.description) || CarriedOver.includes(path, .folder) {
        try look(in: inner, path.parts)
      } else {
        note(path)
        guard isWhole else { return }
        // With `--force`, the folder may be replaced. So a mount point inside the folder must be found.
        try findMountPoint(in: inner, path.parts)
      }
    }
  }

  private mutating func findMountPoint(in folder: borrowing Descriptor, _ parts: [String]) throws(SystemFailure) {
    guard mountPoint == nil, let members = try? FolderListing(folder).members else { return }
    for member in members where member.kind == .folder {
      guard let inner = try? folder.folder(member.name) else { continue }
      if inner.isMountPoint {
        mountPoint = (parts + [member.name]).joined(separator: "/")
        return
      }
      try findMountPoint(in: inner, parts + [member.name])
    }
  }

  private mutating func note(_ path: SourcePath) { foreign = foreign ?? path.description }

  private static func folders(above path: String) -> [String] {
    let parts = path.split(separator: "/")
    return (1..<max(1, parts.count)).map { parts.prefix($0).joined(separator: "/") }
  }
}
