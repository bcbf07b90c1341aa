import DossierLedger
import DossierText
import Glibc

/// The releases in one folder, identified by their folder names.
///
/// `Content` is the part of each release that the index reads: the complete `Manifest`, or only the `Seal`.
struct ReleaseIndex<Content: ReleaseContent>: Sendable {
  let releases: [Release]
  /// Folders that have a manifest but cannot be read as a release.
  let damaged: [(name: String, reason: String)]

  struct Release: Sendable {
    /// The name of the folder. The name in the manifest can differ.
    let name: String
    let content: Content
    /// The digest of the complete manifest.
    let digest: Digest

    var seal: Seal { content.seal }
  }

  /// Reads the releases in a folder. Skips folders without a manifest.
  init(_ path: String) throws(EnvironmentError) {
    var (releases, damaged): ([Release], [(name: String, reason: String)]) = ([], [])
    var status = stat()
    if unsafe stat(path, &status) == 0 {
      let parent = try Descriptor(folder: path)
      let listing = try attempt("read the folder \(path)") { () throws(SystemFailure) in try FolderListing(parent) }
      for member in listing.members where member.kind == .folder && !member.name.hasPrefix(".") {
        guard let folder = try? parent.folder(member.name), SealedFolder.isHeld(by: folder) else { continue }
        let bytes: [UInt8]
        do throws(SystemFailure) { bytes = try SealedFolder.readManifest(in: folder) } catch {
          damaged.append((member.name, error.reason))
          continue
        }
        do throws(ManifestProblem) { releases.append(try Release(member.name, bytes)) } catch {
          damaged.append((member.name, error.description))
        }
      }
    }
    (self.releases, self.damaged) = (releases, damaged)
  }

  /// Reads the earlier releases in a package.
  init(in manifest: Manifest, _ files: some ReleaseFiles) {
    var (releases, damaged): ([Release], [(name: String, reason: String)]) = ([], [])
    for entry in manifest.site {
      let parts = entry.path.parts
      guard SealedFolder.isManifest(entry.path), let bytes = files.bytes(of: parts) else { continue }
      do throws(ManifestProblem) { releases.append(try Release(parts[1], bytes)) } catch {
        damaged.append((parts[1], error.description))
      }
    }
    (self.releases, self.damaged) = (releases, damaged)
  }

  func release(_ name: String) -> Release? { releases.first { $0.name == name } }

  func release(_ digest: Digest) -> Release? { releases.first { $0.digest == digest } }

  /// The reason why the folder with this name cannot be read as a release. Nil if the folder can be read or has no manifest.
  func damage(of name: String) -> String? { damaged.first { $0.name == name }?.reason }

  /// The heads of the chain: releases that no other release names as its predecessor.
  var heads: [Release] {
    let named = Set(releases.compactMap(\.seal.previous?.manifest))
    return releases.filter { !named.contains($0.digest) }
  }

  /// The predecessors of the release `name`, newest first. If no release has this name, the result is all releases: first the
  /// releases in the chain, then the other releases.
  func earlier(than name: String?) -> [Release] {
    let last = releases.first { $0.name == name }
    var next = last.map { [$0] } ?? heads.reversed()
    var found: [Release] = []
    while let release = next.popLast() {
      guard !found.contains(where: { $0.digest == release.digest }) else { continue }
      found.append(release)
      if let previous = release.seal.previous.flatMap({ self.release($0.manifest) }) { next.append(previous) }
    }
    if last != nil { return Array(found.dropFirst()) }
    return found + releases.filter { release in !found.contains { $0.digest == release.digest } }
  }
}

extension ReleaseIndex.Release {
  fileprivate init(_ name: String, _ bytes: [UInt8]) throws(ManifestProblem) {
    self.init(name: name, content: try Content(manifest: bytes), digest: Digest(of: bytes))
  }
}

extension ReleaseIndex.Release where Content == Manifest {
  var manifest: Manifest { content }
}

/// The part of a release's manifest that an index can read.
protocol ReleaseContent: Sendable {
  init(manifest bytes: [UInt8]) throws(ManifestProblem)

  var seal: Seal { get }
}

extension Manifest: ReleaseContent {
  init(manifest bytes: [UInt8]) throws(ManifestProblem) { self = try Manifest(reading: bytes) }
}

/// A seal and the digest of its manifest are enough to follow a chain, because the digest covers the complete manifest.
extension Seal: ReleaseContent {
  init(manifest bytes: [UInt8]) throws(ManifestProblem) { self = try Seal(headOf: bytes) }

  var seal: Seal { self }
}
