import DossierLedger
import DossierText
import Glibc

/// The folder of one release, known by its file `manifest`, which begins as manifests do. Its name alone says nothing.
enum SealedFolder {
  static let releases = "releases"
  static let manifest = "manifest"
  static let seal = "seal"
  static let manifestSignature = "manifest.sig"
  static let sealSignature = "seal.sig"

  /// The files that stand beside what they are about, and are therefore not in the manifest.
  static let own = [manifest, manifestSignature, seal, sealSignature]

  static func isHeld(by folder: borrowing Descriptor) -> Bool {
    guard let file = try? folder.file(manifest), let bytes = try? file.read(expecting: 64, limit: 64) else { return false }
    return Manifest.begins(bytes)
  }

  /// Whether something beside releases is meant to be one: a folder with any of the four files. Anything else is somebody's.
  static func isMeant(by member: FolderListing.Member, in shelf: borrowing Descriptor) -> Bool {
    guard member.kind == .folder else { return false }
    // What cannot be opened may be one.
    guard let folder = try? shelf.folder(member.name), let listing = try? FolderListing(folder) else { return true }
    return listing.members.contains { own.contains($0.name) }
  }

  /// Whether a path of the workspace is where the manifest of a release would stand.
  static func isManifest(_ path: SourcePath) -> Bool {
    path.parts.count == 3 && path.parts[0] == releases && path.parts[2] == manifest
  }

  /// Whether a path of the workspace is one of a release, by its form.
  static func holds(_ path: SourcePath) -> Bool {
    path.parts.count == 3 && path.parts[0] == releases && own.contains(path.parts[2])
  }
}
