/// Why an archive, or an entry of it, is not what every tool would unpack in the same way.
package struct ArchiveProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Stable, for machines: `duplicate`, `unsafe-name`, `checksum`.
  package let code: String
  /// As it stands in the archive; nil for what concerns the whole.
  package let name: String?
  /// What is wrong, to follow the name.
  package let reason: String

  init(_ code: String, _ name: String? = nil, _ reason: String) {
    self.code = code
    self.name = name
    self.reason = reason
  }

  package var description: String { name.map { "\($0) \(reason)" } ?? reason }
}
