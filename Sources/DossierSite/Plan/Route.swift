/// The path of a file of the site from the root of the site: `risks/rsk-012.html`.
///
/// Every part consists only of the characters `a-z`, `0-9`, `-`, `.` and `_`. The path is therefore the same on every file system
/// and in every URL.
package struct Route: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The complete path with `/` between its parts.
  package let description: String

  /// Creates a route from generated names. A part that is not a safe file name is replaced by its slug.
  package init(_ parts: [String]) {
    description = parts.map { Slug.isSafe($0) ? $0 : Slug.make($0) }.joined(separator: "/")
  }

  package init(_ parts: String...) { self.init(parts) }

  /// The parts between the slashes.
  package var parts: [String] { description.utf8.split(separator: UInt8(ascii: "/")).map { String(decoding: $0, as: UTF8.self) } }

  /// The relative address of `target` from a file at this route: `../risks/rsk-012.html`.
  ///
  /// The address is never absolute and never a folder. The address therefore works with `https://`, with `file://` and in every
  /// folder of a host.
  package func relative(to target: Route) -> String {
    let own = Array(description.utf8)
    let other = Array(target.description.utf8)
    var common = 0
    var i = 0
    while i < own.count, i < other.count, own[i] == other[i] {
      if own[i] == UInt8(ascii: "/") { common = i + 1 }
      i += 1
    }
    let up = own[common...].count { $0 == UInt8(ascii: "/") }
    var out: [UInt8] = []
    out.reserveCapacity(up * 3 + other.count - common)
    for _ in 0..<up { out += "../".utf8 }
    out += other[common...]
    return String(decoding: out, as: UTF8.self)
  }

  package static func < (a: Route, b: Route) -> Bool {
    a.description.utf8.lexicographicallyPrecedes(b.description.utf8)
  }
}
