/// The destination of a link or image. Only known forms of destinations are safe. Every other destination is `unsafe`.
package enum LinkTarget: Sendable, Hashable {
  /// An address with the scheme `http`, `https`, `mailto`, `tel` or `ftp`.
  case external(String)
  /// A path relative to the file, with the optional fragment after `#`. Percent-escapes are decoded.
  case relative(path: String, fragment: String?)
  /// A heading on the same page.
  case fragment(String)
  /// A path that begins with `/`. The path starts at the root of a site, not at the file.
  case absolute(path: String, fragment: String?)
  /// Any other destination. `reason` describes the destination in a few words.
  case unsafe(reason: String)

  package init(_ destination: String) {
    // Copy the address only if characters must be removed, because a text can contain the same long address very many times.
    let isClean = destination.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    let text =
      isClean ? destination : String(destination.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F })
    if text.isEmpty {
      self = .unsafe(reason: "an empty address")
    } else if text.utf8.starts(with: "//".utf8) || text.utf8.contains(UInt8(ascii: "\\")) {
      self = .unsafe(reason: "an address without a scheme that may lead to another host")
    } else if let scheme = LinkTarget.scheme(of: text) {
      let allowed = ["http", "https", "mailto", "tel", "ftp"]
      self = allowed.contains(scheme) ? .external(text) : .unsafe(reason: "a `\(scheme):` address")
    } else {
      self = LinkTarget.local(destination)
    }
  }

  private static func local(_ text: String) -> LinkTarget {
    let parts = text.utf8.split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false)
    let beforeQuery = parts[0].prefix { $0 != UInt8(ascii: "?") }
    let path = decoded(beforeQuery)
    let fragment = parts.count > 1 ? decoded(parts[1]) : nil
    if path.isEmpty { return .fragment(fragment ?? "") }
    if path.utf8.first == UInt8(ascii: "/") { return .absolute(path: path, fragment: fragment) }
    return .relative(path: path, fragment: fragment)
  }

  /// The scheme in lower case: the text before the first colon (RFC 3986). Nil if the address has no scheme.
  private static func scheme(of text: String) -> String? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = text.utf8[..<colon]
    guard !name.contains(UInt8(ascii: "/")), !name.contains(UInt8(ascii: "#")), !name.contains(UInt8(ascii: "?")) else {
      return nil
    }
    return String(text[..<colon]).lowercased()
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  private static func decoded(_ bytes: Substring.UTF8View) -> String {
    guard bytes.contains(UInt8(ascii: "%")) else { return String(Substring(bytes)) }
    var out: [UInt8] = []
    var pending: [UInt8] = []
    for byte in bytes {
      if pending.isEmpty {
        if byte == UInt8(ascii: "%") { pending = [byte] } else { out.append(byte) }
        continue
      }
      pending.append(byte)
      guard pending.count == 3 else { continue }
      // The second or third byte of an invalid escape may begin a new escape.
      if let high = hexadecimal(pending[1]), let low = hexadecimal(pending[2]) {
        out.append(high << 4 | low)
        pending = []
      } else {
        let next = pending.dropFirst().firstIndex(of: UInt8(ascii: "%")) ?? pending.endIndex
        out += pending[..<next]
        pending = Array(pending[next...])
      }
    }
    return String(decoding: out + pending, as: UTF8.self)
  }
}
