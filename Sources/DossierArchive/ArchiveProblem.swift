/// The reason why tools may not unpack an archive, or one of its entries, in the same way.
package struct ArchiveProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// A stable identifier for programs, for example `duplicate`, `unsafe-name` or `checksum`.
  package let code: String
  /// The name of the entry as stored in the archive. Nil when the problem concerns the whole archive.
  package let name: String?
  /// The problem. A message puts it after the name of the entry.
  package let reason: String

  init(_ code: String, _ name: String? = nil, _ reason: String) {
    self.code = code
    self.name = name
    self.reason = reason
  }

  package var description: String { name.map { "\($0) \(reason)" } ?? reason }
}
