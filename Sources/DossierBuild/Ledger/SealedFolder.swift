import DossierLedger
import DossierText
import Glibc

/// The folder of one release. It is recognised by the first line of its file `manifest`, not by its name.
enum SealedFolder {
  static let releases = "releases"
  static let manifest = "manifest"
  static let seal = "seal"
  static let manifestSignature = "manifest.sig"
  static let sealSignature = "seal.sig"

  /// The maximum size of a manifest in bytes. A larger manifest is not read.
  static let maximumManifestSize = 1 << 28

  /// The files about the release itself. The manifest of the release never lists these files.
  static let own = [manifest, manifestSignature, seal, sealSignature]

  static func isHeld(by folder: borrowing Descriptor) -> Bool {
    guard let file = try? folder.file(manifest), let bytes = try? file.read(expecting: 64, limit: 64) else { return false }
    return Manifest.begins(bytes)
  }

  /// The bytes of the manifest of a release.
  static func readManifest(in folder: borrowing Descriptor) throws(SystemFailure) -> [UInt8] {
    let bytes = try folder.file(manifest).read(expecting: 1 << 18, limit: maximumManifestSize)
    guard bytes.count <= maximumManifestSize else { throw .isTooLarge }
    return bytes
  }

  /// Whether an entry in a folder of releases must be checked as a release. True for a folder that contains at least one of the
  /// files in `own`.
  static func isMeant(by member: FolderListing.Member, in parent: borrowing Descriptor) -> Bool {
    guard member.kind == .folder else { return false }
    // A folder that cannot be opened may be a release.
    guard let folder = try? parent.folder(member.name), let listing = try? FolderListing(folder) else { return true }
    return listing.members.contains { own.contains($0.name) }
  }

  /// Whether a workspace path has the form `releases/VERSION/manifest`.
  static func isManifest(_ path: SourcePath) -> Bool {
    path.parts.count == 3 && path.parts[0] == releases && path.parts[2] == manifest
  }

  /// Whether a workspace path has the form `releases/VERSION/FILE`, where `FILE` is one of the files in `own`.
  static func holds(_ path: SourcePath) -> Bool {
    path.parts.count == 3 && path.parts[0] == releases && own.contains(path.parts[2])
  }
}
