/// One entry of an archive. Its directory entry and its own header agree.
package struct ArchiveEntry: Hashable, Sendable {
  /// The relative path, with `/` as separator. No part is empty, `.` or `..`. The final slash of a folder's name is removed.
  package let name: String
  package let isFolder: Bool
  /// The unpacked size in bytes, according to the header.
  package let size: Int
  let packedSize: Int
  let checksum: UInt32
  let method: Int
  /// The offset of its data in the archive.
  let start: Int
}
