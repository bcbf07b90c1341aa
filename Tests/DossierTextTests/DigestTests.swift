import DossierText
import Testing

@Suite struct DigestTests {
  /// FIPS 180-2, appendix B.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func isSHA256(text: String, digits: String) {
    let digest = Digest(of: Array(text.utf8))
    #expect(digest.description == digits)
    #expect(digest.short == String(digits.prefix(12)))
    #expect(Digest(hexadecimal: digits) == digest)
    #expect(Digest(hexadecimal: digits.uppercased()) == digest)
  }

  @Test func `content in parts has the digest of the whole content`() {
    let bytes = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var stream = DigestStream()
    for start in stride(from: 0, to: bytes.count, by: 777) { stream.add(Array(bytes[start..<min(start + 777, bytes.count)])) }
    #expect(stream.finish() == Digest(of: bytes))
  }

  @Test(arguments: [
    "", "ab", String(repeating: "a", count: 63), String(repeating: "a", count: 65), String(repeating: "g", count: 64),
  ])
  func refuses(text: String) {
    #expect(Digest(hexadecimal: text) == nil)
  }

  @Test func comparesByBytes() throws {
    let low = try #require(Digest(hexadecimal: "0f" + String(repeating: "ff", count: 31)))
    let high = try #require(Digest(hexadecimal: "f0" + String(repeating: "00", count: 31)))
    #expect(low < high)
  }
}
