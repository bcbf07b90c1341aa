package import DossierText

/// One file of a release: its path, its size in bytes and the SHA-256 of its bytes.
///
/// The path of a site file is relative to the root of the site. The path of a source file begins with `SOURCES/`, followed by the
/// path of the file in the workspace. Sites and packages have no top-level folder with the name `SOURCES`, so the two kinds of
/// path cannot be confused.
package struct ManifestEntry: Hashable, Sendable {
  package static let sourceFolder = "SOURCES"

  /// The maximum length of a path in bytes. Linux cannot open a longer path.
  static let longestPath = 4096

  package let path: SourcePath
  package let size: Int
  package let digest: Digest

  package init(path: SourcePath, size: Int, digest: Digest) {
    self.path = path
    self.size = size
    self.digest = digest
  }

  package init(source path: SourcePath, size: Int, digest: Digest) {
    self.init(path: SourcePath(parts: [ManifestEntry.sourceFolder] + path.parts), size: size, digest: digest)
  }

  /// The path of a source file in the workspace. Nil for a site file.
  package var source: SourcePath? {
    path.parts.first == ManifestEntry.sourceFolder && path.parts.count > 1
      ? SourcePath(parts: Array(path.parts.dropFirst())) : nil
  }

  /// The two manifest lines of the file, with their line feeds. Together they are one leaf of the Merkle tree.
  package var lines: [UInt8] { Array("# size \(size)\n".utf8) + line }

  /// The line in the format of `sha256sum -c`. If the path contains a backslash, every backslash is doubled and the line begins
  /// with a backslash.
  private var line: [UInt8] {
    let name = Array(path.description.utf8)
    let backslash = UInt8(ascii: "\\")
    guard name.contains(backslash) else { return Array("\(digest)  ".utf8) + name + [0x0A] }
    return [backslash] + Array("\(digest)  ".utf8) + name.flatMap { $0 == backslash ? [backslash, backslash] : [$0] } + [0x0A]
  }

  /// Whether a path can be listed in a manifest.
  ///
  /// Paths with control characters cannot be listed, because these characters could start a new line or control a terminal.
  package static func canList(_ path: SourcePath) -> Bool { path.description.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
}
