/// A pattern for the paths of a workspace, such as `docs/**/*.md`.
///
/// A part of a pattern is the text between two `/`. Within a part, `*` matches any number of characters, and `?` matches one
/// character. A part that is exactly `**` matches any number of folders, or no folder. Matching is case-sensitive. The cost is
/// at most proportional to the length of the pattern times the length of the path.
package struct PathPattern: Sendable, Hashable, CustomStringConvertible {
  package let description: String
  private let parts: [Part]

  private enum Part: Sendable, Hashable {
    case folders
    case name([Unicode.Scalar])
  }

  /// Fails if `text` is not a valid `SourcePath`, for example because a part is empty, `.` or `..`. No path of a workspace has
  /// these parts, so the pattern could not match any path.
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
  /// match. Earlier wildcards are not tried again, because the last wildcard can match the same additional text.
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
