import DossierRecords
import DossierText
import Glibc

/// The folder with the records. No source is read from outside this folder, and symbolic links in the folder are not followed.
package struct Workspace: Sendable {
  /// The path as given on the command line.
  package let path: String

  package init(_ path: String) { self.path = path }

  /// The text to put before a source path, to get a path that can be opened from the current folder.
  package var prefix: String { path == "." ? "" : path.utf8.last == UInt8(ascii: "/") ? path : path + "/" }

  /// Whether the folder has a `dossier.yaml`.
  package var hasConfiguration: Bool { unsafe access(prefix + Configuration.fileName, F_OK) == 0 }
}
