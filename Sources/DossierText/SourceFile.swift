/// A file of the workspace: its path, bytes and SHA-256 digest.
package struct SourceFile: Sendable {
  package let path: SourcePath
  package let bytes: [UInt8]
  package let digest: Digest

  package init(path: SourcePath, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    self.digest = Digest(of: bytes)
  }

  /// Makes a file whose bytes were repaired for parsing. The digest remains the digest of the file on disk.
  package init(path: SourcePath, bytes: [UInt8], digest: Digest) {
    self.path = path
    self.bytes = bytes
    self.digest = digest
  }

  /// Whether the span contains exactly this text.
  package func contains(_ text: String, at span: Span) -> Bool {
    span.count == text.utf8.count && Int(span.upper) <= bytes.count && bytes[span.range].elementsEqual(text.utf8)
  }

  /// The text of a span. Empty if the span is outside the file.
  package func text(_ span: Span) -> String {
    let range = span.range.clamped(to: bytes.indices)
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
