/// A pattern for the paths of a workspace, such as `docs/**/*.md`.
///
/// `*` matches any characters within one name, and `?` matches one character. If a part is exactly `**`, it matches any number
/// of folders, or no folder. Matching is case-sensitive. The cost is at most proportional to the product of the lengths of
/// pattern and path.
package struct PathPattern: Sendable, Hashable, CustomStringConvertible {
  package let description: String
  private let parts: [Part]

  private enum Part: Sendable, Hashable {
    case folders
    case name([Unicode.Scalar])
  }

  /// Fails if a part is empty, `.` or `..`, or if the pattern begins with `/`: such a pattern cannot match anything.
  package init?(_ text: String) {
    guard let path = SourcePath(text) else { return nil }
    description = text
    parts = path.parts.map { $0 == "**" ? .folders : .name(Array($0.unicodeScalars)) }
  }

  package func matches(_ path: SourcePath) -> Bool {
    PathPattern.matches(parts, path.parts.map { Array($0.unicodeScalars) }, isAny: { $0 == .folders }) { part, name in
      guard case .name(let pattern) = part else { return false }
      return PathPattern.matches(pattern, name, isAny: { $0 == "*" }) { $0 == "?" || $0 == $1 }
    }
  }

  /// Whether the pattern matches the whole text. If a part does not match, only the last wildcard is tried again with a longer
  /// match. This is sufficient.
  private static func matches<Sign, Piece>(
    _ pattern: [Sign], _ text: [Piece], isAny: (Sign) -> Bool, fits: (Sign, Piece) -> Bool
  ) -> Bool {
    var (p, t) = (0, 0)
    var last: (p: Int, t: Int)?
    while t < text.count {
      if p < pattern.count, isAny(pattern[p]) {
        last = (p, t)
        p += 1
      } else if p < pattern.count, fits(pattern[p], text[t]) {
        (p, t) = (p + 1, t + 1)
      } else if let (star, start) = last {
        last = (star, start + 1)
        (p, t) = (star + 1, start + 1)
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy(isAny)
  }
}
