/// Markup that is already safe to print. The only raw output there is; whoever makes one answers for it.
package struct HTML: Sendable, Hashable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package static let empty = HTML([])
  package var isEmpty: Bool { bytes.isEmpty }
}

/// An address that may stand in `href` or `src`: made from a route, or read by the allow-list of `LinkTarget`.
struct Href: Sendable, Hashable {
  let text: String

  /// From one page of the site to another, to one of its headings where there is a fragment.
  init(from origin: Route, to target: Route, fragment: String? = nil) {
    let path = origin == target && fragment != nil ? "" : origin.relative(to: target)
    text = fragment.map { path + "#" + $0 } ?? path
  }

  /// A part of the same page.
  init(fragment: String) { text = "#" + fragment }

  /// An address that `LinkTarget` found harmless.
  init(external address: String) { text = address }
}

/// Writes text so that an HTML parser reads back exactly what was given. Works on bytes: a combining mark hides nothing.
enum Escape {
  /// For text between tags and for values between double quotes.
  static func append(_ text: String, to out: inout [UInt8]) { append(text.utf8, to: &out) }

  static func append(_ bytes: some Collection<UInt8>, to out: inout [UInt8]) {
    guard bytes.contains(where: isSpecial) else {
      out.append(contentsOf: bytes)
      return
    }
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      default: out.append(byte)
      }
    }
  }

  /// The same for values in either kind of quotes. A carriage return survives; a NUL, which HTML cannot say, does not.
  static func appendAttribute(_ text: String, to out: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "'"): out += "&#39;".utf8
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "<"): out += "&lt;".utf8
      case UInt8(ascii: ">"): out += "&gt;".utf8
      case UInt8(ascii: "\""): out += "&quot;".utf8
      case 0x0D: out += "&#13;".utf8
      case 0x00: out += "\u{FFFD}".utf8
      default: out.append(byte)
      }
    }
  }

  /// An address: what may not stand in one is percent-encoded, as libcmark-gfm does it (RFC 3986 characters stay, `%` too).
  static func appendURL(_ bytes: some Sequence<UInt8>, to out: inout [UInt8]) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): out += "&amp;".utf8
      case UInt8(ascii: "'"): out += "&#x27;".utf8
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: out.append(byte)
      default:
        if punctuation.contains(byte) {
          out.append(byte)
        } else {
          out += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
        }
      }
    }
  }

  private static let punctuation = Array("-_.+!*(),%#@?=;:/$~".utf8)
  private static let hex = Array("0123456789ABCDEF".utf8)

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "\"")
  }
}
