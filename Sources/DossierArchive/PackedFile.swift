package import DossierText

/// A file for an archive. It is compressed if that makes it smaller.
package struct PackedFile: Sendable {
  /// The path from the top of the archive. It must be ASCII.
  package let name: String
  package let size: Int
  package let digest: Digest
  let checksum: UInt32
  let method: Int
  let packedSize: Int
  /// The bytes to write. Nil for a large file, whose bytes the caller writes uncompressed.
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

  /// A file that is too large for memory. Its bytes follow its header uncompressed.
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
