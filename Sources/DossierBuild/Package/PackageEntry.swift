import DossierArchive
import DossierLedger
import DossierText
import Glibc

/// One file of a package, prepared for writing.
struct PackageEntry: Sendable {
  let path: SourcePath
  let packed: PackedFile
  /// The workspace file whose bytes are copied while the archive is written. Nil if the bytes are in memory.
  let source: SourcePath?

  /// The maximum size in bytes of a file in memory. Larger files are written to the archive uncompressed, in parts.
  static let largestHeld = 16 << 20

  var entry: ManifestEntry { ManifestEntry(path: path, size: packed.size, digest: packed.digest) }

  init(_ path: SourcePath, _ bytes: [UInt8], in folder: String) {
    self.path = path
    packed = PackedFile("\(folder)/\(path)", bytes)
    source = nil
  }

  /// A copy of a workspace file. Fails when the file changed after it was analysed.
  init(
    _ path: SourcePath, copy source: SourcePath, of workspace: Workspace, expecting digest: Digest?, in folder: String
  ) throws(EnvironmentError) {
    let name = "\(folder)/\(path)"
    let root = try Descriptor(folder: workspace.path)
    let file = try attempt("read \(source)") { () throws(SystemFailure) in try root.descend(source.folder[...]).file(source.name)
    }
    let size = Int(try attempt("read \(source)") { () throws(SystemFailure) in try file.status().st_size })
    let packed: PackedFile
    if size <= PackageEntry.largestHeld {
      packed = PackedFile(
        name,
        try attempt("read \(source)") { () throws(SystemFailure) in
          try file.read(expecting: size, limit: PackageEntry.largestHeld)
        })
    } else {
      var checksum = Checksum()
      var count = 0
      let found = try attempt("read \(source)") { () throws(SystemFailure) in
        try file.digest { part throws(SystemFailure) in
          checksum.add(part)
          count += part.count
        }
      }
      packed = PackedFile(name, size: count, digest: found, checksum: checksum)
    }
    guard packed.digest == digest else { throw PackageEntry.changed(source) }
    self.path = path
    self.packed = packed
    self.source = packed.packed == nil ? source : nil
  }

  private static func changed(_ source: SourcePath) -> EnvironmentError {
    EnvironmentError("copy \(source)", reason: "it changed while the package was made; run the command again")
  }

  /// Writes the header and the bytes.
  func write(to archive: borrowing NewArchive, _ writer: inout ArchiveWriter, _ workspace: Workspace) throws(EnvironmentError) {
    try archive.write(writer.header(of: packed))
    if let bytes = packed.packed { return try archive.write(bytes) }
    guard let source else { return }
    let root = try Descriptor(folder: workspace.path)
    let file = try attempt("read \(source)") { () throws(SystemFailure) in try root.descend(source.folder[...]).file(source.name)
    }
    var stream = DigestStream()
    var count = 0
    while count <= packed.size {
      let part = try attempt("read \(source)") { () throws(SystemFailure) in
        try file.bytes(at: count, count: min(1 << 20, packed.size - count))
      }
      if part.isEmpty { break }
      stream.add(part)
      count += part.count
      try archive.write(part)
    }
    guard stream.finish() == packed.digest else { throw PackageEntry.changed(source) }
  }
}
