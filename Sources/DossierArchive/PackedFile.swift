package import DossierText

/// A file as it will stand in an archive: packed where that makes it smaller.
package struct PackedFile: Sendable {
  /// From the top of the archive; ASCII.
  package let name: String
  package let size: Int
  package let digest: Digest
  let checksum: UInt32
  let method: Int
  let packedSize: Int
  /// Nil for a file whose bytes are added by whoever has them: as they are.
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

  /// A file too large to be held, whose bytes follow its header unpacked.
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
