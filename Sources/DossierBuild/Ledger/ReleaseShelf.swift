import DossierLedger
import DossierText
import Glibc

/// The releases that stand side by side in one folder, by the name of their folders.
struct ReleaseShelf {
  let records: [Record]
  /// Folders that should hold a release and cannot be read as one.
  let damaged: [(name: String, reason: String)]

  struct Record {
    /// Of the folder; the release may call itself otherwise.
    let name: String
    let manifest: Manifest
    let digest: Digest
  }

  static let largestManifest = 1 << 28

  /// Folders without a manifest are none of ours.
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

  /// Gives the manifest of each release in a folder to `use`, and to `damaged` what cannot be read or used, and why.
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

  /// The releases that a package carries along.
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

  /// Those that no other calls the release before.
  var heads: [Record] {
    let named = Set(records.compactMap(\.manifest.seal.previous?.manifest))
    return records.filter { !named.contains($0.digest) }
  }

  /// Those before a release, or all of them where there is none of that name, the newest first: along the chain, and then what is in
  /// none.
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
