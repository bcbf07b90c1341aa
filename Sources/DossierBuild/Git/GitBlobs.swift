import DossierAnalysis
import DossierRecords
import DossierText

/// The contents of the files in a commit, with the same `read` function as `FileReader` has for files on disk.
struct GitBlobs: Sendable {
  private let blobs: [SourcePath: Blob]

  private enum Blob: Sendable {
    case text(SourceFile)
    case other(SourceTree.Attachment)
    case missing
  }

  init(_ tree: GitTree, in repository: GitRepository) throws {
    var blobs: [SourcePath: Blob] = [:]
    var adoptions: [Adoption] = []
    try repository.contents(of: tree.files.filter(\.path.isConfiguration).map(\.object)) { _, object in
      if let bytes = object.bytes { adoptions = SourceFiles.adoptions(in: bytes) }
    }
    try repository.contents(of: tree.files.map(\.object)) { i, object in
      let path = tree.files[i].path
      blobs[path] =
        switch object {
        case .content(let bytes): GitBlobs.blob(path, bytes, adoptions)
        case .tooLarge(let size, let digest): .other(.init(path: path, size: size, digest: digest, bytes: nil))
        case .absent: .missing
        }
    }
    self.blobs = blobs
  }

  private static func blob(_ path: SourcePath, _ bytes: [UInt8], _ adoptions: [Adoption]) -> Blob {
    if SourceFiles.isText(path, adopting: adoptions) || SourceFiles.isLookalike(path, bytes) {
      return .text(SourceFile(path: path, bytes: bytes))
    }
    return .other(SourceFiles.attachment(path, bytes))
  }

  /// Returns the same result as reading the file from a checkout.
  func read(_ found: Listing.Found) throws(EnvironmentError) -> ReadFile {
    switch blobs[found.path] {
    case .text(let source)?: return .text(source)
    case .other(let attachment)?: return .attachment(attachment)
    case .missing?, nil:
      throw EnvironmentError("read \(found.path)", reason: "this clone has no git object whose content matches its hash")
    }
  }

  /// The size and digest of every file whose git object was read.
  var sums: [SourcePath: (size: Int, digest: Digest)] {
    blobs.compactMapValues { blob in
      switch blob {
      case .text(let source): (source.bytes.count, source.digest)
      case .other(let attachment): (attachment.size, attachment.digest)
      case .missing: nil
      }
    }
  }
}
