package import DossierText

/// A file to be stored in an archive. The bytes are compressed only if the compressed bytes are fewer.
package struct PackedFile: Sendable {
  /// The path of the file in the archive. The path must be ASCII.
  package let name: String
  package let size: Int
  package let digest: Digest
  let checksum: UInt32
  let method: Int
  let packedSize: Int
  /// The bytes to write after the header. Nil for a file that is too large for memory: the caller writes its bytes uncompressed.
  package let packed: [UInt8]?

  package init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    size = bytes.count
    digest = Digest(of: bytes)
    checksum = Checksum(of: bytes).value
    let small = bytes.isEmpty ? nil : Deflate.pack(bytes)
    let isSmaller = small.map { $0.count < bytes.count } ?? false
    method = isSmaller ? ZipFormat.deflated : ZipFormat.stored
    packed = isSmaller ? small : bytes
    packedSize = packed?.count ?? 0
  }

  /// Makes a file that is too large for memory. The caller writes its uncompressed bytes after the header.
  package init(_ name: String, size: Int, digest: Digest, checksum: Checksum) {
    self.name = name
    self.size = size
    self.digest = digest
    self.checksum = checksum.value
    method = ZipFormat.stored
    packedSize = size
    packed = nil
  }
}
