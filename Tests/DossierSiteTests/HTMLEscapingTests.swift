import DossierTesting
import Testing

@testable import DossierSite

/// No text of a document becomes markup, in text or in an attribute.
@Suite struct HTMLEscapingTests {
  @Test func `hostile texts stay text`() throws {
    let all = try HostileText.all()
    for text in all + zip(all, all.dropFirst()).map({ $0 + $1 }) {
      for append in [{ Escape.append($0, to: &$1) }, { Escape.appendAttribute($0, to: &$1) }] as [(String, inout [UInt8]) -> Void]
      {
        var out: [UInt8] = []
        append(text, &out)
        #expect(
          !out.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "\"") },
          "\(text.debugDescription)")
        #expect(Self.read(out) == Array(text.utf8) || text.utf8.contains(0), "\(text.debugDescription)")
      }
    }
  }

  /// Reads the character references that the escaping writes. By bytes: Swift joins a `;` with a combining mark after it.
  private static func read(_ bytes: [UInt8]) -> [UInt8] {
    let references = ["&lt;": "<", "&gt;": ">", "&quot;": "\"", "&#39;": "'", "&#13;": "\r", "&amp;": "&"]
    var out: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if let (name, sign) = references.first(where: { rest.starts(with: $0.key.utf8) }) {
        out += sign.utf8
        rest = rest.dropFirst(name.utf8.count)
      } else {
        out.append(byte)
        rest = rest.dropFirst()
      }
    }
    return out
  }

  @Test func `an address has no sign that ends it`() throws {
    for text in try HostileText.all() {
      var out: [UInt8] = []
      Escape.appendURL(Array(text.utf8), to: &out)
      #expect(
        out.allSatisfy {
          $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "\"")
        })
    }
  }
}
