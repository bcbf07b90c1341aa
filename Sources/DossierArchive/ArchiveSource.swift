/// Random access to the bytes of an archive.
package protocol ArchiveSource: Sendable {
  var size: Int { get }

  /// Reads exactly `count` bytes.
  func bytes(at offset: Int, count: Int) throws -> [UInt8]
}
