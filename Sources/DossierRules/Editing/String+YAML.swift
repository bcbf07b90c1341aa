extension String {
  /// Whether the string can be written in YAML without escapes, both as a plain scalar and in quotation marks.
  ///
  /// The string must contain only ASCII letters, digits, `.`, `_`, `/` and `-`, and must not begin with `-` or `/`.
  var isPlainInYAML: Bool {
    guard let first = utf8.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "/") else { return false }
    return utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "/"), UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }
}
