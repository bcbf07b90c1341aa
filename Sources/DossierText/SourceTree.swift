/// The content of a workspace, ordered by the bytes of the paths.
package struct SourceTree: Sendable {
  /// Text files (Markdown, YAML), read completely.
  package let files: [SourceFile]
  /// All other files. The path, size and digest of these files are known. The bytes are known only for some small tables. A
  /// file to which something refers is copied to the site.
  package let attachments: [Attachment]
  /// What is around the sources, as far as the sources refer to it.
  package let surroundings: Surroundings
  private let index: [SourcePath: Int]

  package init(files: [SourceFile], attachments: [Attachment], surroundings: Surroundings = Surroundings()) {
    self.surroundings = surroundings
    self.files = files.sorted { $0.path < $1.path }
    self.attachments = attachments.sorted { $0.path < $1.path }
    var index: [SourcePath: Int] = [:]
    for (i, file) in self.files.enumerated() { index[file.path] = i }
    self.index = index
  }

  package func file(at path: SourcePath) -> SourceFile? { index[path].map { files[$0] } }

  /// A file that is not parsed. If something in the workspace refers to the file, the site contains a copy of the file.
  package struct Attachment: Sendable, Hashable {
    package let path: SourcePath
    /// Size in bytes.
    package let size: Int
    package let digest: Digest
    /// The content of the file, if it is a small table of readings (measured values) and a metric refers to it. Nil for all
    /// other attachments.
    package let bytes: [UInt8]?

    package init(path: SourcePath, size: Int, digest: Digest, bytes: [UInt8]? = nil) {
      self.path = path
      self.size = size
      self.digest = digest
      self.bytes = bytes
    }

    /// The same attachment without its bytes.
    package var withoutBytes: Attachment { bytes == nil ? self : Attachment(path: path, size: size, digest: digest) }
  }
}
