package import DossierText

/// One file of a release: where it belongs, how many bytes it has, and their SHA-256.
///
/// A file of the site stands under its path from the site's root; a source under `SOURCES/` and its path in the workspace. No site
/// and no package has a folder of that name at its top, so that the two cannot be confused.
package struct ManifestEntry: Hashable, Sendable {
  package static let sourceFolder = "SOURCES"

  /// In bytes; no longer one can be opened.
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

  /// The path in the workspace; nil for a file of the site.
  package var source: SourcePath? {
    path.parts.first == ManifestEntry.sourceFolder && path.parts.count > 1
      ? SourcePath(parts: Array(path.parts.dropFirst())) : nil
  }

  /// Its two lines in the manifest, with their line ends: what the Merkle tree has as one leaf.
  package var lines: [UInt8] { Array("# size \(size)\n".utf8) + line }

  /// The line that `sha256sum -c` reads: a backslash in the path is doubled, and then the line begins with one.
  private var line: [UInt8] {
    let name = Array(path.description.utf8)
    let backslash = UInt8(ascii: "\\")
    guard name.contains(backslash) else { return Array("\(digest)  ".utf8) + name + [0x0A] }
    return [backslash] + Array("\(digest)  ".utf8) + name.flatMap { $0 == backslash ? [backslash, backslash] : [$0] } + [0x0A]
  }

  /// Whether a path can be listed: one with a control character could pass for another line, or act on a terminal.
  package static func canList(_ path: SourcePath) -> Bool { path.description.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F } }
}
