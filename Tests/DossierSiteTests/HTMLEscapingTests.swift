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
        let read = String(decoding: out, as: UTF8.self)
          .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
          .replacing("&#13;", with: "\r").replacing("&amp;", with: "&")
        #expect(Array(read.utf8) == Array(text.replacing("\u{0}", with: read.contains("\u{FFFD}") ? "\u{FFFD}" : "\u{0}").utf8))
      }
    }
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
