/// One file of the workspace as it was read: its path, bytes and SHA-256.
package struct SourceFile: Sendable {
  package let path: SourcePath
  package let bytes: [UInt8]
  package let digest: Digest

  package init(path: SourcePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.digest = Digest(of: bytes)
  }

  /// The same file with bytes mended in place; the digest stays that of the file as it is on disk.
  package init(path: SourcePath, bytes: [UInt8], digest: Digest) {
    self.path = path
    self.bytes = bytes
    self.digest = digest
  }

  /// The text of a span, or nothing where the span lies outside the file.
  package func text(_ span: Span) -> String {
    let range = span.range.clamped(to: bytes.indices)
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
