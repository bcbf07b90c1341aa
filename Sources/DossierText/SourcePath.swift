/// A path inside the workspace: relative, separated by `/`, without empty parts, `.` or `..`.
///
/// Paths are compared and hashed by bytes, because two names that only look alike are different files.
package struct SourcePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let parts: [String]
  /// The whole path, with `/` between its parts. `.` for the folder of the workspace.
  package let description: String

  /// Fails if a part is empty, `.` or `..`, or contains a NUL byte.
  package init?(_ text: String) {
    var parts: [String] = []
    for part in text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let name = String(part), SourcePath.isName(name) else { return nil }
      parts.append(name)
    }
    guard !parts.isEmpty else { return nil }
    self.init(parts: parts)
  }

  package init(parts: [String]) {
    self.parts = parts
    description = parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// The folder of the workspace: the place of diagnostics about the workspace as a whole.
  package static let workspace = SourcePath(parts: [])

  package var isWorkspace: Bool { parts.isEmpty }

  private static func isName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    return !bytes.isEmpty && bytes != Array(".".utf8) && bytes != Array("..".utf8) && !bytes.contains(0)
  }

  package var name: String { parts.last ?? "" }
  package var folder: [String] { Array(parts.dropLast()) }

  /// The part of the name after its last dot, in lower case. Empty if the name has no dot, or if its only dot is the first
  /// character.
  package var fileExtension: String {
    let bytes = Array(name.utf8)
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0 else { return "" }
    return String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased()
  }

  /// The path to which the relative link `text` in this file leads. Nil if this path is empty, contains a NUL byte or is
  /// outside the workspace.
  package func resolving(_ text: String) -> SourcePath? {
    var parts = folder
    for part in text.utf8.split(separator: UInt8(ascii: "/")) {
      guard let name = String(part) else { return nil }
      switch name {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      default: parts.append(name)
      }
    }
    return parts.isEmpty || parts.contains(where: { $0.utf8.contains(0) }) ? nil : SourcePath(parts: parts)
  }

  package static func < (a: SourcePath, b: SourcePath) -> Bool {
    a.description.utf8.lexicographicallyPrecedes(b.description.utf8)
  }

  package static func == (a: SourcePath, b: SourcePath) -> Bool {
    a.description.utf8.elementsEqual(b.description.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = description
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
