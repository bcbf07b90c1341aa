import DossierLedger
import DossierText
import Glibc

/// The files of a release, wherever they stand: in a folder, or in an archive that is not unpacked.
protocol ReleaseFiles: Sendable {
  /// A file by its path from the top of the release; nil where there is none that can be read and is at most `limit` bytes.
  func bytes(of path: SourcePath, limit: Int) -> [UInt8]?

  /// Whether anything stands at a path.
  func has(_ path: SourcePath) -> Bool

  /// Everything that stands there. What its size alone shows to be none of the wanted need not be read.
  func found(wanted: [SourcePath: ManifestEntry], workers: Int) async throws -> [FoundFile]
}

extension ReleaseFiles {
  func bytes(of path: [String]) -> [UInt8]? { bytes(of: SourcePath(parts: path), limit: ReleaseShelf.largestManifest) }
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
