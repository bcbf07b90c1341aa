/// HTML that is safe to print without escaping. Templates escape every other type of value. Code that creates an `HTML` value
/// must therefore ensure that the HTML is safe.
package struct HTML: Sendable, Hashable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  package static let empty = HTML([])
  package var isEmpty: Bool { bytes.isEmpty }
}

/// An address that is safe in `href` or `src`: created from a route, or accepted by the allow-list of `LinkTarget`.
struct Href: Sendable, Hashable {
  let text: String

  /// The address from one page of the site to another, with an optional fragment.
  init(from origin: Route, to target: Route, fragment: String? = nil) {
    let path = origin == target && fragment != nil ? "" : origin.relative(to: target)
    text = fragment.map { path + "#" + $0 } ?? path
  }

  /// The address of a part of the same page.
  init(fragment: String) { text = "#" + fragment }

  /// An external address that `LinkTarget` accepted.
  init(external address: String) { text = address }
}

/// Escapes text so that an HTML parser reads back exactly the same text. The functions work on bytes, so a combining mark cannot
/// hide a delimiter.
enum Escape {
  /// Escapes text for two places: between tags, or in the value of an attribute in double quotes.
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

  /// Escapes attribute values in single or double quotes. A carriage return is kept. A NUL is replaced, because HTML cannot
  /// represent a NUL.
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

  /// Escapes an address. Percent-encodes the same characters as libcmark-gfm. A `%` is kept.
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
