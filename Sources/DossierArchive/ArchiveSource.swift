/// Where the bytes of an archive are read from, any part at any time.
package protocol ArchiveSource: Sendable {
  var size: Int { get }

  /// Exactly `count` bytes.
  func bytes(at offset: Int, count: Int) throws -> [UInt8]
}
