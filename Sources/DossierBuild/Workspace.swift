import DossierRecords
import DossierText
import Glibc

/// The folder a user works in. Reading is confined to it: never through a symbolic link, never above it.
package struct Workspace: Sendable {
  /// As given on the command line.
  package let path: String

  package init(_ path: String) { self.path = path }

  /// What stands before a source path so that it can be opened from where the command was called.
  package var prefix: String { path == "." ? "" : path.utf8.last == UInt8(ascii: "/") ? path : path + "/" }

  /// Whether the folder calls itself a dossier.
  package var hasConfiguration: Bool { unsafe access(prefix + Configuration.fileName, F_OK) == 0 }
}
