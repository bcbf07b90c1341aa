/// A pattern over the paths of a workspace, such as `docs/**/*.md`.
///
/// `*` stands for any characters of one name, `?` for one of them, and `**` as a whole part for any number of folders, also none.
/// Upper and lower case differ. Matching costs at most the product of the two lengths.
package struct PathPattern: Sendable, Hashable, CustomStringConvertible {
  package let description: String
  private let parts: [Part]

  private enum Part: Sendable, Hashable {
    case folders
    case name([Unicode.Scalar])
  }

  /// Fails when it could match nothing: a part is empty, `.` or `..`, or it begins with `/`.
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

  /// Whether the pattern covers the whole text. Only the last `isAny` is ever taken back, which suffices.
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
