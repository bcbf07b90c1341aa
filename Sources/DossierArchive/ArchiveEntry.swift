/// One entry of an archive: a file or a folder. The header in the directory and the header before the data agree.
package struct ArchiveEntry: Hashable, Sendable {
  /// The relative path, with `/` as separator. No part of the path is empty, `.` or `..`. A folder path has no final slash.
  package let name: String
  package let isFolder: Bool
  /// The unpacked size in bytes, as stored in the header.
  package let size: Int
  let packedSize: Int
  let checksum: UInt32
  let method: Int
  /// The offset of the entry's data in the archive.
  let start: Int
}
