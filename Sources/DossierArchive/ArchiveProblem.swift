/// A property of an archive, or of one of its entries, that can make tools unpack different files or fail.
package struct ArchiveProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// A stable identifier for programs, for example `duplicate`, `unsafe-name` or `checksum`.
  package let code: String
  /// The name of the entry as stored in the archive. Nil if the problem concerns the whole archive.
  package let name: String?
  /// The text of the problem. If `name` is not nil, the text continues a sentence whose subject is the name.
  package let reason: String

  init(_ code: String, _ name: String? = nil, _ reason: String) {
    self.code = code
    self.name = name
    self.reason = reason
  }

  package var description: String { name.map { "\($0) \(reason)" } ?? reason }
}
