import DossierText
import Foundation
import Testing

@Suite struct JSONTests {
  @Test func `special characters are escaped`() {
    #expect(JSON.string("a\"b\\c/\n\r\t\u{0}\u{1B}\u{7F}é\u{2028}").compact() == #""a\"b\\c/\n\r\t\u0000\u001b\u007fé\u2028""#)
  }

  /// Every scalar up to U+2FFF and some others, read by another parser.
  @Test func `every scalar is read back unchanged`() throws {
    let scalars = (0..<0x3000).compactMap(Unicode.Scalar.init) + ["\u{FEFF}", "\u{FFFF}", "\u{1F600}", "\u{10FFFF}"]
    for scalar in scalars {
      let text = "a" + String(scalar) + "b"
      let bytes = Data(JSON.array([.string(text)]).compact().utf8)
      let back = try JSONDecoder().decode([String].self, from: bytes)
      #expect(back.first.map { Array($0.utf8) } == Array(text.utf8), "U+\(String(scalar.value, radix: 16))")
    }
  }

  @Test func `every kind of value is written`() {
    let value = JSON.object([
      "null": JSON.null, "yes": .bool(true), "no": .bool(false), "integer": .integer(-7), "number": .number("0.10"),
      "left out": nil,
      "list": .array([.integer(1), .array([]), .object([])]), "b\"": .string(""),
    ])
    #expect(
      value.compact() == #"{"null":null,"yes":true,"no":false,"integer":-7,"number":0.10,"list":[1,[],{}],"b\"":""}"#)
    #expect(
      value.pretty() == #"""
        {
          "null": null,
          "yes": true,
          "no": false,
          "integer": -7,
          "number": 0.10,
          "list": [
            1,
            [],
            {}
          ],
          "b\"": ""
        }
        """#)
  }

  @Test func keepsTheOrderOfMembers() {
    let names = (0..<50).map { "k\(($0 * 37) % 50)" }
    let object = JSON.object(names.map { JSON.Member($0, .null) })
    #expect(object.compact() == "{" + names.map { "\"\($0)\":null" }.joined(separator: ",") + "}")
  }
}
