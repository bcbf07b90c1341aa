/// What exists around the sources of a workspace. It is looked up only for links, after the texts are parsed.
package struct Surroundings: Sendable {
  /// The folder of the workspace in its repository, in parts. Empty if the workspace is the whole repository.
  package let folder: [String]
  /// Entries of the workspace that are not sources, and to which something refers.
  package let unlisted: [SourcePath: Unlisted]

  package init(folder: [String] = [], unlisted: [SourcePath: Unlisted] = [:]) {
    self.folder = folder
    self.unlisted = unlisted
  }

  /// An entry of the workspace that is not a source.
  package enum Unlisted: Sendable, Hashable {
    /// A path through a symbolic link that stays in the workspace. The associated value is the path without links.
    case alias(SourcePath)
    /// A picture in a folder whose name begins with a dot. An image link publishes it.
    case picture(SourceTree.Attachment)
    /// A file or folder that dossier does not read, for example because its name begins with a dot.
    case unread
    /// A path in a submodule that is not checked out.
    case submodule
    /// A path through a symbolic link that leads out of the workspace.
    case outside
  }

  /// The extensions of files that a browser shows as pictures and that cannot contain scripts.
  package static let pictureExtensions: Set<String> = ["png", "jpg", "jpeg", "gif", "webp", "avif"]

  /// Whether an image link may publish a file with this path. Git's own folder is never published.
  package static func mayPublish(_ path: SourcePath) -> Bool {
    pictureExtensions.contains(path.fileExtension) && path.parts.contains { $0.utf8.first == UInt8(ascii: ".") }
      && !path.parts.contains { $0.lowercased() == ".git" }
  }
}
