/// One entry of an archive, as its directory and its own header say alike.
package struct ArchiveEntry: Hashable, Sendable {
  /// Relative, `/` between its parts, none of them empty, `.` or `..`; without the slash at the end of a folder's name.
  package let name: String
  package let isFolder: Bool
  /// What it says it unpacks to, in bytes.
  package let size: Int
  let packedSize: Int
  let checksum: UInt32
  let method: Int
  /// Where its bytes begin in the archive.
  let start: Int
}
