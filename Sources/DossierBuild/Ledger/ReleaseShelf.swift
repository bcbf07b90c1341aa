import DossierLedger
import DossierText
import Glibc

/// The releases in one folder, identified by their folder names.
struct ReleaseShelf {
  let records: [Record]
  /// Folders that have a manifest but cannot be read as a release.
  let damaged: [(name: String, reason: String)]

  struct Record {
    /// The name of the folder. The name in the manifest can differ.
    let name: String
    let manifest: Manifest
    let digest: Digest
  }

  static let largestManifest = 1 << 28

  /// Skips folders without a manifest.
  init(_ path: String) throws(EnvironmentError) {
    var records: [Record] = []
    var damaged: [(name: String, reason: String)] = []
    try ReleaseShelf.read(path) { name, bytes throws(ManifestProblem) in
      records.append(Record(name: name, manifest: try Manifest(reading: bytes), digest: Digest(of: bytes)))
    } damaged: {
      damaged.append(($0, $1))
    }
    (self.records, self.damaged) = (records, damaged)
  }

  /// Passes the manifest of each release in a folder to `use`. Passes the name and the reason to `damaged` when this fails.
  static func read(
    _ path: String, _ use: (String, [UInt8]) throws(ManifestProblem) -> Void, damaged: (String, String) -> Void
  ) throws(EnvironmentError) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return }
    let shelf = try Descriptor(folder: path)
    let listing = try attempt("read the folder \(path)") { () throws(SystemFailure) in try FolderListing(shelf) }
    for member in listing.members where member.kind == .folder && !member.name.hasPrefix(".") {
      guard let folder = try? shelf.folder(member.name), SealedFolder.isHeld(by: folder) else { continue }
      let bytes: [UInt8]
      do throws(SystemFailure) {
        bytes = try folder.file(SealedFolder.manifest).read(expecting: 1 << 18, limit: ReleaseShelf.largestManifest)
        guard bytes.count <= ReleaseShelf.largestManifest else { throw .isTooLarge }
      } catch {
        damaged(member.name, error.reason)
        continue
      }
      do throws(ManifestProblem) { try use(member.name, bytes) } catch { damaged(member.name, error.description) }
    }
  }

  /// The earlier releases in a package.
  init(in manifest: Manifest, _ files: some ReleaseFiles) {
    var records: [Record] = []
    var damaged: [(name: String, reason: String)] = []
    for entry in manifest.site {
      let parts = entry.path.parts
      guard parts.count == 3, parts[0] == SealedFolder.releases, parts[2] == SealedFolder.manifest else { continue }
      do throws(ManifestProblem) {
        guard let bytes = files.bytes(of: parts) else { continue }
        records.append(Record(name: parts[1], manifest: try Manifest(reading: bytes), digest: Digest(of: bytes)))
      } catch { damaged.append((parts[1], error.description)) }
    }
    self.records = records
    self.damaged = damaged
  }

  /// The heads of the chain: releases that no other release names as its predecessor.
  var heads: [Record] {
    let named = Set(records.compactMap(\.manifest.seal.previous?.manifest))
    return records.filter { !named.contains($0.digest) }
  }

  /// The predecessors of `name`, newest first. If there is no release of that name, all releases: first those in the chain, then
  /// the rest.
  func earlier(than name: String?) -> [Record] {
    let last = records.first { $0.name == name }
    var next = last.map { [$0] } ?? heads.reversed()
    var found: [Record] = []
    while let record = next.popLast() {
      guard !found.contains(where: { $0.digest == record.digest }) else { continue }
      found.append(record)
      if let before = record.manifest.seal.previous.flatMap({ self.record($0.manifest) }) { next.append(before) }
    }
    if last != nil { return Array(found.dropFirst()) }
    return found + records.filter { record in !found.contains { $0.digest == record.digest } }
  }

  func record(_ digest: Digest) -> Record? { records.first { $0.digest == digest } }
}
