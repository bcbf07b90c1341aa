import DossierLedger
import DossierText
import Glibc

/// Access to the files of a release, in a folder or in an archive that is not unpacked.
protocol ReleaseFiles: Sendable {
  /// The bytes of a file. `path` is relative to the top of the release. Nil if the file is missing, unreadable or larger than
  /// `limit`.
  func bytes(of path: SourcePath, limit: Int) -> [UInt8]?

  /// Whether an entry exists at a path.
  func has(_ path: SourcePath) -> Bool

  /// All entries of the release. A file need not be read if its size alone shows that it is not an expected file.
  func found(wanted: [SourcePath: ManifestEntry], workers: Int) async throws -> [FoundFile]
}

extension ReleaseFiles {
  func bytes(of path: [String]) -> [UInt8]? { bytes(of: SourcePath(parts: path), limit: SealedFolder.maximumManifestSize) }
}

/// The files of a release in a folder.
struct FolderFiles: ReleaseFiles {
  let path: String

  func bytes(of file: SourcePath, limit: Int) -> [UInt8]? {
    guard let root = try? Descriptor(folder: path), let opened = try? root.descend(file.folder[...]).file(file.name),
      let status = try? opened.status(), Int(status.st_size) <= limit,
      let bytes = try? opened.read(expecting: Int(status.st_size), limit: limit)
    else { return nil }
    return bytes.count <= limit ? bytes : nil
  }

  func has(_ file: SourcePath) -> Bool {
    guard let root = try? Descriptor(folder: path), let folder = try? root.descend(file.folder[...]) else { return false }
    return (try? folder.status(of: file.name)) != nil
  }

  func found(wanted: [SourcePath: ManifestEntry], workers: Int) async throws -> [FoundFile] {
    try await FolderContents.read(path, wanted: wanted, workers: workers)
  }
}
