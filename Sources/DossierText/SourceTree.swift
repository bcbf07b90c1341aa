/// Everything that was read from a workspace, in the order of the paths' bytes.
package struct SourceTree: Sendable {
  /// Texts (Markdown, YAML): read whole.
  package let files: [SourceFile]
  /// Everything else that was found: known by name, size and digest, copied when something points at it.
  package let attachments: [Attachment]
  private let index: [SourcePath: Int]

  package init(files: [SourceFile], attachments: [Attachment]) {
    self.files = files.sorted { $0.path < $1.path }
    self.attachments = attachments.sorted { $0.path < $1.path }
    var index: [SourcePath: Int] = [:]
    for (i, file) in self.files.enumerated() { index[file.path] = i }
    self.index = index
  }

  package func file(at path: SourcePath) -> SourceFile? { index[path].map { files[$0] } }

  /// A file that is kept as it is.
  package struct Attachment: Sendable, Hashable {
    package let path: SourcePath
    /// Size in bytes.
    package let size: Int
    package let digest: Digest
    /// Its bytes, where it is a small table of readings that a metric names; of other attachments they are not kept.
    package let bytes: [UInt8]?

    package init(path: SourcePath, size: Int, digest: Digest, bytes: [UInt8]? = nil) {
      self.path = path
      self.size = size
      self.digest = digest
      self.bytes = bytes
    }

    /// The same, known by its digest alone.
    package var withoutBytes: Attachment { bytes == nil ? self : Attachment(path: path, size: size, digest: digest) }
  }
}
